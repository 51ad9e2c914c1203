import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../../scripts/peers/tools.ts';
import { layoutZip, type ZipEntry, zipPieces } from '../index.ts';

const unzip = withTool('unzip');
const sevenZip = withTool('7z');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-zip-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the ZIP; an entry without content becomes a hole in a sparse file, so that 6 GB cost a few blocks. */
function writeZip(name: string, entries: readonly ZipEntry[], contents: readonly (Uint8Array | undefined)[]): string {
  const laid = layoutZip(entries);
  if (!laid.ok) throw new Error(laid.refusal.code);
  const file = path.join(folder, name);
  const handle = openSync(file, 'w');
  let at = 0;
  for (const piece of zipPieces(laid.value, 0, laid.value.totalBytes)) {
    const bytes = piece.kind === 'bytes' ? piece.bytes : contents[piece.entryIndex];
    if (bytes) writeSync(handle, bytes, 0, bytes.length, at);
    at += piece.kind === 'bytes' ? piece.bytes.length : piece.end - piece.start;
  }
  ftruncateSync(handle, at);
  closeSync(handle);
  expect(at).toBe(laid.value.totalBytes);
  return file;
}

describeWith([unzip, sevenZip], 'A ZIP as other programs see it', () => {
  if (!unzip.present || !sevenZip.present) return;
  const names = ['DICOMDIR', 'DICOM/ST000001/IM000001', 'Bilder/Müller 超音波, 1.txt', 'EMPTY'];
  const contents = names.map((name, at) => new TextEncoder().encode(at === 3 ? '' : `content of ${name}`));
  const entries = names.map((name, at) => ({
    name,
    sizeBytes: (contents[at] as Uint8Array).length,
    crc32: crc32(contents[at] as Uint8Array),
  }));

  test('unzip and 7z find it whole', async () => {
    const file = writeZip('small.zip', entries, contents);
    expect((await unzip.value(['-t', file])).stdout).toContain('No errors detected');
    expect((await sevenZip.value(['t', file])).stdout).toContain('Everything is Ok');
  });

  test('unpacked files have their names and bytes, also beyond ASCII', async () => {
    const file = writeZip('unpack.zip', entries, contents);
    const out = path.join(folder, 'out');
    expect((await unzip.value(['-q', file, '-d', out])).code).toBe(0);
    names.forEach((name, at) => {
      expect(readFileSync(path.join(out, name))).toEqual(Buffer.from(contents[at] as Uint8Array));
    });
  });

  test("a changed byte is found: the checksum is the content's own", async () => {
    const wrong = entries
      .map((entry, at) => (at === 0 ? { ...entry, crc32: entry.crc32 ^ 1 } : entry))
      .map(({ crc32: sum, ...entry }) => ({ ...entry, crc32: sum >>> 0 }));
    expect((await unzip.value(['-t', writeZip('wrong.zip', wrong, contents)])).code).not.toBe(0);
  });

  const clip: ZipEntry = { name: 'CLIP', sizeBytes: 0x1_0000_0010, crc32: 1 };

  test('a file over 4 GiB, and files behind it, are listed and read through ZIP64', async () => {
    const file = writeZip('large.zip', [clip, ...entries], [undefined, ...contents]);
    const listed = (await sevenZip.value(['l', '-slt', file])).stdout;
    for (const { name, sizeBytes } of [clip, ...entries]) {
      expect(listed).toContain(`Path = ${name}\nFolder = -\nSize = ${sizeBytes}\n`);
    }
    expect((await unzip.value(['-p', file, names[1] as string])).stdout).toBe(`content of ${names[1]}`);
    expect((await sevenZip.value(['t', file, 'DICOMDIR', 'EMPTY'])).stdout).toContain('Everything is Ok');
  });

  // Info-ZIP 6.0 takes the real size FFFFFFFF for its own sign and loses the files behind it; 7-Zip does not.
  test('a size of exactly FFFFFFFF goes to ZIP64 too', async () => {
    const exact: ZipEntry = { name: 'EXACT', sizeBytes: 0xffff_ffff, crc32: 2 };
    const file = writeZip('exact.zip', [clip, exact, ...entries], [undefined, undefined, ...contents]);
    expect((await sevenZip.value(['l', '-slt', file])).stdout).toContain(
      'Path = EXACT\nFolder = -\nSize = 4294967295\n',
    );
    expect((await sevenZip.value(['t', file, 'DICOMDIR', names[1] as string])).stdout).toContain('Everything is Ok');
  });

  test('70,000 files are counted through ZIP64', async () => {
    const many = Array.from({ length: 70_000 }, (_, at) => ({ name: `F/${at}`, sizeBytes: 0, crc32: 0 }));
    const file = writeZip('many.zip', many, []);
    expect((await sevenZip.value(['l', file])).stdout).toContain('70000 files');
    expect((await unzip.value(['-tq', file])).code).toBe(0);
  });
});
