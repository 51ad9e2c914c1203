import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { answerUnidentified } from '../authority/answer-unidentified.ts';
import { readAuthorityCard } from '../authority/authority-card.ts';
import { sendLackLetter } from '../authority/send-lack-letter.ts';
import { watchClocks } from '../clock/watch-clocks.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { StaffActor } from '../identity/actor.ts';
import { closeExamItem } from '../imaging/close-exam-item.ts';
import { searchStudies } from '../imaging/search-studies.ts';
import { handOverLetter } from '../intake/hand-over-letter.ts';
import { lettersToPost } from '../intake/letters-to-post.ts';
import { type HostilePacs, startHostilePacs } from '../sources/test-peers/hostile-pacs.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource } from '../testing/test-match.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { listRequests } from './list-requests.ts';
import { readRequestFile } from './read-request-file.ts';
import { recordIdentityProof } from './record-identity-proof.ts';

describeWith([haveDatabase()], 'what ends the clock, and what only looks like an end', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let pacs: HostilePacs;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    pacs = await startHostilePacs();
    await addDicomwebSource(house, pacs.baseUrl);
  });
  afterAll(async () => {
    await house?.close();
    await pacs?.close();
  });
  beforeEach(async () => {
    await house.app.db.updateTable('exam_item').set({ state: 'closed' }).execute();
    house.clock.set('2026-10-05T15:00:00Z');
  });

  const choose = async (answers: Record<string, string>) => {
    const admin = await addStaff(house, 'admin');
    const chosen = await choosePolicy(house.app, admin, { choice: 'us-federal', provider: [], overlay: { answers } });
    expect(chosen.ok).toBe(true);
  };
  async function asked(wish: { proved?: boolean } = {}) {
    const { patientId } = await addPatient(house, { issuer: crypto.randomUUID() });
    const { accessRequestId: requestId, examItemIds } = await addRequest(house, { patientId, ...wish });
    // As the portal notes it with the request: the clock runs beside it.
    await house.app.db
      .insertInto('wait')
      .values({
        id: crypto.randomUUID(),
        access_request_id: requestId,
        kind: 'identity',
        since: house.app.now(),
        ended_at: null,
      })
      .execute();
    return { requestId, examItemId: examItemIds[0] ?? '' };
  }
  const fileOf = async (requestId: string) => {
    const file = await readRequestFile(house.app, clerk, { requestId });
    if (!file.ok) throw new Error(file.refusal.code);
    return file.value;
  };
  const openRow = async (requestId: string) => {
    const list = await listRequests(house.app, clerk, { show: 'open' });
    return list.ok ? list.value.rows.find(({ id }) => id === requestId) : undefined;
  };
  const codes = async (requestId: string) => (await fileOf(requestId)).letters.map(({ code }) => code);
  const cardOf = async (requestId: string) => {
    const card = await readAuthorityCard(house.app, clerk, { requestId });
    return card.ok ? card.value.unidentified : undefined;
  };
  const answer = (requestId: string) => answerUnidentified(house.app, clerk, { requestId });
  const lastLetter = async (requestId: string) => {
    const letter = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', requestId)
      .orderBy('made_at', 'desc')
      .executeTakeFirstOrThrow();
    return JSON.stringify(letter.content);
  };

  /** Asked once who they are, and nobody answered: due on Wednesday, November 4. */
  async function neverShown() {
    const { requestId, examItemId } = await asked();
    expect(await answer(requestId)).toMatchObject({ refusal: { code: 'proof-never-asked' } });
    expect(await cardOf(requestId)).toMatchObject({ asked: false });
    house.clock.set('2026-10-06T15:00:00Z');
    expect((await sendLackLetter(house.app, clerk, { requestId, code: 'L-VER' })).ok).toBe(true);
    house.clock.set('2026-11-03T15:00:00Z');
    expect(await answer(requestId)).toMatchObject({ refusal: { code: 'still-time-for-proof' } });
    expect(await cardOf(requestId)).toMatchObject({ asked: true, notBefore: '2026-11-04' });
    house.clock.set('2026-11-04T15:00:00Z');
    return { requestId, examItemId };
  }

  it('OD-21, as it is at first: nobody showed who they are, the written answer closes, and proof opens it under its first day', async () => {
    const { requestId } = await neverShown();
    expect(await answer(requestId)).toEqual({ ok: true, value: { closed: true } });
    const letter = await lastLetter(requestId);
    for (const said of ['This is our written answer.', 'with its first date', 'Office for Civil Rights'])
      expect(letter).toContain(said);
    house.clock.set('2026-12-20T15:00:00Z');
    await watchClocks(house.app);
    const closed = await fileOf(requestId);
    expect(closed).toMatchObject({ closed: true, due: { on: '2026-11-04', daysLeft: 0 } });
    expect(closed.examItems.map(({ outcome }) => outcome)).toEqual(['identity-not-shown']);
    expect(await codes(requestId)).not.toContain('L-LATE');
    expect(await openRow(requestId)).toBeUndefined();

    const shown = { requestId, method: 'photo-id', evidence: 'Driving licence, by mail' } as const;
    const stranger = { ...clerk, displayName: 'Somebody Else' };
    expect((await recordIdentityProof(house.app, stranger, shown)).ok).toBe(true);
    const reopened = await fileOf(requestId);
    expect(reopened).toMatchObject({
      closed: false,
      receivedOn: '2026-10-05',
      due: { receivedOn: '2026-10-05', on: '2026-11-04', level: 'late' },
      identity: { proved: true },
    });
    expect(reopened.examItems.map(({ state, outcome }) => [state, outcome])).toEqual([['searching', null]]);
  });

  it('OD-21, as a facility may choose: the same answer is sent, the request stays open and its clock runs on', async () => {
    await choose({ 'OD-21': 'keep-open' });
    house.clock.advance(1_000);
    const { requestId } = await neverShown();
    expect(await cardOf(requestId)).toMatchObject({ asked: true, notBefore: null, closes: false });
    expect(await answer(requestId)).toEqual({ ok: true, value: { closed: false } });
    expect(await lastLetter(requestId)).toContain('Your request stays open.');
    house.clock.set('2026-11-05T15:00:00Z');
    await watchClocks(house.app);
    expect(await fileOf(requestId)).toMatchObject({ closed: false, due: { daysLeft: -1, level: 'late' } });
    expect(await openRow(requestId)).toBeDefined();
    expect(await codes(requestId)).toContain('L-LATE');
    await choose({});
  });

  it('an answer that waits to be posted ends nothing: the clock runs until the carrier has the letter', async () => {
    const { requestId, examItemId } = await asked({ proved: true });
    await house.app.db
      .updateTable('access_request')
      .set({ requester_email: null })
      .where('id', '=', requestId)
      .execute();
    const search = { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' };
    expect((await searchStudies(house.app, clerk, search)).ok).toBe(true);
    const none = { examItemId, outcome: 'none-found', reason: 'Searched everywhere.' } as const;
    expect(await closeExamItem(house.app, clerk, none)).toEqual({ ok: true, value: null });
    house.clock.set('2026-11-05T15:00:00Z');
    expect(await openRow(requestId)).toMatchObject({ closed: true, answerToPost: true, due: { daysLeft: -1 } });
    await watchClocks(house.app);
    expect(await codes(requestId)).toEqual(['L-NONE', 'L-LATE']);
    expect(await lastLetter(requestId)).toContain('Our answer was written, but we had not sent it.');

    const waiting = await lettersToPost(house.app, clerk);
    const answered = waiting.ok
      ? waiting.value.letters.find((one) => one.requestId === requestId && one.code === 'L-NONE')
      : undefined;
    const posted = await handOverLetter(house.app, clerk, { letterId: answered?.id ?? '', carrier: 'USPS' });
    expect(posted).toEqual({ ok: true, value: { sentOn: '2026-11-05' } });
    house.clock.set('2027-02-01T15:00:00Z');
    expect(await openRow(requestId)).toBeUndefined();
    expect((await fileOf(requestId)).due).toMatchObject({ on: '2026-11-04', daysLeft: -1 });
  });

  it('one exam answered is not the request: the clock runs for the other (OD-17)', async () => {
    const { patientId } = await addPatient(house, { issuer: crypto.randomUUID() });
    const { accessRequestId: requestId, examItemIds } = await addRequest(house, {
      patientId,
      proved: true,
      examItems: [{}, {}],
    });
    const [first = '', second = ''] = examItemIds;
    const close = async (examItemId: string) => {
      await searchStudies(house.app, clerk, { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' });
      return closeExamItem(house.app, clerk, { examItemId, outcome: 'none-found', reason: 'Searched everywhere.' });
    };
    expect((await close(first)).ok).toBe(true);
    house.clock.set('2026-10-20T15:00:00Z');
    expect((await fileOf(requestId)).due.daysLeft).toBe(15);
    expect((await close(second)).ok).toBe(true);
    house.clock.set('2026-12-01T15:00:00Z');
    expect((await fileOf(requestId)).due.daysLeft).toBe(15);
  });
});
