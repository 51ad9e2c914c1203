import { randomUUID } from 'node:crypto';
import type { Pack } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { dueWorking, packFor, readFacilityFacts } from './facility-facts.ts';
import { keepPack, readKeptPacks } from './kept-pack.ts';

describeWith([haveDatabase()], 'the law that a facility answers by', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house.close());

  const choose = (choice: string, overlay: object) =>
    house.app.db
      .insertInto('facility_policy')
      .values({
        id: randomUUID(),
        facility_id: house.app.facilityId,
        choice,
        provider: JSON.stringify([]),
        overlay: JSON.stringify(overlay),
        decided_by: null,
        decided_at: house.app.now(),
      })
      .execute();
  const dueFor = async (receivedOn: string) => {
    const facility = await readFacilityFacts(house.app.db, house.app);
    return dueWorking(facility.today, { receivedOn, pack: packFor(facility, receivedOn) });
  };

  test('is the federal one until somebody chooses, and the newest choice from then on', async () => {
    expect(await dueFor('2027-05-28')).toMatchObject({ on: '2027-06-27', days: 30 });
    await choose('us-federal+CA', {});
    expect(await dueFor('2027-05-28')).toMatchObject({ on: '2027-06-12', days: 15 });
    house.clock.advance(60_000);
    await choose('us-federal', { responseDays: { copy: 10 } });
    expect(await dueFor('2027-05-28')).toMatchObject({ on: '2027-06-07', days: 10 });
  });

  test('is kept whole with a request, once for all that came under the same rules, and can not be changed', async () => {
    const facility = await readFacilityFacts(house.app.db, house.app);
    const pack = packFor(facility, '2026-10-05');
    const [first, second] = await transaction(house.app.db, async (tx) => [
      await keepPack(tx, house.app, pack),
      await keepPack(tx, house.app, pack),
    ]);
    expect(second).toBe(first);
    const kept = (await readKeptPacks(house.app.db, [first ?? null])).get(first ?? '');
    expect(kept).toEqual(JSON.parse(JSON.stringify(pack)));
    // What one could not say yet when it was kept is as its own law had it; a topic that it says itself stays as it was.
    const { sources, currency, complaintRoute, ...before } = packFor(
      { policy: { ...facility.policy, choice: 'eu-gdpr' } },
      '2026-10-05',
    );
    const [old, own] = await transaction(house.app.db, async (tx) => [
      await keepPack(tx, house.app, before as Pack),
      await keepPack(tx, house.app, { ...before, sources: { identity: 'an older article' } } as Pack),
    ]);
    const read = await readKeptPacks(house.app.db, [old ?? null, own ?? null]);
    expect(read.get(old ?? '')).toMatchObject({ sources, currency, complaintRoute });
    expect(read.get(own ?? '')?.sources).toEqual({ ...sources, identity: 'an older article' });
    await expect(house.app.db.updateTable('kept_pack').set({ pack: '{}' }).execute()).rejects.toThrow('append-only');
  });
});
