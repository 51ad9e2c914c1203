import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ObjectStore } from './object-store.ts';

/** What every object store does, whatever holds the bytes. `scratch` is a folder of the test's own. */
export function objectStoreConformance(open: () => Promise<{ store: ObjectStore; scratch: string }>): void {
  const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = { sha256, crc32: crc32(bytes), sizeBytes: bytes.length };

  test('bytes written in pieces come back whole under their SHA-256, with CRC-32 and size', async () => {
    const { store } = await open();
    const opened = await store.openWriter();
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    for (let at = 0; at < bytes.length; at += 65_537) await opened.value.write(bytes.subarray(at, at + 65_537));
    expect(await store.has(sha256)).toBe(false);
    expect(await opened.value.finish()).toEqual(known);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.readBytes(sha256)).toEqual(bytes);
  });

  test('a file, bytes and pieces with the same content are one object', async () => {
    const { store, scratch } = await open();
    await writeFile(path.join(scratch, 'file'), bytes);
    expect(await store.putFile(path.join(scratch, 'file'))).toEqual({ ok: true, value: known });
    expect(await store.putBytes(bytes)).toEqual({ ok: true, value: known });
    expect(await buffer(store.openRead(sha256))).toEqual(bytes);
  });

  test('any part can be read by itself, also an empty one', async () => {
    const { store } = await open();
    await store.putBytes(bytes);
    for (const [start, end] of [
      [0, 1],
      [99_999, 200_001],
      [bytes.length - 1, bytes.length],
      [7, 7],
    ] as const) {
      expect(await buffer(store.openRead(sha256, { start, end }))).toEqual(bytes.subarray(start, end));
    }
  });

  test('the empty object is an object', async () => {
    const { store } = await open();
    const put = await store.putBytes(new Uint8Array());
    if (!put.ok) throw new Error(put.refusal.sentence);
    expect(put.value).toMatchObject({ sizeBytes: 0, crc32: 0 });
    expect(await store.readBytes(put.value.sha256)).toHaveLength(0);
  });

  test('an abandoned writer leaves no object, and a used one takes no more', async () => {
    const { store } = await open();
    const first = await store.openWriter();
    const second = await store.openWriter();
    if (!first.ok || !second.ok) throw new Error('no writer');
    await first.value.write(bytes);
    await first.value.abandon();
    expect(await store.has(sha256)).toBe(false);
    await second.value.write(bytes);
    await second.value.finish();
    await second.value.abandon();
    await expect(second.value.write(bytes)).rejects.toThrow('finished');
    expect(await store.has(sha256)).toBe(true);
  });

  test('writers of the same bytes at the same time all end with the one object', async () => {
    const { store } = await open();
    const all = await Promise.all(Array.from({ length: 8 }, () => store.putBytes(bytes)));
    for (const put of all) expect(put).toEqual({ ok: true, value: known });
    expect(await store.readBytes(sha256)).toEqual(bytes);
  });

  test('what was never kept is not there, and reading it fails', async () => {
    const { store } = await open();
    expect(await store.has('0'.repeat(64))).toBe(false);
    await expect(buffer(store.openRead('0'.repeat(64)))).rejects.toThrow();
  });

  test('a name that is not a SHA-256 never reaches the storage', async () => {
    const { store } = await open();
    for (const name of ['../../etc/passwd', '', sha256.toUpperCase(), `${sha256}/`]) {
      expect(() => store.openRead(name)).toThrow('SHA-256');
    }
  });
}
