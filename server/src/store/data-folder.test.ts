import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';

let base = '';
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'echoback-folder-'));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const ownerProgram = `
  import { openDataFolder } from ${JSON.stringify(path.join(import.meta.dirname, 'data-folder.ts'))};
  const opened = await openDataFolder(process.argv[1]);
  console.log(JSON.stringify(opened));
  setInterval(() => {}, 1000);`;

async function ownInAnotherProcess(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', ownerProgram, folder], { stdio: 'pipe' });
  await once(child.stdout, 'data');
  return child;
}

test('a missing data folder is made, private to its user', async () => {
  const opened = await openDataFolder(path.join(base, 'a', 'b'));
  expect(opened.ok).toBe(true);
  expect((await stat(path.join(base, 'a', 'b'))).mode & 0o777).toBe(0o700);
  if (opened.ok) await opened.value.release();
});

test('a second owner is refused with the number of the first, in this process and in another', async () => {
  const child = await ownInAnotherProcess(base);
  const refused = await openDataFolder(base);
  child.kill('SIGKILL');
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'data-folder-in-use', pid: child.pid } });

  await once(child, 'exit');
  const first = await openDataFolder(base);
  expect(first.ok).toBe(true);
  expect(await openDataFolder(base)).toMatchObject({ refusal: { code: 'data-folder-in-use', pid: process.pid } });
  if (first.ok) await first.value.release();
});

test('the lock of a killed owner is gone at once, whatever its note says', async () => {
  const child = await ownInAnotherProcess(base);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await writeFile(path.join(base, 'owner.json'), `{"pid": ${process.pid}}`);
  const opened = await openDataFolder(base);
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.value.release();
});

test('a released folder can be opened again', async () => {
  const first = await openDataFolder(base);
  if (first.ok) await first.value.release();
  const second = await openDataFolder(base);
  expect(second.ok).toBe(true);
  if (second.ok) await second.value.release();
});

test('a file where the folder should be is refused in one sentence', async () => {
  await writeFile(path.join(base, 'file'), '');
  for (const place of ['file', 'file/data']) {
    expect(await openDataFolder(path.join(base, place))).toMatchObject({
      refusal: { code: 'data-folder-not-writable' },
    });
  }
});

test('a folder that nobody may write to is refused in one sentence', async () => {
  // /proc takes no new folders from anyone, root included.
  const refused = await openDataFolder('/proc/echoback');
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'data-folder-not-writable' } });
});
