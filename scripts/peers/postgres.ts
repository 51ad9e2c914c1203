import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, open } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../server/src/store/database.ts';
import { guardProcess, waitUntilUp } from './guard.ts';
import { type Have, missing, present } from './have.ts';
import { makeQuickFolder } from './quick-folder.ts';
import { sparePort } from './spare-port.ts';

const run = promisify(execFile);

export type DebianPostgres = { url: string; stop(): Promise<void> };

const programs = '/usr/lib/postgresql/15/bin';

export function haveDebianPostgres(): Have<string> {
  if (existsSync(path.join(programs, 'postgres'))) return present(programs);
  return missing('postgresql-15 is not installed: node scripts/peers.ts install');
}

/** A throw-away PostgreSQL 15 on a spare loopback port, with the defaults of a hospital's own server. */
export async function startDebianPostgres(folderOfPrograms: string): Promise<DebianPostgres> {
  const folder = makeQuickFolder('echoback-postgres15-');
  const asUser = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (asUser.uid) await chown(folder, asUser.uid, asUser.gid);
  await chmod(folder, 0o700);
  const data = path.join(folder, 'data');
  const port = await sparePort();
  const initialise = ['-D', data, '-U', 'echoback', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  await run(path.join(folderOfPrograms, 'initdb'), initialise, { ...asUser, cwd: '/' });
  const log = await open(path.join(folder, 'log'), 'a');
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=300',
  ];
  const child = spawn(
    path.join(folderOfPrograms, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...asUser, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  const guard = guardProcess(child.pid ?? 0, 'INT', folder);
  const url = `postgresql://echoback@127.0.0.1:${port}/postgres`;
  try {
    await waitUntilUp('PostgreSQL 15', child, () => answers(url));
  } catch (fault) {
    await guard.end();
    throw fault;
  }
  child.unref();
  return { url, stop: guard.end };
}

async function answers(url: string): Promise<boolean> {
  const opened = await openDatabase({ url });
  if (opened.ok) await opened.value.close();
  return opened.ok;
}
