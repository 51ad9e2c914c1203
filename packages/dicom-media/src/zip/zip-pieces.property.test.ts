import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutZip, type ZipLayout, zipPieces } from '../index.ts';

const contents = fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 });

function layoutOf(files: readonly Uint8Array[]): ZipLayout {
  const laid = layoutZip(
    files.map((bytes, at) => ({ name: `DICOM/IM${at}`, sizeBytes: bytes.length, crc32: crc32(bytes) })),
  );
  if (!laid.ok) throw new Error(laid.refusal.code);
  return laid.value;
}

function bytesOf(layout: ZipLayout, files: readonly Uint8Array[], start: number, end: number): Buffer {
  const pieces = [...zipPieces(layout, start, end)].map((piece) =>
    piece.kind === 'bytes' ? piece.bytes : (files[piece.entryIndex]?.subarray(piece.start, piece.end) as Uint8Array),
  );
  return Buffer.concat(pieces);
}

test('any ranges, joined, are the whole, and the whole is as long as was said', () => {
  fc.assert(
    fc.property(contents, fc.array(fc.nat({ max: 2000 }), { maxLength: 8 }), (files, cuts) => {
      const layout = layoutOf(files);
      const whole = bytesOf(layout, files, 0, layout.totalBytes);
      expect(whole.length).toBe(layout.totalBytes);
      const places = [0, ...cuts.map((cut) => cut % (layout.totalBytes + 1)).sort((a, b) => a - b), layout.totalBytes];
      const parts = places.slice(1).map((end, at) => bytesOf(layout, files, places[at] as number, end));
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
    }),
  );
});

test('a range anywhere is exactly that slice of the whole, and one beyond the end is cut', () => {
  fc.assert(
    fc.property(contents, fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), (files, start, length) => {
      const layout = layoutOf(files);
      const whole = bytesOf(layout, files, 0, layout.totalBytes);
      expect(bytesOf(layout, files, start, start + length).equals(whole.subarray(start, start + length))).toBe(true);
    }),
  );
});
