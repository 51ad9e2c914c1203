import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import pg from 'pg';
import { finishUpgrade, keptName, verifiedCluster } from './cluster-folders.ts';
import { copyBetween } from './copy-table.ts';
import { type Database, type DatabaseRefusal, openDatabase } from './database.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresRefusal, startEmbeddedPostgres } from './embedded-postgres.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { stopCluster } from './postmaster.ts';
import { syncFolder } from './sync-folder.ts';

export type UpgradeOptions = {
  /** The data folder, locked by this process, with no server running on it. */
  dataFolder: string;
  oldBinaries: PostgresBinaries;
  /** Left out: the ones that npm installed. */
  newBinaries?: PostgresBinaries;
  /** Gives an empty or an older database the schema of this program: the same call for both servers. */
  prepare: (database: Database) => Promise<void>;
};

export type UpgradeReport = { fromMajor: number; toMajor: number; tables: number; rows: number; keptFolder: string };

export type UpgradeRefusal =
  | EmbeddedPostgresRefusal
  | DatabaseRefusal
  | { code: 'upgrade-failed'; sentence: string; cause: unknown };

const nextCluster = 'postgres-next';

/**
 * Takes the data folder to a newer major version of PostgreSQL: both servers run, every table is copied and compared,
 * and only then the folders change places. A minor version needs none of this. The old folder stays beside the new
 * one; until the change of places, every interruption leaves the old database as it was.
 */
export async function upgradeEmbeddedPostgres(
  options: UpgradeOptions,
): Promise<Outcome<UpgradeReport, UpgradeRefusal>> {
  const { dataFolder, oldBinaries, newBinaries } = options;
  // Of an upgrade that was killed.
  await stopCluster(path.join(dataFolder, nextCluster));
  await rm(path.join(dataFolder, nextCluster), { recursive: true, force: true });
  const old = await startEmbeddedPostgres({ dataFolder, binaries: oldBinaries });
  if (!old.ok) return old;
  const next = await startEmbeddedPostgres({
    dataFolder,
    clusterName: nextCluster,
    ...(newBinaries && { binaries: newBinaries }),
  });
  if (!next.ok) {
    await old.value.stop();
    return next;
  }
  const copied = await copyDatabase(old.value, next.value, options.prepare).finally(async () => {
    await next.value.stop();
    await old.value.stop();
  });
  if (!copied.ok) return copied;
  const keptFolder = await changePlaces(dataFolder, oldBinaries.major);
  const toMajor = next.value.binaries.major;
  return ok({ fromMajor: oldBinaries.major, toMajor, ...copied.value, keptFolder });
}

/** The first rename decides; whatever is missing after it is done by the next start. */
async function changePlaces(dataFolder: string, oldMajor: number): Promise<string> {
  await rename(path.join(dataFolder, nextCluster), path.join(dataFolder, verifiedCluster));
  await syncFolder(dataFolder);
  return (await finishUpgrade(dataFolder)) ?? path.join(dataFolder, keptName(oldMajor));
}

type Copied = Pick<UpgradeReport, 'tables' | 'rows'>;

async function copyDatabase(
  old: EmbeddedPostgres,
  next: EmbeddedPostgres,
  prepare: UpgradeOptions['prepare'],
): Promise<Outcome<Copied, UpgradeRefusal>> {
  for (const { address } of [old, next]) {
    const opened = await openDatabase(address);
    if (!opened.ok) return opened;
    try {
      await prepare(opened.value);
    } finally {
      await opened.value.close();
    }
  }
  const from = new pg.Client(old.address);
  const to = new pg.Client(next.address);
  try {
    await from.connect();
    await to.connect();
    return ok(await copyEverything(from, to));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown fault';
    const sentence = `The database was not upgraded (${why}); the old one is as it was.`;
    return refuse({ code: 'upgrade-failed', sentence, cause });
  } finally {
    await from.end().catch(() => {});
    await to.end().catch(() => {});
  }
}

async function copyEverything(from: pg.Client, to: pg.Client): Promise<Copied> {
  await from.query('begin isolation level repeatable read read only');
  await to.query('begin');
  // Foreign keys and the triggers that guard the audit trail are for new rows; these were checked when they were made.
  await to.query('set local session_replication_role = replica');
  const tables = await listTables(from);
  const expected = await listTables(to);
  const names = (list: Table[]) => list.map(({ name, columns }) => `${name}(${columns})`).join(' ');
  if (names(tables) !== names(expected)) throw new Error('the schemas differ');
  if (tables.length > 0) await to.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  for (const { name, columns } of tables) {
    const out = `copy (select ${columns} from only ${name}) to stdout`;
    await copyBetween(from, out, to, `copy ${name} (${columns}) from stdin`);
  }
  await copySequences(from, to);
  let rows = 0;
  for (const { name } of tables) rows += await compareTable(from, to, name);
  await to.query('commit');
  await from.query('commit');
  await to.query('analyze');
  return { tables: tables.length, rows };
}

type Table = { name: string; columns: string };

/** Every table that holds rows itself, quoted, with the columns that are stored and not computed. */
async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
           string_agg(quote_ident(a.attname), ', ' order by a.attname) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    group by 1 order by 1`);
  return rows;
}

async function copySequences(from: pg.Client, to: pg.Client): Promise<void> {
  const { rows } = await from.query<{ name: string }>(`
    select format('%I.%I', schemaname, sequencename) as name from pg_sequences
    where schemaname not like 'pg\\_%' order by 1`);
  for (const { name } of rows) {
    const state = await from.query<{ last_value: string; is_called: boolean }>(
      `select last_value, is_called from ${name}`,
    );
    await to.query('select setval($1::regclass, $2, $3)', [name, state.rows[0]?.last_value, state.rows[0]?.is_called]);
  }
}

/** Count and a digest over all rows, whatever their order. */
async function compareTable(from: pg.Client, to: pg.Client, name: string): Promise<number> {
  const question = `select count(*) as rows, sum(('x' || left(md5(t::text), 15))::bit(60)::bigint) as digest from only ${name} t`;
  const [ours, theirs] = [await from.query(question), await to.query(question)];
  if (JSON.stringify(ours.rows) !== JSON.stringify(theirs.rows)) throw new Error(`${name} differs after copying`);
  return Number(ours.rows[0].rows);
}
