import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type pg from 'pg';

const migrationsFolder = path.join(import.meta.dirname, 'migrations');

export type MigrationRefusal =
  | { code: 'database-newer'; sentence: string }
  | { code: 'migration-changed'; sentence: string }
  | { code: 'migration-failed'; sentence: string; cause: unknown };

type Migration = { number: number; name: string; sql: string; sha256: string };
type Applied = { number: number; name: string; sha256: string };

/** One number for all of Echoback's processes on one database; any constant does, as long as nobody changes it. */
const migrationLock = 8_460_001;

/**
 * Brings the database to this program's schema: numbered SQL files, forward only, each in its own transaction with
 * the note that it ran. Processes that start together wait for one another. Answers the names that ran.
 */
export async function migrate(pool: pg.Pool, folder = migrationsFolder): Promise<Outcome<string[], MigrationRefusal>> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<Applied>('select number, name, sha256 from schema_migration order by number');
    const refusal = compare(migrations, rows);
    if (refusal) return refuse(refusal);
    return await applyMissing(client, migrations.slice(rows.length));
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    client.release();
  }
}

async function applyMissing(client: pg.PoolClient, missing: Migration[]): Promise<Outcome<string[], MigrationRefusal>> {
  const names: string[] = [];
  for (const { number, name, sql, sha256 } of missing) {
    try {
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
        number,
        name,
        sha256,
      ]);
      await client.query('commit');
      names.push(name);
    } catch (cause) {
      await client.query('rollback');
      const why = cause instanceof Error ? cause.message : 'unknown fault';
      return refuse({
        code: 'migration-failed',
        sentence: `The database change ${name} failed and was undone: ${why}.`,
        cause,
      });
    }
  }
  return ok(names);
}

/** What ran must be a beginning of what we have, letter by letter. */
function compare(migrations: Migration[], applied: Applied[]): MigrationRefusal | undefined {
  for (const [index, ran] of applied.entries()) {
    const ours = migrations[index];
    if (!ours) {
      const sentence = `The database was last used by a newer Echoback (it has the change ${ran.name}): start that version or a newer one.`;
      return { code: 'database-newer', sentence };
    }
    if (ours.number !== ran.number || ours.sha256 !== ran.sha256) {
      const sentence = `The database has another form of the change ${ran.name} than this program: the program's files were altered.`;
      return { code: 'migration-changed', sentence };
    }
  }
  return undefined;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file, index) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]);
      if (number !== index + 1)
        throw new Error(`${file} should be number ${index + 1}: migrations are 0001-name.sql, no gaps`);
      // A checkout with Windows line endings is the same migration.
      const sql = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return { number, name: file.replace(/\.sql$/, ''), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
