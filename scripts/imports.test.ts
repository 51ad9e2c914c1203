import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { brokenRules, type Import, readImports } from './imports.ts';

const root = path.resolve(import.meta.dirname, '..');
const sources = globSync(['packages/*/src/**/*.ts', 'server/src/**/*.ts', 'web/src/**/*.{ts,tsx}'], { cwd: root })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !/\.(test|conformance)\.tsx?$/.test(file))
  .sort();

const imports = readImports(root, sources);

test('every import goes down the column and no files form a circle', () => {
  expect(brokenRules(imports)).toEqual([]);
});

test('the fence looks at every source file that git knows', () => {
  const known = execFileSync('git', ['ls-files', 'packages/*/src', 'server/src', 'web/src'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|conformance)\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(60);
  expect(known.filter((file) => !sources.includes(file))).toEqual([]);
  const reading = new Set(imports.map(({ from }) => from));
  expect(reading.size).toBeGreaterThan(sources.length / 2);
});

const planted: [string, Import][] = [
  ['a package does I/O', plant('packages/dicom-media/src/zip/layout-zip.ts', 'node:fs')],
  ['a package imports the other', plant('packages/right-of-access/src/clock.ts', '@echoback/dicom-media')],
  ['a package reaches out of its folder', plant('packages/right-of-access/src/clock.ts', 'server/src/log.ts')],
  ['web reaches into the server', plant('web/src/client.ts', 'server/src/store/database.ts')],
  ['web touches the disk', plant('web/src/client.ts', 'node:fs')],
  ['http skips to the store', plant('server/src/http/bind.ts', 'server/src/store/database.ts')],
  ['store calls a use case', plant('server/src/store/database.ts', 'server/src/requests/submit-request.ts')],
  ['a use case calls a door', plant('server/src/requests/submit-request.ts', 'server/src/http/bind.ts')],
  ['a use case speaks the contract', plant('server/src/requests/submit-request.ts', 'server/src/contract/portal.ts')],
  ['the contract knows the store', plant('server/src/contract/worklist.ts', 'server/src/store/schema.ts')],
  ['a room without a layer', plant('server/src/misc/things.ts', 'server/src/store/database.ts')],
];

test.each(planted)('is seen to fail when %s', (_what, violation) => {
  expect(brokenRules([violation])).toHaveLength(1);
});

test('is seen to fail on a circle', () => {
  const circle = [
    plant('server/src/store/a.ts', 'server/src/store/b.ts'),
    { ...plant('server/src/store/b.ts', 'server/src/store/a.ts'), typeOnly: true },
  ];
  expect(brokenRules(circle)).toEqual([
    'a circle: server/src/store/a.ts → server/src/store/b.ts → server/src/store/a.ts',
  ]);
});

function plant(from: string, to: string): Import {
  return { from, to, typeOnly: false };
}
