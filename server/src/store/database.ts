import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** The database as use cases see it; a transaction of it fits wherever a `Db` is asked for. */
export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/** Where a PostgreSQL is: a URL, or the embedded one's socket. */
export type DatabaseAddress = { url: string } | { host: string; port: number; user: string; database: string };

export type Database = { db: Db; pool: pg.Pool; serverVersion: string; close(): Promise<void> };

export type DatabaseRefusal = {
  code: 'database-unreachable' | 'database-too-old' | 'database-does-not-sync';
  sentence: string;
};

/** PostgreSQL 15 is the oldest that the migrations are tested on. */
const oldestServer = 150_000;
const poolSize = 16;
const connectLimitMs = 10_000;

export type OpenDatabaseOptions = {
  /** Told about connections that broke while idle (the server was restarted); the pool replaces them by itself. */
  onLostConnection?: (fault: Error) => void;
};

/** Connects, and refuses a server that is too old or may lose what it has acknowledged. */
export async function openDatabase(
  address: DatabaseAddress,
  options: OpenDatabaseOptions = {},
): Promise<Outcome<Database, DatabaseRefusal>> {
  const pool = new pg.Pool({ ...clientConfig(address), max: poolSize, connectionTimeoutMillis: connectLimitMs, types });
  pool.on('error', options.onLostConnection ?? (() => {}));
  const checked = await checkServer(pool);
  if (!checked.ok) {
    await pool.end();
    return checked;
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return ok({ db, pool, serverVersion: checked.value, close: () => closeDatabase(db, pool) });
}

/** Kysely ends the pool only when it has used it. */
async function closeDatabase(db: Db, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ending) await pool.end();
}

/** Everything inside happens or nothing does. No network and no file is waited for in here. */
export function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

export function clientConfig(address: DatabaseAddress) {
  return 'url' in address ? { connectionString: address.url } : address;
}

async function checkServer(pool: pg.Pool): Promise<Outcome<string, DatabaseRefusal>> {
  let row: Record<'number' | 'version' | 'fsync' | 'full_page_writes' | 'synchronous_commit', string>;
  try {
    const { rows } = await pool.query(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
              current_setting('synchronous_commit') as synchronous_commit`,
    );
    row = rows[0];
  } catch (cause) {
    // The code only: a driver's message may repeat the address with its password.
    const why = (cause as { code?: string }).code ?? 'no answer';
    return refuse({ code: 'database-unreachable', sentence: `The database does not answer (${why}).` });
  }
  if (Number(row.number) < oldestServer) {
    const sentence = `The database is PostgreSQL ${row.version}; Echoback needs 15 or newer.`;
    return refuse({ code: 'database-too-old', sentence });
  }
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    if (row[setting] !== 'off') continue;
    // S9.3: what a patient or the law relies on must survive a power cut.
    const sentence = `The database runs with ${setting}=off and may lose what it confirmed: switch it on.`;
    return refuse({ code: 'database-does-not-sync', sentence });
  }
  return ok(row.version);
}

const int8 = 20;
const int8Array = 1016;
const date = 1082;
const dateArray = 1182;
const textArray = 1009;
const parseTextArray: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray as number);

/** Sizes and counts are numbers; a calendar date has no time and no zone, so it stays the text 'YYYY-MM-DD'. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    switch (oid) {
      case int8:
        return safeInteger;
      case int8Array:
        return (text: string) => parseTextArray(text).map((item) => (item === null ? null : safeInteger(item)));
      case date:
        return (text: string) => text;
      case dateArray:
        return parseTextArray;
      default:
        return pg.types.getTypeParser(oid, format as 'text');
    }
  }) as pg.CustomTypesConfig['getTypeParser'],
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} from the database is beyond exact numbers`);
  return value;
}
