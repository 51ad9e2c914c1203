import { mkdir, readFile, stat } from 'node:fs/promises';
import { platform } from 'node:os';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import pg from 'pg';
import { clusterFolder, finishUpgrade } from './cluster-folders.ts';
import { ownUid } from './own-user.ts';
import { findPostgresBinaries, type PostgresBinaries, type RunAs } from './postgres-binaries.ts';
import {
  embeddedUser,
  initialise,
  type Place,
  type PostgresAddress,
  postgresPort,
  type RunningServer,
  reattach,
  removeSocketFolder,
  startServer,
} from './postgres-server.ts';
import { stopCluster } from './postmaster.ts';

export type EmbeddedPostgres = {
  address: PostgresAddress;
  binaries: PostgresBinaries;
  /** How this start found the server: made anew, started on existing files, or still running after a crash of ours. */
  came: 'initialised' | 'started' | 'reattached';
  pid(): number | undefined;
  stop(): Promise<void>;
};

export type EmbeddedPostgresRefusal = { sentence: string } & (
  | { code: 'no-embedded-postgres' | 'postgres-newer-files' | 'postgres-not-ours' | 'postgres-failed' }
  | { code: 'postgres-older-files'; filesMajor: number }
);

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
/** Restarts that may follow one another within a minute before we say that the server cannot run. */
const restartsPerMinute = 5;

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
      filesMajor: major,
      sentence: `The database in ${cluster} was made by PostgreSQL ${major} and this program brings ${binaries.major}.`,
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
  let running: RunningServer | undefined = await reattach(place);
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

  const address = { host: place.socketFolder, port: postgresPort, user: embeddedUser, database: embeddedUser };
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
      await removeSocketFolder(place);
    },
  } satisfies EmbeddedPostgres;
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
