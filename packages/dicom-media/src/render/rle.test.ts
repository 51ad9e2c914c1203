import { describe, expect, it } from 'vitest';
import { decodeRleFrame, startsRleFrame } from './rle.ts';

/** An RLE frame of these segments (PS3.5 G.5). */
function rleFrame(...segments: number[][]): Uint8Array {
  const head = new Uint8Array(64);
  const view = new DataView(head.buffer);
  view.setUint32(0, segments.length, true);
  let at = 64;
  for (const [number, segment] of segments.entries()) {
    view.setUint32(4 + number * 4, at, true);
    at += segment.length;
  }
  return Uint8Array.from([...head, ...segments.flat()]);
}

const grey = { pixels: 4, channels: 1, bytesPerSample: 1 };

describe('an RLE frame', () => {
  it('repeats, copies and skips as PS3.5 G.3.2 says', () => {
    const decoded = decodeRleFrame(rleFrame([0xff, 7, 0x80, 1, 8, 9]), grey);
    expect(decoded).toEqual({ ok: true, value: Uint8Array.of(7, 7, 8, 9) });
  });

  it('puts the most significant byte of a 16-bit sample first in the file, last in memory', () => {
    const frame = rleFrame([1, 0x12, 0x34], [1, 0x56, 0x78]);
    const decoded = decodeRleFrame(frame, { pixels: 2, channels: 1, bytesPerSample: 2 });
    expect(decoded).toEqual({ ok: true, value: Uint8Array.of(0x56, 0x12, 0x78, 0x34) });
  });

  it('gives colour planes back pixel by pixel', () => {
    const frame = rleFrame([1, 1, 2], [1, 3, 4], [1, 5, 6]);
    const decoded = decodeRleFrame(frame, { pixels: 2, channels: 3, bytesPerSample: 1 });
    expect(decoded).toEqual({ ok: true, value: Uint8Array.of(1, 3, 5, 2, 4, 6) });
  });

  it('is refused when a segment ends before its last pixel', () => {
    const decoded = decodeRleFrame(rleFrame([1, 1, 2]), grey);
    expect(decoded).toMatchObject({ ok: false, refusal: { code: 'pixels-truncated' } });
  });

  it('is refused when a segment lies beyond the end or runs backwards', () => {
    const beyond = rleFrame([3, 1, 2, 3, 4]);
    new DataView(beyond.buffer).setUint32(4, 0xfffffff0, true);
    expect(decodeRleFrame(beyond, grey)).toMatchObject({ ok: false, refusal: { code: 'decode-failed' } });
    const backwards = rleFrame([1, 1, 2], [1, 3, 4]);
    new DataView(backwards.buffer).setUint32(8, 64 - 1, true);
    const shape = { pixels: 2, channels: 1, bytesPerSample: 2 };
    expect(decodeRleFrame(backwards, shape)).toMatchObject({ ok: false, refusal: { code: 'decode-failed' } });
  });

  it('is refused when it has another number of segments than the picture has byte planes', () => {
    expect(decodeRleFrame(rleFrame([1, 1, 2]), { ...grey, channels: 3 })).toMatchObject({ ok: false });
  });

  it('is known by its table of segments', () => {
    expect(startsRleFrame(rleFrame([0, 1]))).toBe(true);
    expect(startsRleFrame(new Uint8Array(64).fill(3))).toBe(false);
  });
});
