import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { chown, type FileHandle, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import pg from 'pg';
import { clusterFolder, finishUpgrade } from './cluster-folders.ts';
import { ownUid } from './own-user.ts';
import { findPostgresBinaries, type PostgresBinaries, type RunAs } from './postgres-binaries.ts';
import { clusterProcesses, isAlive, readPostmasterNote, stopCluster } from './postmaster.ts';

export type PostgresAddress = { host: string; port: number; user: string; database: string };

export type EmbeddedPostgres = {
  address: PostgresAddress;
  binaries: PostgresBinaries;
  /** How this start found the server: made anew, started on existing files, or still running after a crash of ours. */
  came: 'initialised' | 'started' | 'reattached';
  pid(): number | undefined;
  stop(): Promise<void>;
};

export type EmbeddedPostgresRefusal = {
  code:
    | 'no-embedded-postgres'
    | 'postgres-older-files'
    | 'postgres-newer-files'
    | 'postgres-not-ours'
    | 'postgres-failed';
  sentence: string;
};

export type PostgresEvent = { kind: 'died' } | { kind: 'restarted' } | { kind: 'gave-up'; cause?: unknown };

export type EmbeddedPostgresOptions = {
  /** The data folder, already locked by this process. */
  dataFolder: string;
  /** Another PostgreSQL than the one npm installed, as upgrades and tests need. */
  binaries?: PostgresBinaries;
  /** Folder of the cluster inside the data folder. */
  clusterName?: string;
  /** Told when the server died by itself and when it runs again; never carries content. */
  onEvent?: (event: PostgresEvent) => void;
};

/** The user that owns nothing: what PostgreSQL runs as when we are root. */
const nobody = { uid: 65534, gid: 65534 };
export const embeddedUser = 'echoback';
const port = 5432;
/** sockaddr_un: 108 bytes on Linux, 104 on macOS, each with a final zero. */
const longestSocketPath = platform() === 'darwin' ? 103 : 107;
const startLimitMs = 10 * 60_000;
const largestLogBytes = 10 * 1024 * 1024;
/** Restarts that may follow one another within a minute before we say that the server cannot run. */
const restartsPerMinute = 5;

type Place = {
  dataFolder: string;
  cluster: string;
  socketFolder: string;
  log: string;
  runAs: RunAs;
  binaries: PostgresBinaries;
};

/** Starts PostgreSQL on the data folder, or takes over the server that a killed Echoback left running. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Outcome<EmbeddedPostgres, EmbeddedPostgresRefusal>> {
  if (platform() === 'win32') {
    const sentence = 'The embedded PostgreSQL is not offered on Windows: set DATABASE_URL to a PostgreSQL 15 or newer.';
    return refuse({ code: 'no-embedded-postgres', sentence });
  }
  await finishUpgrade(options.dataFolder);
  const cluster = path.join(options.dataFolder, options.clusterName ?? clusterFolder);
  const runAs = await chooseUser(cluster);
  const binaries = options.binaries ? ok(options.binaries) : await findPostgresBinaries(runAs);
  if (!binaries.ok) return binaries;
  const foreign = await refuseForeignCluster(cluster, binaries.value);
  if (foreign) return refuse(foreign);
  const place: Place = {
    dataFolder: options.dataFolder,
    cluster,
    socketFolder: '',
    log: path.join(options.dataFolder, 'log', 'postgres.log'),
    runAs,
    binaries: binaries.value,
  };
  try {
    return ok(await superviseServer(place, options.onEvent ?? (() => {})));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown fault';
    return refuse({
      code: 'postgres-failed',
      sentence: `The embedded PostgreSQL did not start (${why}); its own words are in ${place.log}.`,
    });
  }
}

/** Files keep their owner: a cluster that an ordinary user made is run as that user when root starts it later. */
async function chooseUser(cluster: string): Promise<RunAs> {
  if (ownUid() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

async function refuseForeignCluster(
  cluster: string,
  binaries: PostgresBinaries,
): Promise<EmbeddedPostgresRefusal | undefined> {
  const owner = await stat(cluster).catch(() => undefined);
  const me = ownUid();
  if (owner && me !== 0 && owner.uid !== me) {
    return {
      code: 'postgres-not-ours',
      sentence: `The database in ${cluster} belongs to the user with number ${owner.uid}: start Echoback as that user or as root.`,
    };
  }
  const text = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(text, 10);
  if (!owner || major === binaries.major) return undefined;
  if (major < binaries.major) {
    return {
      code: 'postgres-older-files',
      sentence: `The database in ${cluster} was made by PostgreSQL ${major} and this program brings ${binaries.major}: upgrade it first.`,
    };
  }
  return {
    code: 'postgres-newer-files',
    sentence: `The database in ${cluster} was made by PostgreSQL ${text.trim() || 'of unknown version'}, which this program (PostgreSQL ${binaries.major}) cannot read.`,
  };
}

async function superviseServer(place: Place, onEvent: (event: PostgresEvent) => void) {
  await mkdir(path.dirname(place.log), { recursive: true, mode: 0o700 });
  const isNew = !(await stat(place.cluster).catch(() => undefined));
  if (isNew) await initialise(place);
  let running = await reattach(place);
  const came = running ? 'reattached' : isNew ? 'initialised' : 'started';
  running ??= await startServer(place);
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  let restarts: number[] = [];

  const restart = async () => {
    onEvent({ kind: 'died' });
    restarts = [...restarts.filter((at) => performance.now() - at < 60_000), performance.now()];
    if (restarts.length > restartsPerMinute) return onEvent({ kind: 'gave-up' });
    try {
      running = await startServer(place);
      onEvent({ kind: 'restarted' });
      watch(running);
    } catch (cause) {
      onEvent({ kind: 'gave-up', cause });
    }
  };
  const watch = (server: RunningServer) => {
    void server.ended.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  watch(running);

  const address = { host: place.socketFolder, port, user: embeddedUser, database: embeddedUser };
  await makeDatabase(address);
  return {
    address,
    binaries: place.binaries,
    came,
    pid: () => running?.pid,
    stop: async () => {
      stopping = true;
      await restarting;
      running?.forget();
      await stopCluster(place.cluster);
      await rm(place.socketFolder, { recursive: true, force: true });
    },
  } satisfies EmbeddedPostgres;
}

type RunningServer = { pid: number; ended: Promise<void>; forget(): void };

/** Takes over a living server of this cluster when it is the same version and answers; else stops it. */
async function reattach(place: Place): Promise<RunningServer | undefined> {
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
    if (answer === place.binaries.version && note.port === port) {
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
async function initialise(place: Place): Promise<void> {
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
  const code = await new Promise<number | null>((resolve) => server.once('exit', resolve));
  if (code !== 0) throw new Error('initdb failed');
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

async function startServer(place: Place): Promise<RunningServer> {
  await stopCluster(place.cluster);
  if (!(await isPrivate(place.socketFolder, place))) place.socketFolder = await makeSocketFolder(place);
  // Nothing lives in the cluster, so these are leftovers. A damaged one, or one that names a living stranger, would
  // keep the server from starting.
  await rm(path.join(place.cluster, 'postmaster.pid'), { force: true });
  await rm(path.join(place.socketFolder, `.s.PGSQL.${port}`), { force: true });
  await rm(path.join(place.socketFolder, `.s.PGSQL.${port}.lock`), { force: true });
  const settings = { ...serverSettings, unix_socket_directories: place.socketFolder, port: String(port) };
  const child = await launch(
    place,
    'postgres',
    Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await becomesReady(place, child);
  // A waiting server is no reason for this process to stay alive.
  child.unref();
  return { pid: child.pid ?? 0, ended, forget: () => {} };
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

async function makeSocketFolder(place: Place): Promise<string> {
  const beside = path.join(place.dataFolder, 'run', path.basename(place.cluster));
  const tooLong = Buffer.byteLength(path.join(beside, `.s.PGSQL.${port}.lock`)) > longestSocketPath;
  // As another user it could not reach a folder inside the private data folder.
  const folder = tooLong || place.runAs ? await mkdtemp(path.join(shortTemp(), 'echoback-')) : beside;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (place.runAs) await chown(folder, place.runAs.uid, place.runAs.gid);
  return folder;
}

function shortTemp(): string {
  return Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
}

async function makeDatabase(address: PostgresAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [address.database]);
    if (found.rowCount === 0) await client.query(`create database "${address.database}"`);
  } finally {
    await client.end();
  }
}
