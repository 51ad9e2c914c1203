#!/usr/bin/env node
// The command `echoback`. Plain JavaScript, so that an old Node reads it far enough to say what it needs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write('Echoback needs Node 24: call it with "npm exec -- echoback", which brings its own.\n');
  process.exit(1);
}
// A copy holds a page that is built; it is built here as `npm start` does, and nothing happens when it is there.
const build = fileURLToPath(new URL('../../scripts/build-web.ts', import.meta.url));
if (process.argv[2] === 'pack' && existsSync(build)) spawnSync(process.execPath, [build], { stdio: ['ignore', 2, 2] });
await import('../src/main.ts');
