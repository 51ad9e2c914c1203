import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { createTestDatabase, haveDatabase, type TestDatabase } from '../../../scripts/peers/test-database.ts';
import { openDatabase, transaction } from './database.ts';

describeWith([haveDatabase()], 'the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query('create table note (n int)');
  });
  afterAll(() => database.drop());

  test('calendar dates stay text, instants are Dates, sizes are numbers', async () => {
    const { rows } = await sql`select date '2024-02-29' as day, array[date '2024-02-29', null] as days,
      timestamptz '2024-02-29T23:30:00-08' as instant, 9007199254740991::int8 as size, array[1::int8, 2] as sizes`.execute(
      database.db,
    );
    expect(rows).toEqual([
      {
        day: '2024-02-29',
        days: ['2024-02-29', null],
        instant: new Date('2024-03-01T07:30:00Z'),
        size: Number.MAX_SAFE_INTEGER,
        sizes: [1, 2],
      },
    ]);
  });

  test('a number beyond exact numbers is a fault, not a wrong number', async () => {
    await expect(sql`select 9007199254740993::int8 as size`.execute(database.db)).rejects.toThrow('beyond exact');
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const failed = transaction(database.db, async (tx) => {
      await sql`insert into note values (1)`.execute(tx);
      throw new Error('changed my mind');
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect((await database.pool.query('select * from note')).rows).toEqual([]);
  });

  test('a server that may lose what it confirmed is refused', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c synchronous_commit=off');
    const refused = await openDatabase({ url: url.href });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'database-does-not-sync' } });
  });

  test('a server that is not there is refused without its password', async () => {
    const refused = await openDatabase({ url: 'postgresql://me:hunter2@127.0.0.1:1/none' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'database-unreachable' } });
    expect(JSON.stringify(refused)).not.toContain('hunter2');
  });
});
