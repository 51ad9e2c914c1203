import { type Outcome, ok } from '../outcome.ts';
import type { PixelDescription } from './pixel-description.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';
import type { SampleFrame } from './sample-frame.ts';
import { expand422 } from './ybr.ts';

const is422 = (p: PixelDescription) => p.channels === 3 && p.photometricInterpretation.endsWith('_422');

/** Bits that one frame takes in uncompressed pixel data; only 1-bit pixels can end inside a byte (PS3.5 8.1.1). */
export function nativeFrameBits(p: PixelDescription): number {
  const pixels = p.rows * p.columns;
  if (is422(p)) return Math.ceil(pixels / 2) * 4 * p.bitsAllocated;
  return pixels * p.channels * p.bitsAllocated;
}

/**
 * How many frames the bytes really hold: the header's claim is not trusted. Whole ones; when there is none, the first as
 * far as it goes, because a picture that is cut off is better than none.
 */
export function nativeFrameCount(p: PixelDescription, byteLength: number): number {
  const whole = Math.min(p.frames, Math.floor((byteLength * 8) / nativeFrameBits(p)));
  return whole === 0 && byteLength > 0 ? 1 : whole;
}

/** The bytes of one frame, counted from the start of the pixel data; `heldEnd` is where they end when they are cut off. */
export function nativeFrameRange(
  p: PixelDescription,
  frame: number,
  byteLength: number,
): Outcome<{ start: number; end: number; heldEnd: number; firstBit: number }, RenderRefusal> {
  const bits = nativeFrameBits(p);
  const start = Math.floor((bits * frame) / 8);
  const end = Math.ceil((bits * (frame + 1)) / 8);
  if (frame < 0 || frame >= p.frames) return refusal('no-such-frame', `frame ${frame + 1} of ${p.frames}`);
  if (end > byteLength && (frame > 0 || byteLength === 0))
    return refusal('pixels-truncated', `${byteLength} bytes of pixels, frame needs ${end}`);
  return ok({ start, end, heldEnd: Math.min(end, byteLength), firstBit: (bits * frame) % 8 });
}

/** Uncompressed bytes of one frame as sample codes: byte order, planes, 4:2:2 and bit position undone. */
export function unpackNativeFrame(
  bytes: Uint8Array,
  p: PixelDescription,
  firstBit = 0,
): Outcome<SampleFrame, RenderRefusal> {
  if (bytes.length * 8 < firstBit + nativeFrameBits(p)) {
    return refusal('pixels-truncated', `${bytes.length} bytes for one frame`);
  }
  const count = p.rows * p.columns * p.channels;
  let samples: SampleFrame['samples'];
  if (is422(p)) {
    if (p.bitsAllocated !== 8) return refusal('unsupported-pixels', `4:2:2 with ${p.bitsAllocated} bits`);
    samples = expand422(bytes, p.rows * p.columns);
  } else {
    samples = interleave(maskBits(readSamples(bytes, p, count, firstBit), p), p);
  }
  return ok({ width: p.columns, height: p.rows, channels: p.channels, samples, colour: 'as-described' });
}

function readSamples(bytes: Uint8Array, p: PixelDescription, count: number, firstBit: number): SampleFrame['samples'] {
  if (p.bitsAllocated === 8) return bytes.subarray(0, count);
  if (p.bitsAllocated === 1) return readBits(bytes, count, firstBit);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = p.bitsAllocated === 16 ? new Uint16Array(count) : new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    samples[at] =
      p.bitsAllocated === 16 ? view.getUint16(at * 2, p.littleEndian) : view.getUint32(at * 4, p.littleEndian);
  }
  return samples;
}

/** 1-bit pixels fill each byte from its lowest bit. */
function readBits(bytes: Uint8Array, count: number, firstBit: number): Uint8Array {
  const samples = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const bit = firstBit + at;
    samples[at] = ((bytes[bit >> 3] as number) >> (bit & 7)) & 1;
  }
  return samples;
}

/** Old files keep overlays in the bits around the sample: shift by High Bit, keep Bits Stored. */
function maskBits(samples: SampleFrame['samples'], p: PixelDescription): SampleFrame['samples'] {
  const shift = p.highBit + 1 - p.bitsStored;
  if (shift === 0 && p.bitsStored === p.bitsAllocated) return samples;
  const mask = 2 ** p.bitsStored - 1;
  return samples.map((sample) => (sample >>> shift) & mask);
}

function interleave(samples: SampleFrame['samples'], p: PixelDescription): SampleFrame['samples'] {
  if (!p.isPlanar) return samples;
  const pixels = p.rows * p.columns;
  const out = roomFor(samples);
  for (let at = 0; at < pixels; at++) {
    out[at * 3] = samples[at] as number;
    out[at * 3 + 1] = samples[pixels + at] as number;
    out[at * 3 + 2] = samples[2 * pixels + at] as number;
  }
  return out;
}

/** Not `slice`: given a Node Buffer it would be the same memory. */
function roomFor(samples: SampleFrame['samples']): SampleFrame['samples'] {
  if (samples instanceof Uint16Array) return new Uint16Array(samples.length);
  return samples instanceof Uint32Array ? new Uint32Array(samples.length) : new Uint8Array(samples.length);
}
