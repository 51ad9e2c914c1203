import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { appendAudit } from './append-audit.ts';
import { verifyAudit } from './verify-audit.ts';

describeWith([haveDatabase()], 'the audit trail', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house.close());

  const append = (count: number) =>
    transaction(house.app.db, (tx) =>
      appendAudit(tx, house.app, {
        type: 'directory.changed',
        outcome: 'success',
        actor: { kind: 'program', job: 'test' },
        accessRequestId: null,
        objects: { zebra: 'last', count, ids: ['b', 'a'] },
      }),
    );

  test('events of many writers at once form one chain without gaps', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, count) => append(count)));
    expect(await verifyAudit(house.app.db, house.app.facilityId)).toMatchObject({ ok: true, events: 20 });
  });

  test('a deed that is undone leaves no event', async () => {
    const deed = transaction(house.app.db, async (tx) => {
      await appendAudit(tx, house.app, {
        type: 'directory.changed',
        outcome: 'success',
        actor: { kind: 'program', job: 'test' },
        accessRequestId: null,
        objects: {},
      });
      throw new Error('undone');
    });
    await expect(deed).rejects.toThrow('undone');
    expect(await verifyAudit(house.app.db, house.app.facilityId)).toMatchObject({ ok: true, events: 20 });
  });

  test('the database refuses to change or remove an event', async () => {
    await expect(sql`update audit_event set reason = 'x'`.execute(house.app.db)).rejects.toThrow('append-only');
    await expect(sql`delete from audit_event`.execute(house.app.db)).rejects.toThrow('append-only');
  });

  test('an edit past the guard is found, and named by its number', async () => {
    await sql`alter table audit_event disable trigger audit_event_append_only`.execute(house.app.db);
    await sql`update audit_event set objects = '{"count": 99}' where sequence = 7`.execute(house.app.db);
    expect(await verifyAudit(house.app.db, house.app.facilityId)).toEqual({
      ok: false,
      firstBad: 7,
      problem: 'wrong-hash',
    });
    await sql`delete from audit_event where sequence = 5`.execute(house.app.db);
    expect(await verifyAudit(house.app.db, house.app.facilityId)).toEqual({ ok: false, firstBad: 5, problem: 'gap' });
  });
});
