import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import type { PackingSource } from './packing-source.ts';
import { writeDisc } from './write-disc.ts';
import { writeZip } from './write-zip.ts';

const [sevenZip, unzip] = [withTool('7z'), withTool('unzip')];
const signal = new AbortController().signal;
const password = 'correct horse battery';

describeWith([sevenZip, unzip], 'packing files from disk to disk', () => {
  if (!sevenZip.present || !unzip.present) return;
  let folder: string;
  let sources: PackingSource[];
  const at = (name: string) => path.join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'echoback-packing-'));
    // Sizes around the buffer of 64 KiB: many in one, exactly one, over several.
    const sizes = [0, 1, 700, 65_536, 65_535, 3_000_001, 0, 5, 65_536 * 2, 65_400];
    sources = sizes.map((sizeBytes, index) => {
      const file = at(`source-${index}`);
      writeFileSync(file, randomBytes(sizeBytes));
      return { name: `DICOM/IM${index}`, file, sizeBytes, ...(index === 2 ? { zeroUntil: 128 } : {}) };
    });
    const readme = new TextEncoder().encode('About this copy\r\n');
    sources.push({ name: 'README.TXT', bytes: readme, sizeBytes: readme.length });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const contentOf = (source: PackingSource) => {
    const bytes = 'bytes' in source ? Buffer.from(source.bytes) : readFileSync(source.file);
    return 'file' in source && source.zeroUntil ? Buffer.concat([Buffer.alloc(128), bytes.subarray(128)]) : bytes;
  };
  const expectContent = (root: string) => {
    for (const source of sources) {
      expect(readFileSync(path.join(root, source.name)).equals(contentOf(source)), source.name).toBe(true);
    }
  };

  it('writes a ZIP with right checksums in one pass, and says how far it is', async () => {
    const told: number[] = [];
    const written = await writeZip(at('a.zip'), sources, { signal, onProgress: (done) => told.push(done) });
    if (!written.ok) throw new Error(written.refusal.code);
    expect(told.at(-1)).toBe(written.value.totalBytes);
    expect(readFileSync(at('a.zip')).length).toBe(written.value.totalBytes);
    expect((await unzip.value(['-q', at('a.zip'), '-d', at('a')])).code).toBe(0);
    expectContent(at('a'));
    await writeZip(at('again.zip'), sources, { signal });
    expect(readFileSync(at('again.zip')).equals(readFileSync(at('a.zip')))).toBe(true);
  });

  it('writes an encrypted ZIP that 7-Zip opens with the password, and refuses without', async () => {
    const written = await writeZip(at('b.zip'), sources, { signal }, { password, randomBytes });
    expect(written.ok).toBe(true);
    expect((await sevenZip.value(['l', '-slt', at('b.zip')])).stdout).toContain('Method = AES-256 Store');
    const opened = await sevenZip.value(['x', `-p${password}`, `-o${at('b')}`, at('b.zip')]);
    expect(opened.stdout).toContain('Everything is Ok');
    expectContent(at('b'));
    const wrong = await sevenZip.value(['t', '-pwrong', at('b.zip')]);
    expect(`${wrong.stdout}${wrong.stderr}`).toContain('Wrong password');
    // Info-ZIP does not know the format: the README says so.
    expect((await unzip.value(['-t', '-P', password, at('b.zip')])).code).not.toBe(0);
  });

  it('finds a changed byte of an encrypted file by its code', async () => {
    const bytes = readFileSync(at('b.zip'));
    bytes[200_000] = (bytes[200_000] as number) ^ 1;
    writeFileSync(at('changed.zip'), bytes);
    const answer = await sevenZip.value(['t', `-p${password}`, at('changed.zip')]);
    expect(answer.code).not.toBe(0);
  });

  it('writes a disc image that 7-Zip opens', async () => {
    const volume = { label: 'ECHOBACK', createdOn: '2026-01-10' };
    const written = await writeDisc(at('c.iso'), volume, sources, { signal });
    if (!written.ok) throw new Error(written.refusal.code);
    const opened = await sevenZip.value(['x', '-tudf', `-o${at('c')}`, at('c.iso')]);
    expect(opened.stdout).toContain('Everything is Ok');
    expectContent(at('c'));
  });

  it('leaves nothing behind when it is refused, stopped, or a file is not as long as was said', async () => {
    mkdirSync(at('empty'));
    const target = path.join(at('empty'), 'x.zip');
    const refused = await writeZip(target, [{ name: '../UP', bytes: new Uint8Array(1), sizeBytes: 1 }], { signal });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'bad-name' } });
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(writeZip(target, sources, { signal: stopped })).rejects.toThrow('stopped');
    const longer = sources.map((source) => ({ ...source, sizeBytes: source.sizeBytes + 1 }));
    await expect(writeZip(target, longer.slice(0, 2), { signal })).rejects.toThrow('a file is shorter');
    expect(readdirSync(at('empty'))).toEqual([]);
  });
});
