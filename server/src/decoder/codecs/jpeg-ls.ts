import load from '@cornerstonejs/codec-charls/decodewasmjs';
import {
  type Outcome,
  type PixelDescription,
  type RenderRefusal,
  readJpegHeader,
  type SampleFrame,
} from '@echoback/dicom-media';
import { checkStream, decodeFailed, type StreamSize, toSampleFrame } from './sample-codes.ts';
import { lazily, runWasmDecoder } from './wasm-codec.ts';

const codec = lazily(load);
const JPEG_LS = 0xf7;
const BY_PLANE = 0;

/** JPEG-LS, lossless and near-lossless. Its colours stay as the photometric interpretation says. */
export async function decodeJpegLs(
  stream: Uint8Array,
  p: PixelDescription,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  const header = readJpegHeader(stream);
  const size = checkStream(
    header && { ...header, channels: header.components.length, bitsPerSample: header.precision },
    p,
  );
  if (!size.ok) return size;
  if (header?.process !== JPEG_LS) return decodeFailed('not a JPEG-LS stream');
  const decoded = runWasmDecoder(new (await codec()).JpegLSDecoder(), stream);
  if (!decoded) return decodeFailed('JPEG-LS stream is damaged');
  const frame = toSampleFrame(decoded.bytes, size.value, p, 'as-described');
  if (!frame.ok || p.channels === 1 || decoded.interleaveMode !== BY_PLANE) return frame;
  return { ok: true, value: { ...frame.value, samples: byPixel(frame.value.samples, size.value) } };
}

function byPixel(planes: SampleFrame['samples'], size: StreamSize): SampleFrame['samples'] {
  const pixels = size.width * size.height;
  const out = size.bitsPerSample > 8 ? new Uint16Array(planes.length) : new Uint8Array(planes.length);
  for (let at = 0; at < pixels; at++) {
    for (let channel = 0; channel < 3; channel++) out[at * 3 + channel] = planes[channel * pixels + at] as number;
  }
  return out;
}
