import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { askClarification, previewClarification } from './ask-clarification.ts';
import { answerClarification, endClarification } from './end-clarification.ts';
import { listRequests } from './list-requests.ts';
import { readClarifications } from './read-clarifications.ts';
import { trackRequest } from './track-request.ts';

const question = 'You wrote “around May”. Was it the arm or the shoulder?';

describeWith([haveDatabase()], 'a question about a request', () => {
  let house: TestApp;
  let clerk: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
  });
  afterAll(() => house.close());

  /** Received on Monday 2026-08-03, looked at a week later. */
  async function received(wish: TestRequest = {}): Promise<{ requestId: string; person: RequesterActor }> {
    house.clock.set('2026-08-03T14:00:00Z');
    const { accessRequestId } = await addRequest(house, wish);
    house.clock.set('2026-08-10T14:00:00Z');
    const person = { kind: 'requester', accessRequestId, sessionHash: null, address: '' } as const;
    return { requestId: accessRequestId, person };
  }
  async function asked(requestId: string): Promise<string> {
    const answer = await askClarification(house.app, clerk, { requestId, question });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.questionId;
  }
  async function tracked(person: RequesterActor) {
    const answer = await trackRequest(house.app, person);
    if (!answer.ok) throw new Error('not tracked');
    return answer.value;
  }
  async function questionsOf(requestId: string) {
    const answer = await readClarifications(house.app, clerk, { requestId });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.questions;
  }
  const trail = async (requestId: string) =>
    (
      await house.app.db
        .selectFrom('audit_event')
        .select('type')
        .where('access_request_id', '=', requestId)
        .where('type', 'like', 'clarification.%')
        .orderBy('sequence')
        .execute()
    ).map(({ type }) => type);
  const lettersOf = (requestId: string) =>
    house.app.db.selectFrom('letter').select(['id', 'code']).where('access_request_id', '=', requestId).execute();

  test('is read as its letter, kept as it was sent, and waits beside a day that does not move', async () => {
    const { requestId, person } = await received();
    const before = (await tracked(person)).due.on;
    const seen = await previewClarification(house.app, clerk, { requestId, question });
    if (!seen.ok) throw new Error(seen.refusal.code);
    const text = JSON.stringify(seen.value.blocks);
    expect(text).toContain('around May');
    expect(text).toContain('we will give you all that fits what you told us');
    expect(text).toContain('September 2, 2026');
    expect(await lettersOf(requestId)).toEqual([]);

    const id = await asked(requestId);
    expect((await lettersOf(requestId)).map(({ code }) => code)).toEqual(['L-CLAR']);
    const mail = await house.app.db
      .selectFrom('mail')
      .select(['subject', 'body'])
      .where('access_request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    expect(`${mail.subject} ${mail.body}`).not.toMatch(/Rivera|May/);

    house.clock.set('2026-08-20T14:00:00Z');
    const now = await tracked(person);
    expect(now).toMatchObject({
      due: { on: before },
      waits: [{ cause: 'clarification', since: '2026-08-10' }],
      question: { id, question, ifNoAnswer: 'widest-match' },
    });
    const rows = await listRequests(house.app, clerk, { show: 'open' });
    if (!rows.ok) throw new Error('no worklist');
    const row = rows.value.rows.find((one) => one.id === requestId);
    expect(row).toMatchObject({ waits: [{ cause: 'clarification', since: '2026-08-10' }], due: { on: before } });

    expect((await answerClarification(house.app, person, { questionId: id, answer: 'The arm' })).ok).toBe(true);
    expect(await tracked(person)).toMatchObject({ due: { on: before }, waits: [], question: null });
    expect(await questionsOf(requestId)).toMatchObject([
      { id, question, end: { how: 'portal', answer: 'The arm', recordedBy: null } },
    ]);
    expect(await trail(requestId)).toEqual(['clarification.asked', 'clarification.answered']);
  });

  test('is one at a time; an answer to the office or taking it back ends it, once', async () => {
    const { requestId, person } = await received();
    const first = await asked(requestId);
    const second = await askClarification(house.app, clerk, { requestId, question: 'And which arm?' });
    expect(second).toMatchObject({ refusal: { code: 'question-open' } });
    expect(await lettersOf(requestId)).toHaveLength(1);
    const told = { how: 'phone', answer: 'Both of them' } as const;
    expect(await endClarification(house.app, clerk, { requestId, questionId: first, end: told })).toMatchObject({
      ok: true,
    });
    const late = await answerClarification(house.app, person, { questionId: first, answer: 'No, one' });
    expect(late).toMatchObject({ refusal: { code: 'wrong-step' } });

    house.clock.advance(60_000);
    const next = await asked(requestId);
    const back = { requestId, questionId: next, end: { how: 'taken-back' } } as const;
    expect((await endClarification(house.app, clerk, back)).ok).toBe(true);
    expect(await endClarification(house.app, clerk, back)).toMatchObject({ refusal: { code: 'wrong-step' } });
    expect(await questionsOf(requestId)).toMatchObject([
      { id: next, end: { how: 'taken-back', answer: null, recordedBy: 'Test clerk' } },
      { id: first, end: { how: 'phone', answer: 'Both of them', recordedBy: 'Test clerk' } },
    ]);
    expect((await tracked(person)).waits).toEqual([]);
    expect((await trail(requestId)).at(-1)).toBe('clarification.taken-back');
  });

  test('belongs to its own request, whoever knows its number', async () => {
    const [mine, theirs] = [await received(), await received()];
    const questionId = await asked(mine.requestId);
    const notFound = { refusal: { code: 'not-found' } };
    expect(await answerClarification(house.app, theirs.person, { questionId, answer: 'Mine' })).toMatchObject(notFound);
    const end = { how: 'taken-back' } as const;
    expect(await endClarification(house.app, clerk, { requestId: theirs.requestId, questionId, end })).toMatchObject(
      notFound,
    );
    expect((await tracked(theirs.person)).question).toBeNull();
    expect((await tracked(mine.person)).question?.id).toBe(questionId);
    const elsewhere = { ...house.app, facilityId: '00000000-0000-4000-8000-000000000000' };
    expect(await readClarifications(elsewhere, clerk, { requestId: mine.requestId })).toMatchObject(notFound);
  });

  test('is not asked of a closed request, and one that closes meanwhile waits for nothing', async () => {
    const closed = await received({ examItems: [{ state: 'closed' }] });
    expect(await askClarification(house.app, clerk, { requestId: closed.requestId, question })).toMatchObject({
      refusal: { code: 'wrong-step' },
    });
    const { requestId, person } = await received();
    const questionId = await asked(requestId);
    await house.app.db
      .updateTable('exam_item')
      .set({ state: 'closed', outcome: 'withdrawn' })
      .where('access_request_id', '=', requestId)
      .execute();
    expect(await tracked(person)).toMatchObject({ question: null, waits: [] });
    expect(await answerClarification(house.app, person, { questionId, answer: 'The 2nd' })).toMatchObject({
      refusal: { code: 'wrong-step' },
    });
  });

  test('to somebody who sends a copy on: without an answer nothing goes to anybody else', async () => {
    const recipient = { who: 'third-party', name: 'Dr. Osei', email: 'osei@clinic.example' } as const;
    const { requestId, person } = await received({ deliveries: [{ kind: 'secure-link', recipient }] });
    await asked(requestId);
    expect((await tracked(person)).question?.ifNoAnswer).toBe('copy-to-patient-only');
  });

  test('what was asked and answered can not be rewritten', async () => {
    const { requestId } = await received();
    const questionId = await asked(requestId);
    const rewriting = house.app.db
      .updateTable('clarification')
      .set({ question: 'x' })
      .where('wait_id', '=', questionId);
    await expect(rewriting.execute()).rejects.toThrow();
  });
});
