import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds the web pages and the offline viewer when anything that they are made from has changed since the last build,
 * and says nothing when there is nothing to do. Runs before every start.
 */
const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'web/dist');
const stampFile = path.join(dist, 'built-from');
const outputs = ['index.html', 'offline/INDEX.HTM'];

/** Everything that ends up in the pages: their sources, the contract, the two packages, and the versions of libraries. */
const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/offline.html',
  'web/vite.config.ts',
  'web/vite.offline.config.ts',
  'web/package.json',
  'server/src/contract',
  'packages/right-of-access/src',
  'packages/dicom-media/src',
  'package-lock.json',
];

const stamp = hashSources();
const isBuilt =
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stamp &&
  outputs.every((file) => existsSync(path.join(dist, file)));
if (!isBuilt) {
  const startedAt = performance.now();
  process.stdout.write('Building the web pages …');
  // In this order: the first empties the folder that the second writes into.
  for (const config of ['vite.config.ts', 'vite.offline.config.ts']) build(config);
  writeFileSync(stampFile, stamp);
  process.stdout.write(` done in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
}

function build(config: string): void {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const result = spawnSync(
    process.execPath,
    [vite, 'build', '--config', path.join(root, 'web', config), '--logLevel', 'error'],
    { cwd: path.join(root, 'web'), encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (result.status === 0) return;
  process.stdout.write('\n');
  process.stderr.write(`The web pages could not be built (web/${config}).\n${result.stdout}${result.stderr}`);
  process.exit(1);
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return `${hash.digest('hex')}\n`;
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return [];
  if (path.extname(place) !== '') return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
