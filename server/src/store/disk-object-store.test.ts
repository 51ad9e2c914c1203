import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DiskSpace, openDiskObjectStore } from './disk-object-store.ts';
import { objectStoreConformance } from './object-store.conformance.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'echoback-objects-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const gib = 1024 ** 3;
const roomy: DiskSpace = { freeBytes: 50 * gib, totalBytes: 100 * gib };
const open = (space = roomy) => openDiskObjectStore({ folder, facilityId: 'here', space: async () => space });

objectStoreConformance(async () => ({ store: await open(), scratch: folder }));

test('a disk under 5 % or 2 GiB free takes nothing more, and still gives what it has', async () => {
  const put = await (await open()).putBytes(Buffer.from('kept'));
  if (!put.ok) throw new Error(put.refusal.sentence);
  const nearlyFull = [
    { freeBytes: 2 * gib - 1, totalBytes: 10 * gib },
    { freeBytes: 49 * gib, totalBytes: 1000 * gib },
  ];
  for (const space of nearlyFull) {
    const store = await open(space);
    expect(await store.openWriter()).toMatchObject({ ok: false, refusal: { code: 'disk-full' } });
    expect(await store.putBytes(Buffer.from('more'))).toMatchObject({ ok: false, refusal: { code: 'disk-full' } });
    expect(await store.readBytes(put.value.sha256)).toEqual(Buffer.from('kept'));
  }
  expect(await readdir(path.join(folder, 'here', 'being-written'))).toEqual([]);
});

test('an object that was cut short on the disk is mended by putting it again', async () => {
  const store = await open();
  const put = await store.putBytes(Buffer.from('a picture'));
  if (!put.ok) throw new Error(put.refusal.sentence);
  await truncate(store.path(put.value.sha256) ?? '', 3);
  await store.putBytes(Buffer.from('a picture'));
  expect(await store.readBytes(put.value.sha256)).toEqual(Buffer.from('a picture'));
});

test('objects are private to the server and lie below their facility', async () => {
  const store = await open();
  const put = await store.putBytes(Buffer.from('x'));
  if (!put.ok) throw new Error(put.refusal.sentence);
  const { sha256 } = put.value;
  const file = path.join(folder, 'here', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  expect(store.path(sha256)).toBe(file);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('leftovers of a killed writer are cleared at the next start', async () => {
  await open();
  await writeFile(path.join(folder, 'here', 'being-written', 'half'), 'half');
  await open();
  expect(await readdir(path.join(folder, 'here', 'being-written'))).toEqual([]);
});

const writerProgram = `
  import { randomBytes } from 'node:crypto';
  import { openDiskObjectStore } from ${JSON.stringify(path.join(import.meta.dirname, 'disk-object-store.ts'))};
  const store = await openDiskObjectStore({ folder: process.argv[1], facilityId: 'here',
    space: async () => ({ freeBytes: 2 ** 40, totalBytes: 2 ** 40 }) });
  const keepOn = async () => { for (;;) {
    const put = await store.putBytes(randomBytes(20_000 + Math.floor(Math.random() * 400_000)));
    process.stdout.write(put.value.sha256 + '\\n');
  } };
  await Promise.all([keepOn(), keepOn(), keepOn(), keepOn()]);`;

test('a kill -9 in the middle of writing loses nothing that was acknowledged', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writerProgram, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const before = acknowledged.length;
    lines.on('line', (line) => {
      if (line.length === 64) acknowledged.push(line);
      if (acknowledged.length === before + 20) child.kill('SIGKILL');
    });
    await once(child, 'exit');
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  const store = await open();
  for (const sha256 of acknowledged) {
    expect(
      createHash('sha256')
        .update(await store.readBytes(sha256))
        .digest('hex'),
    ).toBe(sha256);
  }
}, 60_000);

const bigWriterProgram = `
  import { openDiskObjectStore } from ${JSON.stringify(path.join(import.meta.dirname, 'disk-object-store.ts'))};
  const store = await openDiskObjectStore({ folder: process.argv[1], facilityId: 'here',
    space: async () => ({ freeBytes: 2 ** 40, totalBytes: 2 ** 40 }) });
  const fault = await store.putBytes(Buffer.alloc(1_000_000)).catch((fault) => fault);
  const small = await store.putBytes(Buffer.from('small'));
  console.log(JSON.stringify({ fault: fault.code, small: small.ok }));`;

test('a write that the system refuses half-way is a fault, leaves nothing, and the next small one is kept', async () => {
  // A limit on file sizes stands for the disk that runs full between the question and the write.
  const command = 'ulimit -f 100; exec "$0" --input-type=module -e "$1" "$2"';
  const child = spawn('/bin/sh', ['-c', command, process.execPath, bigWriterProgram, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [answer] = await once(child.stdout, 'data');
  await once(child, 'exit');
  expect(JSON.parse(String(answer))).toEqual({ fault: 'EFBIG', small: true });
  expect(await readdir(path.join(folder, 'here', 'being-written'))).toEqual([]);
});
