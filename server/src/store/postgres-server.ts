import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { chown, type FileHandle, mkdir, mkdtemp, open, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ownUid } from './own-user.ts';
import type { PostgresBinaries, RunAs } from './postgres-binaries.ts';
import { clusterProcesses, isAlive, readPostmasterNote, stopCluster } from './postmaster.ts';

export type PostgresAddress = { host: string; port: number; user: string; database: string };

/** One cluster: its files, who runs it with which programs, and where it listens. */
export type Place = {
  dataFolder: string;
  cluster: string;
  socketFolder: string;
  log: string;
  runAs: RunAs;
  binaries: PostgresBinaries;
};

export const embeddedUser = 'echoback';
export const postgresPort = 5432;
/** sockaddr_un: 108 bytes on Linux, 104 on macOS, each with a final zero. */
const longestSocketPath = platform() === 'darwin' ? 103 : 107;
const startLimitMs = 10 * 60_000;
const largestLogBytes = 10 * 1024 * 1024;

export type RunningServer = { pid: number; ended: Promise<void>; forget(): void };

/** Takes over a living server of this cluster when it is the same version and answers; else stops it. */
export async function reattach(place: Place): Promise<RunningServer | undefined> {
  const { postmaster, others } = await clusterProcesses(place.cluster);
  if (postmaster === undefined && others.length === 0) return undefined;
  const note = await readPostmasterNote(place.cluster);
  if (
    postmaster !== undefined &&
    note?.pid === postmaster &&
    note.ready &&
    (await isPrivate(note.socketFolder, place))
  ) {
    const answer = await ask({ host: note.socketFolder, port: note.port, user: embeddedUser, database: 'postgres' });
    if (answer === place.binaries.version && note.port === postgresPort) {
      place.socketFolder = note.socketFolder;
      return watchProcess(postmaster);
    }
  }
  await stopCluster(place.cluster);
  return undefined;
}

/** The file could name any folder: only one that our server's user owns, closed to others, holds our socket. */
async function isPrivate(folder: string, place: Place): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return !!found?.isDirectory() && found.uid === (place.runAs?.uid ?? ownUid()) && (found.mode & 0o077) === 0;
}

async function ask(address: PostgresAddress): Promise<string | undefined> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return rows[0]?.version.split(' ')[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function watchProcess(pid: number): RunningServer {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 500).unref();
  });
  return { pid, ended, forget: () => clearInterval(timer) };
}

/** Builds a new cluster beside its final place: a killed initdb leaves nothing that looks like a database. */
export async function initialise(place: Place): Promise<void> {
  const fresh = `${place.cluster}-being-made`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  if (place.runAs) await chown(fresh, place.runAs.uid, place.runAs.gid);
  const server = await launch({ ...place, cluster: fresh }, 'initdb', [
    `--username=${embeddedUser}`,
    // Whoever can open the private socket folder is us; there is no password to keep.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    ...(place.binaries.major >= 17 ? ['--locale-provider=builtin'] : []),
    '--data-checksums',
    '--no-instructions',
  ]);
  await endOf(server);
  if (server.exitCode !== 0) throw new Error('initdb failed');
  await rename(fresh, place.cluster);
}

/** Statements and their values never reach the log: they hold names and birth dates. */
const serverSettings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  listen_addresses: '',
  max_connections: '80',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
};

export async function startServer(place: Place): Promise<RunningServer> {
  await stopCluster(place.cluster);
  if (!(await isPrivate(place.socketFolder, place))) place.socketFolder = await makeSocketFolder(place);
  // Nothing lives in the cluster, so these are leftovers. A damaged one, or one that names a living stranger, would
  // keep the server from starting.
  await rm(path.join(place.cluster, 'postmaster.pid'), { force: true });
  await rm(path.join(place.socketFolder, `.s.PGSQL.${postgresPort}`), { force: true });
  await rm(path.join(place.socketFolder, `.s.PGSQL.${postgresPort}.lock`), { force: true });
  const settings = { ...serverSettings, unix_socket_directories: place.socketFolder, port: String(postgresPort) };
  const child = await launch(
    place,
    'postgres',
    Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  );
  const ended = endOf(child);
  await becomesReady(place, child);
  // A waiting server is no reason for this process to stay alive.
  child.unref();
  return { pid: child.pid ?? 0, ended, forget: () => {} };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

async function becomesReady(place: Place, child: ChildProcess): Promise<void> {
  const end = performance.now() + startLimitMs;
  while (child.exitCode === null && child.signalCode === null && performance.now() < end) {
    const note = await readPostmasterNote(place.cluster);
    if (note?.pid === child.pid && note?.ready) return;
    await pause(15);
  }
  child.kill('SIGQUIT');
  throw new Error('the server ended before it was ready');
}

/**
 * Runs one of the programs on the cluster. As root on Linux the folder is handed over as an open descriptor: the
 * unprivileged user then needs no way through the folders above it (a home of mode 700, the private data folder).
 */
async function launch(place: Place, program: 'initdb' | 'postgres', args: string[]): Promise<ChildProcess> {
  const log = await openLog(place);
  const handle = place.runAs && platform() === 'linux' ? await openFolder(place.cluster) : undefined;
  try {
    const child = spawn(
      path.join(place.binaries.folder, 'bin', program),
      ['-D', handle ? '/proc/self/fd/3' : place.cluster, ...args],
      {
        ...place.runAs,
        cwd: '/',
        // Nothing of our environment (DATABASE_URL, keys, PG*) belongs to that process.
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
        // Its own process group: Ctrl-C in the terminal is ours to handle, the server is stopped after its clients.
        detached: true,
        stdio: ['ignore', log.fd, log.fd, ...(handle ? [handle.fd] : [])],
      },
    );
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return child;
  } finally {
    await log.close();
    await handle?.close();
  }
}

function openFolder(folder: string): Promise<FileHandle> {
  return open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
}

async function openLog(place: Place): Promise<FileHandle> {
  const size = await stat(place.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLogBytes) await rename(place.log, `${place.log}.1`);
  return open(place.log, 'a', 0o600);
}

/**
 * A private folder in the data folder or, where its path is too long for a socket or the server's user cannot reach
 * it, a temporary one that a link in the data folder remembers.
 */
async function makeSocketFolder(place: Place): Promise<string> {
  const beside = besideCluster(place);
  const remembered = await readlink(beside).catch(() => '');
  if (remembered && (await isPrivate(remembered, place))) return remembered;
  await rm(beside, { recursive: true, force: true });
  await mkdir(path.dirname(beside), { recursive: true, mode: 0o700 });
  const tooLong = Buffer.byteLength(path.join(beside, `.s.PGSQL.${postgresPort}.lock`)) > longestSocketPath;
  if (!tooLong && !place.runAs) {
    await mkdir(beside, { mode: 0o700 });
    return beside;
  }
  const folder = await mkdtemp(path.join(shortTemp(), 'echoback-'));
  if (place.runAs) await chown(folder, place.runAs.uid, place.runAs.gid);
  await symlink(folder, beside);
  return folder;
}

export async function removeSocketFolder(place: Place): Promise<void> {
  await rm(place.socketFolder, { recursive: true, force: true });
  await rm(besideCluster(place), { recursive: true, force: true });
}

function besideCluster(place: Place): string {
  return path.join(place.dataFolder, 'run', path.basename(place.cluster));
}

function shortTemp(): string {
  return Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
}
