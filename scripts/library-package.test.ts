import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyRecord } from '../packages/dicom-media/testing/every-record.ts';
import { writeLibraryPackage } from './library-package.ts';

const root = path.resolve(import.meta.dirname, '..');
const readme = readFileSync(path.join(root, 'packages/dicom-media/README.md'), 'utf8');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'echoback-library-'));
  writeLibraryPackage(path.join(folder, 'node_modules/@echoback/dicom-media'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  for (const [file, heading] of [
    ['index-file.ts', 'Index an instance'],
    ['file-set.ts', 'Write a DICOMDIR'],
  ] as const) {
    const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme.slice(readme.indexOf(`## ${heading}\n`))) ?? [];
    writeFileSync(path.join(folder, file), code);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('installed in a program of somebody else, dicom-media runs the examples of its README as they stand', () => {
  mkdirSync(path.join(folder, 'given'));
  for (const { type, bytes } of everyRecord) writeFileSync(path.join(folder, 'given', type), bytes);
  const said = execFileSync(process.execPath, ['file-set.ts', 'given', 'out'], { cwd: folder, encoding: 'utf8' });
  expect(said).toMatch(/^STD-GEN-CD \[\]/);
  expect(existsSync(path.join(folder, 'out/DICOMDIR'))).toBe(true);
});

test('its declarations hold in a strict program that checks them too', { timeout: 60_000 }, () => {
  const compilerOptions = { strict: true, noEmit: true, target: 'esnext', module: 'nodenext', lib: ['esnext'] };
  writeFileSync(
    path.join(folder, 'reads.ts'),
    `import { type InstanceIndex, readPart10 } from '@echoback/dicom-media';
export const read = (bytes: Uint8Array): boolean => readPart10(bytes).ok;
export const kindOf = ({ kind }: InstanceIndex): string => kind;
`,
  );
  const options = { compilerOptions: { ...compilerOptions, types: [] }, files: ['reads.ts'] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(options));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  expect(execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).toBe('');
});
