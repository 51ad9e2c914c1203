import type { Config } from './config.ts';
import type { DecoderPool } from './decoder/decoder-pool.ts';
import type { Logger } from './log.ts';
import type { Db } from './store/database.ts';
import type { Jobs } from './store/jobs.ts';
import type { ObjectStore } from './store/object-store.ts';

/** Everything a use case may reach for, as one plain value built in main.ts. Nothing else is global. */
export type App = {
  config: Config;
  db: Db;
  objects: ObjectStore;
  jobs: Jobs;
  decoder: DecoderPool;
  log: Logger;
  /** The facility this server answers for. Every row carries its id. */
  facilityId: string;
  /** Secret that keys the hashes of one-time codes; made once per data folder. */
  codeKey: Buffer;
  now: () => Date;
  /** Only with a test clock, which only the demo may have: days go by when a test says so. */
  setClock?: (to: Date) => void;
  random: (bytes: number) => Buffer;
};
