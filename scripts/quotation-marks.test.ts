import { globSync } from 'node:fs';
import path from 'node:path';
import { letterCodes, wordingSections } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { errors } from '../server/src/contract/errors.ts';

const locales = path.resolve(import.meta.dirname, '../web/src/locales');

/** All sentences below a value, whatever its shape. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

async function sentencesOfScreens(): Promise<string[]> {
  const files = globSync('*.{en,es}.ts', { cwd: locales });
  const catalogues = await Promise.all(files.map((file) => import(path.join(locales, file))));
  return catalogues.flatMap(sentencesIn);
}

/** Both languages quote with “ ” and write ’, on paper and on the screen. */
const otherMarks = /["'«»„`´]/;

test('screens, letters and refusals use one kind of quotation marks', async () => {
  const screens = await sentencesOfScreens();
  const letters = letterCodes.flatMap((code) => sentencesIn(wordingSections(code)));
  const said = [...screens, ...letters, ...sentencesIn(errors)];
  expect(screens.length).toBeGreaterThan(3000);
  expect(letters.length).toBeGreaterThan(1000);
  expect(said.filter((sentence) => otherMarks.test(sentence))).toEqual([]);
});
