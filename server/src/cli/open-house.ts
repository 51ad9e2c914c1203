import { randomBytes } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { pino } from 'pino';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { openDecoderPool } from '../decoder/decoder-pool.ts';
import { forgetMadeCopies } from '../deliveries/made-copies.ts';
import { openFacility } from '../facility/open-facility.ts';
import { faultOf, type Logger, openLog } from '../log.ts';
import { type DataFolder, openDataFolder } from '../store/data-folder.ts';
import { type Database, type DatabaseAddress, openDatabase } from '../store/database.ts';
import { openDiskObjectStore } from '../store/disk-object-store.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { type JobPayloads, jobNames } from '../store/jobs.ts';
import { migrate } from '../store/migrate.ts';
import { readKey } from './code-key.ts';
import { startEmbedded } from './start-embedded.ts';

export type Sentence = { sentence: string };

/** What was opened, closed again in the opposite order. */
type Closers = (() => Promise<unknown>)[];

export type Base = { folder: DataFolder; address: DatabaseAddress; database: Database; log: Logger };

export type OpenOptions = {
  config: Config;
  /** One line of progress for people. */
  say: (line: string) => void;
  /** The database can not be kept running: the process must end. */
  onFatal: (sentence: string) => void;
  closers: Closers;
};

/** Data folder and migrated database: what every command needs. */
export async function openBase(options: OpenOptions): Promise<Outcome<Base, Sentence>> {
  const { config, say, closers } = options;
  const folder = await openDataFolder(config.dataFolder);
  if (!folder.ok) return folder;
  closers.push(() => folder.value.release());
  await folder.value.makeFolder('log');
  // In the demo the terminal is for people; elsewhere lines go to whoever collects them.
  const log = config.demo
    ? openLog(config.logLevel, pino.destination({ dest: folder.value.at('log', 'echoback.log'), sync: false }))
    : openLog(config.logLevel);
  const address = await findDatabase(options, log);
  if (!address.ok) return address;
  const onLostConnection = (fault: Error) => log.warn({ event: 'database-connection-lost', fault: faultOf(fault) });
  const database = await openDatabase(address.value, { onLostConnection });
  if (!database.ok) return database;
  closers.push(() => database.value.close());
  const migrated = await migrate(database.value.pool);
  if (!migrated.ok) return migrated;
  const changes = migrated.value.length > 0 ? `, ${migrated.value.length} changes made` : '';
  say(`Database ready (PostgreSQL ${database.value.serverVersion}${changes}).`);
  return ok({ folder: folder.value, address: address.value, database: database.value, log });
}

async function findDatabase(options: OpenOptions, log: Logger): Promise<Outcome<DatabaseAddress, Sentence>> {
  const { config, say, closers, onFatal } = options;
  if (config.databaseUrl) return ok({ url: config.databaseUrl });
  say('Starting the database …');
  const postgres = await startEmbedded(config, say, (event) => {
    log.warn({ event: `postgres-${event.kind}` });
    if (event.kind === 'gave-up') onFatal('The database stopped and can not be started again; see log/postgres.log.');
  });
  if (!postgres.ok) return refuse(postgres.refusal);
  closers.push(() => postgres.value.stop());
  return ok(postgres.value.address);
}

/** Everything that a use case may reach for. */
export async function openHouse(options: OpenOptions): Promise<Outcome<App & { base: Base }, Sentence>> {
  const { config, closers } = options;
  const base = await openBase(options);
  if (!base.ok) return base;
  const { folder, address, database, log } = base.value;
  const facilityId = await openFacility(database.db, config);
  await folder.makeFolder('objects');
  const objects = await openDiskObjectStore({ folder: folder.at('objects'), facilityId });
  const jobs = await openJobQueue<JobPayloads>({
    address,
    names: jobNames,
    soleOwner: config.databaseUrl === undefined,
    onFault: (fault) => log.warn({ event: 'job-queue-fault', fault: faultOf(fault) }),
  });
  closers.push(() => jobs.stop());
  const decoder = openDecoderPool({ ffmpegPath: config.ffmpegPath });
  closers.push(async () => decoder.close());
  const codeKey = await readKey(folder.at('code.key'));
  const clock = clockFrom(config.testClock);
  const app: App = {
    config,
    db: database.db,
    objects,
    jobs,
    decoder,
    log,
    facilityId,
    codeKey,
    ...clock,
    random: randomBytes,
  };
  const house = { ...app, base: base.value };
  closers.push(() => forgetMadeCopies(house));
  return ok(house);
}

/** A test clock starts where it is told, runs as clocks do, and can be set anew. */
function clockFrom(start: Date | undefined): Pick<App, 'now' | 'setClock'> {
  if (!start) return { now: () => new Date() };
  let [from, since] = [start.getTime(), performance.now()];
  return {
    now: () => new Date(from + performance.now() - since),
    setClock: (to) => {
      [from, since] = [to.getTime(), performance.now()];
    },
  };
}
