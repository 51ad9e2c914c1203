import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
let copy: string;

/** A copy of the settings with nothing but planted files: what fails here would fail in the house. */
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'echoback-fences-'));
  for (const file of ['biome.json', 'tsconfig.base.json']) cpSync(path.join(root, file), path.join(copy, file));
  for (const room of ['packages/right-of-access', 'packages/dicom-media', 'server']) {
    mkdirSync(path.join(copy, room, 'src'), { recursive: true });
    for (const file of ['package.json', 'tsconfig.json'])
      cpSync(path.join(root, room, file), path.join(copy, room, file));
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the compiler refuses, in the pure packages,', () => {
  test.each([
    ['the disk', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
    ['the network', "export const ask = () => fetch('http://127.0.0.1');\n"],
    ['timers', 'export const later = () => setTimeout(() => undefined, 1);\n'],
    ['the page', 'export const title = () => document.title;\n'],
    ['files outside of the package', "export * from '../../../server/src/log.ts';\n"],
  ])('%s', (_what, source) => {
    plant('packages/right-of-access/src/planted.ts', source);
    expect(run('tsc', ['-p', 'packages/right-of-access'])).toMatch(/planted\.ts/);
  });

  test('nothing of a clean file', () => {
    plant('packages/right-of-access/src/planted.ts', 'export const days = 30;\n');
    expect(run('tsc', ['-p', 'packages/right-of-access'])).toBe('');
  });
});

describe('the linter refuses', () => {
  test.each([
    [
      'a clock in a package',
      'packages/right-of-access/src/planted.ts',
      'export const today = () => new Date();\n',
      'no clock',
    ],
    [
      'the environment in a package',
      'packages/dicom-media/src/planted.ts',
      'export const home = process.env.HOME;\n',
      'no environment',
    ],
    [
      'the environment in a use case',
      'server/src/planted.ts',
      'export const home = process.env.HOME;\n',
      'Only main.ts',
    ],
    ['an undeclared dependency', 'server/src/planted.ts', "export * from 'react';\n", 'noUndeclaredDependencies'],
    ['any', 'server/src/planted.ts', 'export const loose = (x: any) => x;\n', 'noExplicitAny'],
  ])('%s', (_what, file, source, says) => {
    plant(file, source);
    expect(run('biome', ['lint', '--vcs-enabled=false', file])).toContain(says);
  });
});

function plant(file: string, source: string): void {
  writeFileSync(path.join(copy, file), source);
}

/** Everything that the tool said when it failed; empty when it passed. */
function run(tool: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(path.join(bin, tool), args, { cwd: copy, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
