import loadJpeg2000 from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import loadHtj2k from '@cornerstonejs/codec-openjph/wasmjs';
import {
  type Outcome,
  type PixelDescription,
  type RenderRefusal,
  readCodestreamSize,
  type SampleFrame,
} from '@echoback/dicom-media';
import { checkStream, decodeFailed, toSampleFrame } from './sample-codes.ts';
import { lazily, runWasmDecoder, type WasmDecoder } from './wasm-codec.ts';

const jpeg2000 = lazily(loadJpeg2000);
const htj2k = lazily(loadHtj2k);

export async function decodeJpeg2000(
  stream: Uint8Array,
  p: PixelDescription,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  return decodeCodestream(stream, p, new (await jpeg2000()).J2KDecoder());
}

export async function decodeHtj2k(
  stream: Uint8Array,
  p: PixelDescription,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  return decodeCodestream(stream, p, new (await htj2k()).HTJ2KDecoder());
}

/** The decoder undoes the colour transforms RCT and ICT; other names describe what comes out (PS3.5 8.2.4). */
function decodeCodestream(
  stream: Uint8Array,
  p: PixelDescription,
  decoder: WasmDecoder,
): Outcome<SampleFrame, RenderRefusal> {
  const size = checkStream(readCodestreamSize(stream), p);
  if (!size.ok) {
    decoder.delete();
    return size;
  }
  const decoded = runWasmDecoder(decoder, stream);
  if (!decoded) return decodeFailed('JPEG 2000 stream is damaged');
  const { width, height, bitsPerSample, componentCount } = decoded.info;
  if (width !== size.value.width || height !== size.value.height || componentCount !== p.channels) {
    return decodeFailed('JPEG 2000 decoder gave another size');
  }
  const isTransformed = p.photometricInterpretation === 'YBR_RCT' || p.photometricInterpretation === 'YBR_ICT';
  return toSampleFrame(decoded.bytes, { ...size.value, bitsPerSample }, p, isTransformed ? 'rgb' : 'as-described');
}
