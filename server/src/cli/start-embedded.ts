import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Outcome, refuse } from '@echoback/right-of-access';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  type EmbeddedPostgresRefusal,
  startEmbeddedPostgres,
} from '../store/embedded-postgres.ts';
import { openJobQueue } from '../store/job-queue.ts';
import { type JobPayloads, jobNames } from '../store/jobs.ts';
import { migrate } from '../store/migrate.ts';
import { upgradeEmbeddedPostgres } from '../store/upgrade-postgres.ts';

/** Where packages of operating systems keep the server programs of one major version. */
const usualPlaces = (major: number): string[] => [
  `/usr/lib/postgresql/${major}`,
  `/usr/pgsql-${major}`,
  `/opt/homebrew/opt/postgresql@${major}`,
  `/usr/local/opt/postgresql@${major}`,
];

/**
 * Starts the embedded server. Files of an older major version are upgraded first, with that version's own programs; where
 * these are nowhere to be found, the sentence says what to install.
 */
export async function startEmbedded(
  config: Pick<Config, 'dataFolder' | 'oldPostgres'>,
  say: (line: string) => void,
  onEvent: EmbeddedPostgresOptions['onEvent'],
): Promise<Outcome<EmbeddedPostgres, { sentence: string }>> {
  const { dataFolder } = config;
  const options = { dataFolder, ...(onEvent && { onEvent }) };
  const started = await startEmbeddedPostgres(options);
  if (started.ok || started.refusal.code !== 'postgres-older-files') return started;
  const major = started.refusal.filesMajor;
  const folder = await findServerPrograms(config.oldPostgres, major);
  if (!folder) return refuse(programsMissing(started.refusal, major));
  say(`Upgrading the database from PostgreSQL ${major} …`);
  const oldBinaries = { folder, major, version: String(major) };
  const upgraded = await upgradeEmbeddedPostgres({ dataFolder, oldBinaries, prepare: bringUpToDate });
  if (!upgraded.ok) return upgraded;
  const { toMajor, tables, rows, keptFolder } = upgraded.value;
  say(
    `Upgraded to PostgreSQL ${toMajor}: ${tables} tables, ${rows} rows, each compared. The old files are in ${keptFolder}.`,
  );
  return startEmbeddedPostgres(options);
}

async function findServerPrograms(given: string | undefined, major: number): Promise<string | undefined> {
  for (const folder of given ? [given] : usualPlaces(major)) {
    if (await stat(path.join(folder, 'bin', 'postgres')).catch(() => undefined)) return folder;
  }
  return undefined;
}

function programsMissing({ sentence }: EmbeddedPostgresRefusal, major: number): { sentence: string } {
  return {
    sentence: `${sentence} Install PostgreSQL ${major} and start again, or name its folder (the one with bin/postgres) in ECHOBACK_OLD_POSTGRES.`,
  };
}

/** This program's tables and queues, on either server. */
async function bringUpToDate(database: Database): Promise<void> {
  const migrated = await migrate(database.pool);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const { host = '', port = 0, user = '', database: name = '' } = database.pool.options;
  const address = { host, port, user, database: name };
  const queue = await openJobQueue<JobPayloads>({ address, names: jobNames, soleOwner: true, onFault() {} });
  await queue.stop();
}
