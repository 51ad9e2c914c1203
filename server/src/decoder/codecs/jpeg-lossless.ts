import {
  type Outcome,
  type PixelDescription,
  type RenderRefusal,
  readJpegHeader,
  type SampleFrame,
} from '@echoback/dicom-media';
import { Decoder } from 'jpeg-lossless-decoder-js';
import { checkStream, decodeFailed, toSampleFrame } from './sample-codes.ts';

const LOSSLESS_HUFFMAN = 0xc3;

/** JPEG lossless, all predictors (processes 14). Its colours stay as the photometric interpretation says. */
export async function decodeJpegLossless(
  stream: Uint8Array,
  p: PixelDescription,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  const header = readJpegHeader(stream);
  const size = checkStream(
    header && { ...header, channels: header.components.length, bitsPerSample: header.precision },
    p,
  );
  if (!size.ok) return size;
  if (header?.process !== LOSSLESS_HUFFMAN) return decodeFailed('not a lossless JPEG stream');
  const bytesPerSample = size.value.bitsPerSample > 8 ? 2 : 1;
  if (size.value.channels === 3 && bytesPerSample === 2) {
    return { ok: false, refusal: { code: 'unsupported-pixels', detail: 'lossless JPEG of 16-bit colour' } };
  }
  try {
    // The decoder takes a whole buffer, so the stream gets one of its own.
    const copy = new Uint8Array(stream);
    const samples = new Decoder().decode(copy.buffer, 0, copy.length, bytesPerSample);
    const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
    return toSampleFrame(bytes, size.value, p, 'as-described');
  } catch {
    return decodeFailed('lossless JPEG stream is damaged');
  }
}
