import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { agreeExtension } from './agree-extension.ts';
import { openExtensionLetter } from './open-extension-letter.ts';
import { readExtension } from './read-extension.ts';
import { sendExtension } from './send-extension.ts';
import { type WishInput, wishExtension } from './wish-extension.ts';

const offSite = 'Films are in off-site storage; the vendor delivers on 15 September.';

describeWith([haveDatabase()], 'the one letter that moves a due date', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let supervisor: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    supervisor = await addStaff(house, 'supervisor');
  });
  afterAll(() => house.close());

  /** A request received on Monday 2026-08-03, and the clock at another instant. */
  async function received(at: string): Promise<string> {
    house.clock.set('2026-08-03T14:00:00Z');
    const { accessRequestId } = await addRequest(house);
    house.clock.set(at);
    return accessRequestId;
  }
  const wish = (requestId: string, more: Partial<WishInput> = {}, who = clerk) =>
    wishExtension(house.app, who, {
      requestId,
      promisedOn: '2026-09-25',
      reason: offSite,
      cause: 'off-site-storage',
      ...more,
    });
  const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code;
  const lettersOf = async (requestId: string) =>
    (await house.app.db.selectFrom('letter').select('code').where('access_request_id', '=', requestId).execute()).map(
      ({ code }) => code,
    );

  test('S04: on the last day, once, with its reason; then no more', async () => {
    const requestId = await received('2026-09-02T20:10:00Z');
    const bounds = await readExtension(house.app, clerk, { requestId });
    expect(bounds).toMatchObject({ value: { firstDue: '2026-09-02', latest: '2026-10-02', barred: null, sent: null } });
    expect(codeOf(await wish(requestId, { promisedOn: '2026-10-03' }))).toBe('date-too-late');
    expect(codeOf(await wish(requestId, { reason: ' ' }))).toBe('reason-missing');
    expect(codeOf(await wish(requestId, { promisedOn: '2026-09-02' }))).toBe('date-too-early');

    const wished = await wish(requestId, { readyNow: 'the digital report' });
    if (!wished.ok) throw new Error(wished.refusal.code);
    const seen = await readExtension(house.app, clerk, { requestId });
    if (!seen.ok) throw new Error('not read');
    const text = seen.value.wish?.letter?.parts.map((part) => part.text).join('\n') ?? '';
    expect(text).toContain(offSite);
    expect(text).toContain('September 25, 2026');
    expect(text).toContain('This is ready today: the digital report.');
    expect(text).toContain('only once');
    expect(text).toContain('+1 555 555 0100');
    expect(await openExtensionLetter(house.app, clerk, { requestId })).toMatchObject({
      ok: true,
      value: { mediaType: 'application/pdf' },
    });

    const { wishId } = wished.value;
    const sent = await sendExtension(house.app, clerk, { requestId, wishId, by: 'portal' });
    expect(sent).toEqual({ ok: true, value: { dueOn: '2026-09-25' } });
    expect(await lettersOf(requestId)).toEqual(['L-EXT']);
    const tracked = await trackRequest(house.app, {
      kind: 'requester',
      accessRequestId: requestId,
      sessionHash: null,
      address: '',
    });
    expect(tracked).toMatchObject({
      value: { due: { on: '2026-09-25', daysLeft: 23, extension: { sentOn: '2026-09-02', reason: offSite } } },
    });
    const mail = await house.app.db
      .selectFrom('mail')
      .select('body')
      .where('access_request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(mail.body).not.toContain('Rivera');

    house.clock.set('2026-09-24T14:00:00Z');
    expect(codeOf(await wish(requestId, { promisedOn: '2026-10-02' }))).toBe('already-extended');
    expect(codeOf(await sendExtension(house.app, clerk, { requestId, wishId, by: 'portal' }))).toBe('already-extended');
    expect(await readExtension(house.app, clerk, { requestId })).toMatchObject({
      value: { barred: { code: 'already-extended', on: '2026-09-25', cite: expect.stringContaining('(b)(2)(ii)(B)') } },
    });
    expect(await lettersOf(requestId)).toEqual(['L-EXT']);
  });

  test('“busy” is saved, and goes out only after a supervisor stood for it', async () => {
    const requestId = await received('2026-08-31T15:00:00Z');
    const wished = await wish(requestId, { reason: 'We are busy.', cause: 'backlog' });
    if (!wished.ok) throw new Error(wished.refusal.code);
    expect(wished.value.needsSupervisor).toBe(true);
    const { wishId } = wished.value;
    expect(codeOf(await sendExtension(house.app, clerk, { requestId, wishId, by: 'post' }))).toBe('supervisor-needed');
    expect(await agreeExtension(house.app, supervisor, { requestId, wishId })).toEqual({ ok: true, value: null });
    const sent = await sendExtension(house.app, clerk, { requestId, wishId, by: 'post' });
    expect(sent.ok).toBe(true);
    const kept = await house.app.db
      .selectFrom('extension')
      .selectAll()
      .where('access_request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ agreed_by: supervisor.staffId, sent_by: clerk.staffId, sent_on: '2026-08-31' });
  });

  test('S05: on the day after, nothing can be extended any more, not even a wish of yesterday', async () => {
    const requestId = await received('2026-09-02T20:00:00Z');
    const wished = await wish(requestId);
    if (!wished.ok) throw new Error(wished.refusal.code);
    house.clock.set('2026-09-03T12:00:00Z');
    const { wishId } = wished.value;
    expect(codeOf(await sendExtension(house.app, clerk, { requestId, wishId, by: 'portal' }))).toBe(
      'too-late-to-extend',
    );
    expect(codeOf(await wish(requestId))).toBe('too-late-to-extend');
    expect(await readExtension(house.app, clerk, { requestId })).toMatchObject({
      value: { barred: { code: 'too-late-to-extend', on: '2026-09-03' } },
    });
    expect(await lettersOf(requestId)).toEqual([]);
  });

  test('S24: where the state gives no extension none is written', async () => {
    await house.app.db.updateTable('facility').set({ policy_pack: 'us-federal+CA' }).execute();
    house.clock.set('2027-05-28T18:00:00Z');
    const { accessRequestId: requestId } = await addRequest(house);
    expect(codeOf(await wish(requestId, { promisedOn: '2027-07-20' }))).toBe('no-extension-given');
    expect(await readExtension(house.app, clerk, { requestId })).toMatchObject({
      value: { firstDue: '2027-06-12', barred: { code: 'no-extension-given', law: 'CA', on: '2027-06-12' } },
    });
    await house.app.db.updateTable('facility').set({ policy_pack: 'us-federal' }).execute();
  });
});
