import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { PublicActor } from '../identity/actor.ts';
import { findStaff } from '../identity/session-actor.ts';
import { staffSignIn } from '../sign-in/staff-sign-in.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff as addTestStaff } from '../testing/test-people.ts';
import { addStaff, changeStaff, listStaff } from './staff-accounts.ts';

const visitor: PublicActor = {
  kind: 'public',
  sessionHash: null,
  address: '127.0.0.1',
  browserHash: null,
  sessionHashes: [],
};
const doctor = {
  displayName: 'Lena Falk',
  role: 'supervisor',
  licensedAs: 'MD, radiologist',
  privacyOfficer: false,
} as const;

describeWith([haveDatabase()], 'staff accounts', () => {
  let house: TestApp;
  let admin: Awaited<ReturnType<typeof addTestStaff>>;
  beforeAll(async () => {
    house = await openTestApp();
    admin = await addTestStaff(house, 'admin');
  });
  afterAll(() => house.close());

  test('somebody added can sign in with the password that was told once, and carries their licence', async () => {
    const added = await addStaff(house.app, admin, { username: 'l.falk', ...doctor });
    if (!added.ok) throw new Error(added.refusal.code);
    const signedIn = await staffSignIn(house.app, visitor, { username: 'L.Falk', password: added.value.password });
    expect(signedIn).toMatchObject({ ok: true, value: { answer: { licensedAs: 'MD, radiologist' } } });
    const again = await addStaff(house.app, admin, { username: 'l.falk', ...doctor });
    expect(again).toMatchObject({ refusal: { code: 'invalid-input', fields: [{ pointer: '/username' }] } });
  });

  test('who has left can not sign in or go on, and their name stays', async () => {
    const added = await addStaff(house.app, admin, { username: 'gone', ...doctor, displayName: 'Gil Gone' });
    if (!added.ok) throw new Error(added.refusal.code);
    const { staffId, password } = added.value;
    const base = { sessionHash: Buffer.alloc(32), address: '127.0.0.1' };
    expect(await findStaff(house.app, staffId, base)).toMatchObject({ displayName: 'Gil Gone' });
    expect((await changeStaff(house.app, admin, { staffId, ...doctor, displayName: 'Gil Gone', ended: true })).ok).toBe(
      true,
    );
    expect(await findStaff(house.app, staffId, base)).toBeUndefined();
    expect(await staffSignIn(house.app, visitor, { username: 'gone', password })).toMatchObject({
      refusal: { code: 'wrong-sign-in' },
    });
    const listed = await listStaff(house.app, admin);
    expect(listed.ok && listed.value.rows.find(({ id }) => id === staffId)).toMatchObject({ ended: true });
  });

  test('the last administrator can not leave or become a clerk', async () => {
    const self = { staffId: admin.staffId, displayName: 'Ada', licensedAs: null, privacyOfficer: false } as const;
    expect(await changeStaff(house.app, admin, { ...self, role: 'clerk', ended: false })).toMatchObject({
      refusal: { code: 'last-admin' },
    });
    expect(await changeStaff(house.app, admin, { ...self, role: 'admin', ended: true })).toMatchObject({
      refusal: { code: 'last-admin' },
    });
  });
});
