import { type Outcome, ok } from '../outcome.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';

const HEADER_BYTES = 64;
const SEGMENTS_MAX = 15;

export type RleShape = { pixels: number; channels: number; bytesPerSample: number };

/**
 * One RLE frame (PS3.5 annex G) as interleaved little endian samples. Segments are byte planes, the most significant
 * byte of each sample first. A segment that ends early is refused: half a picture must not pass for a whole one.
 */
export function decodeRleFrame(bytes: Uint8Array, shape: RleShape): Outcome<Uint8Array, RenderRefusal> {
  const segments = readSegments(bytes, shape.channels * shape.bytesPerSample);
  if (!segments.ok) return segments;
  const stride = shape.channels * shape.bytesPerSample;
  const out = new Uint8Array(shape.pixels * stride);
  for (const [number, segment] of segments.value.entries()) {
    const channel = Math.floor(number / shape.bytesPerSample);
    const byteInSample = shape.bytesPerSample - 1 - (number % shape.bytesPerSample);
    const written = unpackBits(segment, out, channel * shape.bytesPerSample + byteInSample, stride);
    if (written < shape.pixels) {
      return refusal('pixels-truncated', `RLE segment ${number + 1} has ${written} of ${shape.pixels} bytes`);
    }
  }
  return ok(out);
}

/** A first fragment of an RLE frame: a plausible count, the first segment right behind the header. */
export function startsRleFrame(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const count = view.getUint32(0, true);
  if (count < 1 || count > SEGMENTS_MAX || view.getUint32(4, true) !== HEADER_BYTES) return false;
  for (let number = count + 1; number <= SEGMENTS_MAX; number++) {
    if (view.getUint32(number * 4, true) !== 0) return false;
  }
  return true;
}

function readSegments(bytes: Uint8Array, expected: number): Outcome<Uint8Array[], RenderRefusal> {
  if (bytes.length < HEADER_BYTES) return refusal('pixels-truncated', 'RLE header is incomplete');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  if (count !== expected || count > SEGMENTS_MAX) {
    return refusal('decode-failed', `${count} RLE segments where ${expected} are needed`);
  }
  const segments: Uint8Array[] = [];
  for (let number = 0; number < count; number++) {
    const start = view.getUint32(4 + number * 4, true);
    const end = number + 1 < count ? view.getUint32(8 + number * 4, true) : bytes.length;
    if (start < HEADER_BYTES || start > end || end > bytes.length) {
      return refusal('decode-failed', `RLE segment ${number + 1} lies outside the frame`);
    }
    segments.push(bytes.subarray(start, end));
  }
  return ok(segments);
}

/** PackBits, into every `stride`-th byte of `out` from `first`. Returns how many bytes were produced. */
function unpackBits(packed: Uint8Array, out: Uint8Array, first: number, stride: number): number {
  let target = first;
  let at = 0;
  while (at < packed.length && target < out.length) {
    const control = packed[at++] as number;
    if (control === 128) continue;
    if (control < 128) {
      const end = Math.min(at + control + 1, packed.length);
      for (; at < end && target < out.length; target += stride) out[target] = packed[at++] as number;
      continue;
    }
    if (at >= packed.length) break;
    const value = packed[at++] as number;
    for (let left = 257 - control; left > 0 && target < out.length; left--, target += stride) out[target] = value;
  }
  return (target - first) / stride;
}
