import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDebianPostgres } from '../../../scripts/peers/postgres.ts';
import { makeQuickFolder } from '../../../scripts/peers/quick-folder.ts';
import { type Database, openDatabase, transaction } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { openJobQueue } from './job-queue.ts';
import { migrate } from './migrate.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { stopCluster } from './postmaster.ts';
import { upgradeEmbeddedPostgres } from './upgrade-postgres.ts';

// The oldest version that we support stands for every older major version.
const debian: PostgresBinaries = { folder: '/usr/lib/postgresql/15', version: '15', major: 15 };
const jobNames = ['note'] as const;

async function prepare(database: Database): Promise<void> {
  const migrated = await migrate(database.pool);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const { host, port, user, database: name } = database.pool.options;
  const address = { host: host ?? '', port: port ?? 0, user: user ?? '', database: name ?? '' };
  const queue = await openJobQueue<{ note: { n: number } }>({
    address,
    names: jobNames,
    soleOwner: true,
    onFault() {},
  });
  await queue.stop();
}

describeWith([haveDebianPostgres()], 'an upgrade from an older major version', () => {
  let folder = '';
  beforeEach(async () => {
    folder = makeQuickFolder('echoback-upgrade-');
  });
  afterEach(async () => {
    await stopCluster(path.join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  });

  const withServer = async <T>(binaries: PostgresBinaries | undefined, work: (database: Database) => Promise<T>) => {
    const started = await startEmbeddedPostgres({ dataFolder: folder, ...(binaries && { binaries }) });
    if (!started.ok) throw new Error(started.refusal.sentence);
    const opened = await openDatabase(started.value.address);
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    const answer = await work(opened.value);
    await opened.value.close();
    await started.value.stop();
    return answer;
  };
  const fill = async (database: Database) => {
    await prepare(database);
    await database.pool.query(`
      create table note (id bigint generated always as identity, words text, raw bytea, day date, at timestamptz, doubled int generated always as (2) stored);
      insert into note (words, raw, day, at)
        select case when n % 7 = 0 then null else E'tab\\t back\\\\slash \\n line ' || n || repeat('ö', n % 900) end,
               decode(md5(n::text), 'hex'), date '2024-02-29' + n, timestamptz '2024-03-10T02:30:00-08' + n * interval '1 hour'
        from generate_series(1, 20000) n`);
  };
  const digest = (database: Database) =>
    database.pool
      .query('select count(*), md5(string_agg(t::text, $1 order by id)) from note t', ['|'])
      .then((r) => r.rows);
  const prepareWithNote = async (database: Database) => {
    await prepare(database);
    await database.pool.query(
      'create table if not exists note (id bigint generated always as identity, words text, raw bytea, day date, at timestamptz, doubled int generated always as (2) stored)',
    );
  };

  test('copies every row and waiting job, goes on counting, and keeps the old folder', async () => {
    const before = await withServer(debian, async (database) => {
      await fill(database);
      const { host, port, user, database: name } = database.pool.options;
      const address = { host: host ?? '', port: port ?? 0, user: user ?? '', database: name ?? '' };
      const queue = await openJobQueue<{ note: { n: number } }>({
        address,
        names: jobNames,
        soleOwner: true,
        onFault() {},
      });
      await transaction(database.db, (tx) => queue.enqueue(tx, 'note', { n: 1 }));
      await queue.stop();
      return digest(database);
    });
    expect(await startEmbeddedPostgres({ dataFolder: folder })).toMatchObject({
      refusal: { code: 'postgres-older-files' },
    });

    const upgraded = await upgradeEmbeddedPostgres({
      dataFolder: folder,
      oldBinaries: debian,
      prepare: prepareWithNote,
    });
    expect(upgraded).toMatchObject({ ok: true, value: { fromMajor: 15, toMajor: 18 } });
    await withServer(undefined, async (database) => {
      expect(database.serverVersion).toMatch(/^18\./);
      expect(await digest(database)).toEqual(before);
      const { rows } = await database.pool.query("insert into note (words) values ('next') returning id");
      expect(rows).toEqual([{ id: 20_001 }]);
      const jobs = await database.pool.query("select data, state from jobs.job where name = 'note'");
      expect(jobs.rows).toEqual([{ data: { n: 1 }, state: 'created' }]);
    });
    expect((await readFile(path.join(folder, 'postgres-15-before-upgrade', 'PG_VERSION'), 'utf8')).trim()).toBe('15');
  });

  test('that fails leaves the old database in place and working', async () => {
    await withServer(debian, fill);
    // The new side lacks a table of the old one.
    const refused = await upgradeEmbeddedPostgres({ dataFolder: folder, oldBinaries: debian, prepare });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'upgrade-failed' } });
    expect(existsSync(path.join(folder, 'postgres-15-before-upgrade'))).toBe(false);
    const [row] = await withServer(debian, digest);
    expect(row.count).toBe(20_000);
  });

  test('that was killed between the two renames is finished by the next start', async () => {
    await withServer(debian, fill);
    const upgraded = await upgradeEmbeddedPostgres({
      dataFolder: folder,
      oldBinaries: debian,
      prepare: prepareWithNote,
    });
    expect(upgraded.ok).toBe(true);
    await rename(path.join(folder, 'postgres'), path.join(folder, 'postgres-verified'));
    await rename(path.join(folder, 'postgres-15-before-upgrade'), path.join(folder, 'postgres'));
    const [row] = await withServer(undefined, digest);
    expect(row.count).toBe(20_000);
    expect(existsSync(path.join(folder, 'postgres-15-before-upgrade'))).toBe(true);
  });
});
