import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'packages/dicom-media');

/**
 * Writes `dicom-media` as others install it: JavaScript with declarations. Here it is used from its sources, but Node
 * strips types of no file below `node_modules`, so the sources themselves run in nobody else's program.
 */
export function writeLibraryPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const emit = ['--noEmit', 'false', '--declaration', '--rewriteRelativeImportExtensions', '--outDir', folder];
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', source, ...emit],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`dicom-media could not be compiled: ${stdout}`);
  for (const page of ['README.md', 'API.md']) cpSync(path.join(source, page), path.join(folder, page));
  cpSync(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  const { private: _, ...facts } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const exported = { '.': { types: './index.d.ts', default: './index.js' } };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ ...facts, exports: exported }, null, 2)}\n`);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error('Say where to: npm run library -- <folder>');
  writeLibraryPackage(path.resolve(folder));
  process.stdout.write(`Written to ${folder}: npm pack or npm publish it from there.\n`);
}
