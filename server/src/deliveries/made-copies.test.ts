import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { ok, refuse } from '@echoback/right-of-access';
import { afterEach, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { forgetMadeCopies, madeCopy } from './made-copies.ts';

// It asks nothing of the app but to be the same one.
const app = {} as App;
let made = 0;

const make = (key: string, words = 'masked') =>
  madeCopy<{ code: 'no' }>(app, key, async (folder) => {
    made += 1;
    if (words === '') return refuse({ code: 'no' as const });
    const file = path.join(folder, 'copy.jpg');
    await writeFile(file, words);
    return ok({ path: file, mediaType: 'image/jpeg', sizeBytes: words.length });
  });
const fileOf = async (key: string) => {
  const copy = await make(key);
  if (!copy.ok) throw new Error(copy.refusal.code);
  return copy.value;
};

afterEach(async () => {
  await forgetMadeCopies(app);
  made = 0;
});

it('makes a copy once for all who ask for it, also for those who ask while it is being made', async () => {
  const [first, second] = await Promise.all([fileOf('a'), fileOf('a')]);
  expect(made).toBe(1);
  expect(second.file).toBe(first.file);
  expect(first).toMatchObject({ sizeBytes: 6, crc32: crc32('masked') });
  expect((await fileOf('b')).file).not.toBe(first.file);
});

it('tries again what was refused', async () => {
  expect(await make('a', '')).toEqual({ ok: false, refusal: { code: 'no' } });
  expect(await make('a')).toMatchObject({ ok: true });
  expect(made).toBe(2);
});

it('forgets the one that nobody asked for longest, but never one that is being read', async () => {
  const held = await fileOf('held');
  const letGo = held.hold();
  const idle = await fileOf('idle');
  for (let more = 0; more < 60; more++) await fileOf(`more ${more}`);
  await expect.poll(() => existsSync(idle.file)).toBe(false);
  expect(existsSync(held.file)).toBe(true);
  letGo();
  await expect.poll(() => existsSync(held.file)).toBe(false);
});

it('leaves nothing behind at the end', async () => {
  const { file } = await fileOf('a');
  expect(existsSync(file)).toBe(true);
  await forgetMadeCopies(app);
  expect(existsSync(path.dirname(file))).toBe(false);
});
