import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZipPassword, layoutZip, openSealer, sealZip, type ZipCrypto, type ZipEntry, zipPieces } from '../index.ts';

const crypto: ZipCrypto = {
  deriveKey: (password, salt, iterations, length) => pbkdf2Sync(password, salt, iterations, length, 'sha1'),
  encryptBlocks: (key, blocks) => createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(blocks),
  hmacSha1: (key) => createHmac('sha1', key),
};
const saltOf = (number: number) => new Uint8Array(16).fill(number);
const sealerOf = (number: number) => openSealer(crypto, 'a long password', saltOf(number));

function sealed(files: readonly Uint8Array[]) {
  const entries: ZipEntry[] = files.map((content, at) => {
    const sealer = sealerOf(at);
    const copy = content.slice();
    // In two parts, so that the second starts anywhere in a block.
    sealer.sealNext(copy.subarray(0, copy.length >> 1));
    sealer.sealNext(copy.subarray(copy.length >> 1));
    return { name: `F${at}`, sizeBytes: content.length, crc32: 0, seal: sealer.seal() };
  });
  const laid = layoutZip(entries);
  if (!laid.ok) throw new Error(laid.refusal.code);
  const layout = laid.value;
  const range = (start: number, end: number) =>
    Buffer.concat(
      [...zipPieces(layout, start, end)].map((piece) => {
        if (piece.kind === 'bytes') return piece.bytes;
        const content = (files[piece.entryIndex] as Uint8Array).slice(piece.start, piece.end);
        sealerOf(piece.entryIndex).sealAt(content, piece.start);
        return content;
      }),
    );
  return { totalBytes: layout.totalBytes, range };
}

test('a range of an encrypted ZIP is exactly that slice of the whole, whose length was known', () => {
  const files = fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 4 });
  fc.assert(
    fc.property(files, fc.nat({ max: 900 }), fc.nat({ max: 200 }), (contents, start, length) => {
      const { totalBytes, range } = sealed(contents);
      const whole = range(0, totalBytes);
      expect(whole.length).toBe(totalBytes);
      expect(range(start, start + length).equals(whole.subarray(start, start + length))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('content far into a large file is sealed by its place, beyond 32 bits of blocks too', () => {
  for (const start of [5, 65_535, 2 ** 37 + 3]) {
    const content = new Uint8Array(100).fill(7);
    const [whole, half] = [content.slice(), content.slice(40)];
    sealerOf(1).sealAt(whole, start);
    sealerOf(1).sealAt(half, start + 40);
    expect(whole.subarray(40)).toEqual(half);
    sealerOf(1).sealAt(whole, start);
    expect(whole).toEqual(content);
  }
});

test('sealed in one pass, cut anywhere, it is the same as sealed file by file', () => {
  const files = fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 4 });
  fc.assert(
    fc.property(files, fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 9 }), (contents, cuts) => {
      let salts = 0;
      const made = sealZip(
        contents.map((content, at) => ({ name: `F${at}`, sizeBytes: content.length, crc32: 0 })),
        { crypto, password: 'a long password', randomBytes: () => saltOf(salts++) },
      );
      if (!made.ok) throw new Error(made.refusal.code);
      const { layout, seal } = made.value;
      const plain = Buffer.concat(
        [...zipPieces(layout, 0, layout.totalBytes)].map((piece) =>
          piece.kind === 'bytes' ? piece.bytes : (contents[piece.entryIndex] as Uint8Array),
        ),
      );
      for (let at = 0, turn = 0; at < plain.length; turn++) {
        const length = cuts[turn % cuts.length] as number;
        seal(plain.subarray(at, at + length));
        at += length;
      }
      const { totalBytes, range } = sealed(contents);
      expect(plain.equals(range(0, totalBytes))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe('What would make encryption worthless is refused', () => {
  const entry = (name: string, number: number): ZipEntry => {
    const sealer = sealerOf(number);
    return { name, sizeBytes: 0, crc32: 0, seal: sealer.seal() };
  };

  test('one salt for two files', () => {
    expect(layoutZip([entry('a', 1), entry('b', 2)]).ok).toBe(true);
    expect(layoutZip([entry('a', 1), entry('b', 1)])).toEqual({
      ok: false,
      refusal: { code: 'salt-used-twice', entryIndex: 1 },
    });
  });

  test('a seal of other lengths than the format has', () => {
    const short = entry('a', 1);
    const seal = { ...short.seal, salt: new Uint8Array(8) } as NonNullable<ZipEntry['seal']>;
    expect(layoutZip([{ ...short, seal }])).toMatchObject({ refusal: { code: 'bad-seal' } });
  });

  test('a short password, or one that tools would encode differently', () => {
    expect(isZipPassword('7Q4M-2KXV-9PLW')).toBe(true);
    for (const password of ['short', 'a'.repeat(100), 'contraseña larga']) expect(isZipPassword(password)).toBe(false);
  });
});
