import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const main = path.join(import.meta.dirname, '../main.ts');
let folder = '';
let running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'echoback-start-'));
  running = [];
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

type Run = { child: ChildProcess; out: () => string; ended: Promise<{ code: number | null; err: string }> };

function start(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, err }));
  return { child, out: () => out, ended };
}

const isUp = (run: Run) => expect.poll(run.out, { timeout: 60_000, interval: 100 }).toContain('is kept in');
const portalOf = (run: Run) => /Portal\s+(\S+)/.exec(run.out())?.[1] ?? '';

async function facilityOf(run: Run): Promise<{ name: string }> {
  return (await fetch(`${portalOf(run)}api/facility`)).json() as Promise<{ name: string }>;
}

test('the demo starts on nothing, says where it is, and keeps its data over a kill', async () => {
  const first = start(['serve', '--data', folder, '--port', '0']);
  await isUp(first);
  expect(await facilityOf(first)).toMatchObject({ name: 'Riverside Imaging' });
  expect(first.out()).toMatch(/Demo facility filled: 6 patients, \d+ files/);
  const passwordFile = path.join(folder, 'demo-password.txt');
  const password = (await readFile(passwordFile, 'utf8')).trim();
  expect(first.out()).toContain(password);
  expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);

  first.child.kill('SIGKILL');
  await first.ended;
  const second = start(['--data', folder, '--port', '0']);
  await isUp(second);
  expect(second.out()).not.toContain('Demo facility filled');
  expect(second.out()).toContain(password);
  const signedIn = await fetch(`${portalOf(second)}api/desk/sign-ins`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'desk', password }),
  });
  expect(signedIn.status).toBe(200);

  second.child.kill('SIGTERM');
  expect((await second.ended).code).toBe(0);
  const verified = start(['audit', 'verify', '--data', folder]);
  expect((await verified.ended).code).toBe(0);
  expect(verified.out()).toMatch(/Riverside Imaging: \d+ events hold together/);
});

test('a second Echoback on the same data is refused in a sentence', async () => {
  const first = start(['--data', folder, '--port', '0']);
  await isUp(first);
  const { code, err } = await start(['--data', folder, '--port', '0']).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^The data folder .* is in use by the Echoback process \d+.*\n$/);
});

test('a busy port is refused in a sentence, before anything is made', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const data = path.join(folder, 'never-made');
  const { code, err } = await start(['--data', data, '--port', String(port)]).ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toMatch(/^Another program has port \d+ .*\n$/);
  await expect(stat(data)).rejects.toThrow('ENOENT');
});

test('a folder that can not be written, damaged settings and an unknown command: one sentence each', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  const noFolder = await start(['--data', file, '--port', '0']).ended;
  expect(noFolder).toMatchObject({ code: 1, err: expect.stringMatching(/^The data folder .*\n$/) });

  await writeFile(path.join(folder, 'echoback.json'), '{\n  "port": 84,\n');
  const damaged = await start(['--data', folder]).ended;
  expect(damaged).toMatchObject({ code: 1, err: expect.stringMatching(/^The settings in .* are damaged.*\n$/) });

  const unknown = await start(['conquer']).ended;
  expect(unknown.code).toBe(1);
  expect(unknown.err).toMatch(/^There is no command "conquer"\./);
});

test('a code key that a crash cut short is made anew, readable by its owner alone', async () => {
  const key = path.join(folder, 'code.key');
  await writeFile(key, 'short');
  await chmod(key, 0o644);
  const { readKey } = await import('./code-key.ts');
  expect((await readKey(key)).byteLength).toBe(32);
  expect(await readKey(key)).toEqual(await readKey(key));
  expect((await stat(key)).mode & 0o077).toBe(0);
});
