import { demoFeeSchedule } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { readAuthorityCard } from '../authority/authority-card.ts';
import { sendLackLetter } from '../authority/send-lack-letter.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { StaffActor } from '../identity/actor.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { askClarification } from './ask-clarification.ts';
import { endClarification } from './end-clarification.ts';
import { readClarifications } from './read-clarifications.ts';
import { readRequestFile } from './read-request-file.ts';
import { recordIdentityProof } from './record-identity-proof.ts';

describeWith([haveDatabase()], 'a wait that moves the last day, where the law lists it as a pause', () => {
  let house: TestApp;
  let clerk: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    const schedule = JSON.stringify({ ...demoFeeSchedule, method: 'actual' });
    await house.app.db.updateTable('facility').set({ fee_schedule: schedule }).execute();
  });
  afterAll(() => house.close());

  const on = (day: string) => house.clock.set(`${day}T15:00:00Z`);
  /** Received on Monday, 1 March 2027, under this law. */
  async function received(choice: string, wish: Parameters<typeof addRequest>[1] = {}) {
    on('2027-03-01');
    house.clock.advance(1_000);
    const admin = await addStaff(house, 'admin');
    expect((await choosePolicy(house.app, admin, { choice, provider: [], overlay: {} })).ok).toBe(true);
    const { accessRequestId: requestId } = await addRequest(house, wish);
    await house.app.db.deleteFrom('facility_policy').where('choice', '!=', choice).execute();
    return requestId;
  }
  const dueOf = async (requestId: string) => {
    const file = await readRequestFile(house.app, clerk, { requestId });
    return file.ok ? file.value.due.on : undefined;
  };
  const letterOf = async (requestId: string) => {
    const rows = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', requestId)
      .execute();
    return JSON.stringify(rows);
  };
  const question = 'Which of your exams do you mean?';

  test('a question about a very large record stands still until it is answered (GDPR recital 63)', async () => {
    const requestId = await received('eu-gdpr');
    expect(await dueOf(requestId)).toBe('2027-04-01');
    expect(await readClarifications(house.app, clerk, { requestId })).toMatchObject({
      value: { pauseAsks: 'very-large-record' },
    });
    on('2027-03-03');
    const asked = await askClarification(house.app, clerk, { requestId, question, veryLargeRecord: true });
    const open = await readRequestFile(house.app, clerk, { requestId });
    expect(open).toMatchObject({ value: { waits: [{ cause: 'clarification', movesDeadline: true }] } });
    expect(await letterOf(requestId)).toContain('The days from today until your answer do not count.');
    on('2027-03-10');
    const questionId = asked.ok ? asked.value.questionId : '';
    await endClarification(house.app, clerk, { requestId, questionId, end: { how: 'phone', answer: 'All of them.' } });
    expect(await dueOf(requestId)).toBe('2027-04-08');
    const [event] = await house.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'clarification.asked')
      .execute();
    expect(event?.objects).toMatchObject({ questionId, veryLargeRecord: true });
  });

  test('any other question moves nothing, nor one that the office takes back, nor one in the United States', async () => {
    for (const [choice, veryLargeRecord, how] of [
      ['eu-gdpr', false, 'phone'],
      ['eu-gdpr', true, 'taken-back'],
      ['us-federal', true, 'phone'],
    ] as const) {
      const requestId = await received(choice);
      const before = await dueOf(requestId);
      on('2027-03-03');
      const asked = await askClarification(house.app, clerk, { requestId, question, veryLargeRecord });
      if (choice === 'us-federal') expect(await letterOf(requestId)).toContain('This letter does not move that day.');
      on('2027-03-10');
      const questionId = asked.ok ? asked.value.questionId : '';
      const end = how === 'phone' ? ({ how, answer: 'All.' } as const) : ({ how } as const);
      expect((await endClarification(house.app, clerk, { requestId, questionId, end })).ok).toBe(true);
      expect(await dueOf(requestId)).toBe(before);
    }
  });

  test('who they are, asked at once on a reasonable doubt, starts the month when it is shown (GDPR Art. 12(6))', async () => {
    const { patientId } = await addPatient(house);
    const shownOn = async (choice: string, askedPromptly: boolean) => {
      const requestId = await received(choice, { patientId });
      const card = await readAuthorityCard(house.app, clerk, { requestId });
      expect(card).toMatchObject({ value: { pauseAsks: choice === 'eu-gdpr' ? 'asked-promptly' : null } });
      on('2027-03-02');
      expect((await sendLackLetter(house.app, clerk, { requestId, code: 'L-VER', askedPromptly })).ok).toBe(true);
      const told = await letterOf(requestId);
      on('2027-03-11');
      const proof = { requestId, method: 'photo-id', evidence: 'Passport, shown at the desk' } as const;
      expect((await recordIdentityProof(house.app, clerk, proof)).ok).toBe(true);
      return { due: await dueOf(requestId), told };
    };
    const prompt = await shownOn('eu-gdpr', true);
    expect(prompt.due).toBe('2027-04-12');
    expect(prompt.told).toContain('Our time to answer starts on the day you show us.');
    expect(await shownOn('eu-gdpr', false)).toMatchObject({ due: '2027-04-01' });
    expect(await shownOn('us-federal', true)).toMatchObject({ due: '2027-03-31' });
  });

  test('what is asked when the month is over, or was asked before without that doubt, makes no late answer one in time', async () => {
    const { patientId } = await addPatient(house, { mrn: '830001' });
    const late = await received('eu-gdpr', { patientId });
    on('2027-04-05');
    expect(await readAuthorityCard(house.app, clerk, { requestId: late })).toMatchObject({
      value: { pauseAsks: null },
    });
    const wish = { requestId: late, code: 'L-VER', askedPromptly: true } as const;
    expect((await sendLackLetter(house.app, clerk, wish)).ok).toBe(true);
    expect(await letterOf(late)).not.toContain('Our time to answer starts');
    const proof = { method: 'photo-id', evidence: 'Passport, shown at the desk' } as const;
    expect((await recordIdentityProof(house.app, clerk, { requestId: late, ...proof })).ok).toBe(true);
    expect(await dueOf(late)).toBe('2027-04-01');
    const asked = await askClarification(house.app, clerk, { requestId: late, question, veryLargeRecord: true });
    expect(asked.ok).toBe(true);
    expect(await letterOf(late)).not.toContain('do not count');

    const twice = await received('eu-gdpr', { patientId });
    for (const askedPromptly of [false, true]) {
      house.clock.advance(86_400_000);
      expect((await sendLackLetter(house.app, clerk, { ...wish, requestId: twice, askedPromptly })).ok).toBe(true);
    }
    on('2027-03-11');
    expect((await recordIdentityProof(house.app, clerk, { requestId: twice, ...proof })).ok).toBe(true);
    expect(await dueOf(twice)).toBe('2027-04-01');
  });
});
