import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { withdrawRequest } from '../determinations/withdraw-request.ts';
import type { StaffActor } from '../identity/actor.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { readLateAnswers } from './late-answers.ts';
import { watchClocks } from './watch-clocks.ts';

describeWith([haveDatabase()], 'the report of lateness', () => {
  let house: TestApp;
  let clerk: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    const { contact } = await house.app.db.selectFrom('facility').select('contact').executeTakeFirstOrThrow();
    const privacyOfficer = { ...contact.privacyOfficer, email: 'privacy@test.example' };
    await house.app.db
      .updateTable('facility')
      .set({ contact: JSON.stringify({ ...contact, privacyOfficer }) })
      .execute();
  });
  afterAll(() => house.close());

  const at = (instant: string) => house.clock.set(instant);
  const answer = async (accessRequestId: string) => {
    const requester = { kind: 'requester', accessRequestId, sessionHash: null, address: '' } as const;
    expect((await withdrawRequest(house.app, requester)).ok).toBe(true);
    // Taken by the mail server at once.
    await house.app.db.updateTable('mail').set({ sent_at: house.app.now() }).where('sent_at', 'is', null).execute();
  };
  const report = async (days: { from?: string; to?: string } = {}) => {
    const read = await readLateAnswers(house.app, clerk, days);
    if (!read.ok) throw new Error('no report');
    return read.value;
  };
  const toPrivacyOfficer = async () => {
    const rows = await house.app.db
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('recipient', '=', 'privacy@test.example')
      .orderBy('made_at')
      .execute();
    return rows.map(({ subject, body }) => `${subject}\n${body}`);
  };

  test('S05: counts an answer of the first late day as late for good, and tells the privacy officer without a name', async () => {
    at('2026-08-03T15:00:00Z');
    const late = (await addRequest(house)).accessRequestId;
    const inTime = (await addRequest(house)).accessRequestId;
    at('2026-09-02T15:00:00Z');
    await answer(inTime);
    at('2026-09-03T12:00:00Z');
    await watchClocks(house.app);
    expect((await report()).late).toMatchObject([
      { requestId: late, dueOn: '2026-09-02', answeredOn: null, daysLate: 1 },
    ]);
    await answer(late);
    at('2026-09-04T12:00:00Z');
    await watchClocks(house.app);
    await watchClocks(house.app);

    const row = {
      requestId: late,
      receivedOn: '2026-08-03',
      dueOn: '2026-09-02',
      answeredOn: '2026-09-03',
      daysLate: 1,
    };
    expect(await report()).toMatchObject({ received: 2, answeredInTime: 1, late: [row], returned: [] });
    expect(await report({ from: '2026-08-04', to: '2026-09-04' })).toMatchObject({ received: 0, late: [] });
    const mails = await toPrivacyOfficer();
    expect(mails).toEqual([
      expect.stringMatching(
        /^Late requests, for the privacy officer\nEB [^\n]*: overdue\. It was due on Wednesday, September 2, 2026\./,
      ),
      expect.stringMatching(
        /^Late requests, for the privacy officer\nEB [^\n]*: answered late\. It was due on Wednesday, September 2, 2026\./,
      ),
    ]);
    for (const mail of mails) {
      expect(mail).toContain('/desk/settings/late-answers');
      expect(mail).not.toMatch(/Ana|Rivera/);
    }
    const letters = await house.app.db.selectFrom('letter').select('code').where('code', '=', 'L-EXT').execute();
    expect(letters).toEqual([]);
  });
});
