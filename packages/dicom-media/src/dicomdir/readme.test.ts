import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyRecord } from '../../testing/every-record.ts';
import { readOwn } from '../../testing/read-back.ts';

const packageFolder = path.resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-readme-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first example below a heading, importing the package from where it is. */
function exampleBelow(heading: string): string {
  const readme = readFileSync(path.join(packageFolder, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf(`## ${heading}\n`));
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(section) ?? [];
  return code.replaceAll(
    "'@echoback/dicom-media'",
    JSON.stringify(pathToFileURL(`${packageFolder}/src/index.ts`).href),
  );
}

test("the README's file-set from a folder runs as it stands", () => {
  const given = path.join(folder, 'given');
  writeFileSync(path.join(folder, 'index-file.ts'), exampleBelow('Index an instance'));
  writeFileSync(path.join(folder, 'file-set.ts'), exampleBelow('Write a DICOMDIR'));
  mkdirSync(given);
  for (const { type, bytes } of everyRecord) writeFileSync(path.join(given, type.replaceAll(' ', '-')), bytes);
  const out = path.join(folder, 'out');
  const said = execFileSync(process.execPath, [path.join(folder, 'file-set.ts'), given, out], { encoding: 'utf8' });
  expect(said).toMatch(/^STD-GEN-CD \[\]/);
  const { leaves } = readOwn(new Uint8Array(readFileSync(path.join(out, 'DICOMDIR'))));
  expect(leaves.map(({ type }) => type).sort()).toEqual(everyRecord.map(({ type }) => type).sort());
});
