import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { createEmptyDatabase, createTestDatabase, haveDatabase } from '../../../scripts/peers/test-database.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

describeWith([haveDatabase()], 'migrations', () => {
  let folder = '';
  let empty: { url: string; drop(): Promise<void> };
  let database: Database;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'echoback-migrations-'));
    empty = await createEmptyDatabase();
    const opened = await openDatabase({ url: empty.url });
    if (!opened.ok) throw new Error(opened.refusal.sentence);
    database = opened.value;
  });
  afterEach(async () => {
    await database.close();
    await empty.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const write = (name: string, sql: string) => writeFile(path.join(folder, `${name}.sql`), sql);
  const tables = async () => {
    const { rows } = await database.pool.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    return rows.map((row) => row.name).filter((name) => name !== 'schema_migration');
  };

  test('run in order, and a second run is a no-op', async () => {
    await write('0001-first', 'create table first (n int)');
    await write('0002-second', 'alter table first add m int; create table second (n int)');
    expect(await migrate(database.pool, folder)).toEqual({ ok: true, value: ['0001-first', '0002-second'] });
    expect(await migrate(database.pool, folder)).toEqual({ ok: true, value: [] });
    await write('0003-third', 'create table third (n int)');
    expect(await migrate(database.pool, folder)).toEqual({ ok: true, value: ['0003-third'] });
    expect(await tables()).toEqual(['first', 'second', 'third']);
  });

  test('one that fails is undone whole and named; the ones before it stay', async () => {
    await write('0001-first', 'create table first (n int)');
    await write('0002-broken', 'create table second (n int); select 1/0');
    const broken = await migrate(database.pool, folder);
    expect(broken).toMatchObject({ ok: false, refusal: { code: 'migration-failed' } });
    if (!broken.ok) expect(broken.refusal.sentence).toContain('0002-broken');
    expect(await tables()).toEqual(['first']);
    await write('0002-broken', 'create table second (n int)');
    expect(await migrate(database.pool, folder)).toEqual({ ok: true, value: ['0002-broken'] });
  });

  test('one that was altered after it ran is refused; Windows line endings are no alteration', async () => {
    await write('0001-first', 'create table first (\n n int)');
    await migrate(database.pool, folder);
    await write('0001-first', 'create table first (\r\n n int)');
    expect(await migrate(database.pool, folder)).toEqual({ ok: true, value: [] });
    await write('0001-first', 'create table first (\n n bigint)');
    expect(await migrate(database.pool, folder)).toMatchObject({ refusal: { code: 'migration-changed' } });
  });

  test('a database that a newer program used is refused in one sentence', async () => {
    await write('0001-first', 'create table first (n int)');
    await write('0002-second', 'create table second (n int)');
    await migrate(database.pool, folder);
    await rm(path.join(folder, '0002-second.sql'));
    const refused = await migrate(database.pool, folder);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'database-newer' } });
    if (!refused.ok) expect(refused.refusal.sentence).toMatch(/newer Echoback .*0002-second/);
  });

  test('processes that start together migrate once', async () => {
    await write('0001-first', 'create table first (n int); select pg_sleep(0.2)');
    const answers = await Promise.all([1, 2, 3].map(() => migrate(database.pool, folder)));
    expect(answers.flatMap((answer) => (answer.ok ? answer.value : ['refused']))).toEqual(['0001-first']);
  });

  test('a gap in the numbers is a fault of the program', async () => {
    await write('0002-second', 'select 1');
    await expect(migrate(database.pool, folder)).rejects.toThrow('no gaps');
  });

  test("Echoback's own run here, and are complete in a test database", async () => {
    const own = await migrate(database.pool);
    expect(own.ok).toBe(true);
    const ready = await createTestDatabase();
    expect(await migrate(ready.pool)).toEqual({ ok: true, value: [] });
    await ready.drop();
  });
});
