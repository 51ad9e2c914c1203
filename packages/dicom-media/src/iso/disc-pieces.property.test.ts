import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiscLayout, discPieces, layoutDisc } from '../index.ts';

const contents = fc.array(fc.uint8Array({ maxLength: 6000 }), { maxLength: 9 });

function layoutOf(files: readonly Uint8Array[]): DiscLayout {
  const named = files.map((bytes, at) => ({ name: `${'AB'[at % 2]}/Picture ${at}.jpg`, sizeBytes: bytes.length }));
  const laid = layoutDisc({ label: 'TEST', createdOn: '2026-01-10' }, named);
  if (!laid.ok) throw new Error(laid.refusal.code);
  return laid.value;
}

function bytesOf(layout: DiscLayout, files: readonly Uint8Array[], start: number, end: number): Buffer {
  const pieces = [...discPieces(layout, start, end)].map((piece) =>
    piece.kind === 'bytes' ? piece.bytes : (files[piece.entryIndex]?.subarray(piece.start, piece.end) as Uint8Array),
  );
  return Buffer.concat(pieces);
}

test('any ranges, joined, are the whole; the whole is as long as was said and always the same', () => {
  fc.assert(
    fc.property(contents, fc.array(fc.nat(), { maxLength: 8 }), (files, cuts) => {
      const layout = layoutOf(files);
      const whole = bytesOf(layout, files, 0, layout.totalBytes);
      expect(whole.length).toBe(layout.totalBytes);
      const places = [0, ...cuts.map((cut) => cut % (layout.totalBytes + 1)).sort((a, b) => a - b), layout.totalBytes];
      const parts = places.slice(1).map((end, at) => bytesOf(layout, files, places[at] as number, end));
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
      expect(bytesOf(layoutOf(files), files, 0, layout.totalBytes).equals(whole)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a range anywhere is exactly that slice of the whole, and one beyond the end is cut', () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.nat({ max: 9000 }), (files, from, length) => {
      const layout = layoutOf(files);
      const start = from % (layout.totalBytes + 100);
      const whole = bytesOf(layout, files, 0, layout.totalBytes);
      expect(bytesOf(layout, files, start, start + length).equals(whole.subarray(start, start + length))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
