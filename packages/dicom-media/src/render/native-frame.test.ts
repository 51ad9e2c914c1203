import { describe, expect, it } from 'vitest';
import { pixels, us } from '../../testing/made-pixels.ts';
import { nativeFrameCount, nativeFrameRange, unpackNativeFrame } from './native-frame.ts';
import type { PixelDescription } from './pixel-description.ts';

const samplesOf = (bytes: Uint8Array, p: PixelDescription, firstBit = 0) => {
  const frame = unpackNativeFrame(bytes, p, firstBit);
  return frame.ok ? [...frame.value.samples] : frame.refusal.code;
};
const colour = { channels: 3, photometricInterpretation: 'RGB' } as const;

describe('uncompressed pixels', () => {
  it('of separate planes come out pixel by pixel', () => {
    const p = pixels({ ...colour, rows: 1, isPlanar: true });
    expect(samplesOf(Uint8Array.of(1, 2, 3, 4, 5, 6), p)).toEqual([1, 3, 5, 2, 4, 6]);
  });

  it('leave the bytes they were read from as they are, a Node Buffer too', () => {
    const bytes = Buffer.of(1, 2, 3, 4, 5, 6);
    expect(samplesOf(bytes, pixels({ ...colour, rows: 1, isPlanar: true }))).toEqual([1, 3, 5, 2, 4, 6]);
    expect([...bytes]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('of big endian words are turned', () => {
    const p = pixels({ rows: 1, littleEndian: false, bitsAllocated: 16, bitsStored: 16, highBit: 15 });
    expect(samplesOf(Uint8Array.of(1, 2, 3, 4), p)).toEqual([0x102, 0x304]);
  });

  it('are cut out of their words by High Bit and Bits Stored', () => {
    const p = pixels({ rows: 1, bitsAllocated: 16, bitsStored: 8, highBit: 11 });
    expect(samplesOf(us(0xfab1, 0x0120), p)).toEqual([0xab, 0x12]);
  });

  it('of one bit start anywhere in a byte', () => {
    const p = pixels({ rows: 1, columns: 3, bitsAllocated: 1, bitsStored: 1, highBit: 0, frames: 2 });
    expect(nativeFrameRange(p, 1, 1)).toEqual({ ok: true, value: { start: 0, end: 1, heldEnd: 1, firstBit: 3 } });
    expect(samplesOf(Uint8Array.of(0b0010_1001), p, 3)).toEqual([1, 0, 1]);
  });

  it('of 4:2:2 take two bytes a pixel and share their colour', () => {
    const p = pixels({ ...colour, rows: 1, photometricInterpretation: 'YBR_FULL_422' });
    expect(nativeFrameCount({ ...p, frames: 9 }, 8)).toBe(2);
    expect(samplesOf(Uint8Array.of(10, 20, 30, 40), p)).toEqual([10, 30, 40, 20, 30, 40]);
  });

  it('are refused when the file is shorter than the picture', () => {
    expect(samplesOf(new Uint8Array(3), pixels())).toBe('pixels-truncated');
    expect(nativeFrameRange(pixels({ frames: 2 }), 1, 7)).toMatchObject({ refusal: { code: 'pixels-truncated' } });
    expect(nativeFrameRange(pixels(), 0, 0)).toMatchObject({ refusal: { code: 'pixels-truncated' } });
  });

  it('of a single picture that is cut off are told as far as they go', () => {
    expect(nativeFrameCount(pixels(), 3)).toBe(1);
    expect(nativeFrameRange(pixels(), 0, 3)).toMatchObject({ value: { start: 0, end: 4, heldEnd: 3 } });
  });

  it('are counted by their bytes, not by the claim', () => {
    expect(nativeFrameCount(pixels({ frames: 100_000 }), 10)).toBe(2);
  });
});
