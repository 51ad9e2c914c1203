import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSequentialJpeg } from './jpeg-extended.ts';

const segment = (marker: number, ...body: number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];
/** Codes of one bit: 0 is the first symbol, 10 the second. */
const huffman = (kind: number, first: number, second: number) =>
  segment(0xc4, kind, 1, 1, ...new Array(14).fill(0), first, second);

/** Two blocks of 12 bits side by side, each with a mean only; differences of 6 bits, quantised by 8. */
function stream({ scan, restart = 0 }: { scan: number[]; restart?: number }): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...new Array(64).fill(8)),
    ...segment(0xc1, 12, 0, 8, 0, 16, 1, 1, 0x11, 0),
    ...huffman(0x00, 6, 0),
    ...huffman(0x10, 0, 0xf0),
    ...segment(0xdd, 0, restart),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    ...scan,
    ...[0xff, 0xd9],
  ]);
}
const levels = (bytes: Uint8Array) => {
  const decoded = decodeSequentialJpeg(bytes);
  if (!decoded.ok) return decoded.refusal.code;
  return [...new Set(decoded.value.samples)];
};

describe('Extended JPEG of 12 bits', () => {
  // 0 100000 0: a difference of 32, end of block; 10 0: no difference, end of block. A mean of 32 x 8 / 8 above the middle.
  it('is its means around the middle of 4,096 levels', () => {
    expect(levels(stream({ scan: [0b01000000, 0b10011111] }))).toEqual([2080]);
  });

  it('counts each mean from the one before, and from zero behind a restart', () => {
    expect(levels(stream({ scan: [0b01000000, 0b01000000] }))).toEqual([2080, 2112]);
    expect(levels(stream({ scan: [0b01000000, 0xff, 0xd0, 0b10011111], restart: 1 }))).toEqual([2080, 2048]);
  });

  it('is refused when it ends early, lacks a restart or a table', () => {
    expect(levels(stream({ scan: [0b01000000] }))).toBe('decode-failed');
    expect(levels(stream({ scan: [0b01000000, 0b01000000], restart: 1 }))).toBe('decode-failed');
    expect(levels(Uint8Array.from([0xff, 0xd8, ...segment(0xc1, 12, 0, 8, 0, 8, 1, 1, 0x11, 0), 0xff, 0xd9]))).toBe(
      'decode-failed',
    );
  });

  it('is refused by its name when it is progressive', () => {
    const progressive = stream({ scan: [0b01000000, 0b10011111] });
    progressive[progressive.indexOf(0xc1)] = 0xc2;
    expect(decodeSequentialJpeg(progressive)).toEqual({
      ok: false,
      refusal: { code: 'unsupported-pixels', detail: 'progressive JPEG of 12 bits' },
    });
  });

  it('never throws, whatever the bytes', () => {
    const good = stream({ scan: [0b01000000, 0b10011111] });
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(changes, (list) => {
        const bytes = Uint8Array.from(good);
        for (const [at, value] of list) bytes[at] = value;
        expect(decodeSequentialJpeg(bytes)).toHaveProperty('ok');
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});
