import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type HostilePacs, startHostilePacs, status } from '../sources/test-peers/hostile-pacs.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource } from '../testing/test-match.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { closeExamItem } from './close-exam-item.ts';
import { searchStudies } from './search-studies.ts';

describeWith([haveDatabase()], 'Closing an exam without a copy', () => {
  let test: TestApp;
  let staff: StaffActor;
  let pacs: HostilePacs;
  beforeAll(async () => {
    test = await openTestApp();
    staff = await addStaff(test);
    pacs = await startHostilePacs();
    await addDicomwebSource(test, pacs.baseUrl);
  });
  afterAll(async () => {
    await test?.close();
    await pacs?.close();
  });

  async function receive(): Promise<{ requestId: string; examItemId: string }> {
    const { patientId } = await addPatient(test, {
      issuer: crypto.randomUUID(),
      formerNames: [{ familyName: 'Ortega', givenName: 'Ana' }],
    });
    const { accessRequestId, examItemIds } = await addRequest(test, { patientId });
    return { requestId: accessRequestId, examItemId: examItemIds[0] ?? '' };
  }

  const close = async (examItemId: string, outcome: 'none-found' | 'not-maintained' = 'none-found') => {
    const closed = await closeExamItem(test.app, staff, { examItemId, outcome, reason: 'Searched everywhere.' });
    return closed.ok ? 'closed' : closed.refusal.code;
  };

  it('needs a search that every source answered, under former names too', async () => {
    const { requestId, examItemId } = await receive();
    expect(await close(examItemId)).toBe('wrong-step');
    pacs.answersAll(status(500));
    const down = await searchStudies(test.app, staff, {
      requestId,
      examItemId,
      familyName: 'Rivera',
      givenName: 'Ana',
    });
    expect(down.ok && down.value.sources).toMatchObject([{ state: 'failed', failureCode: 'source-refused' }]);
    expect(await close(examItemId)).toBe('sources-not-searched');
    pacs.answersAll(undefined);
    await searchStudies(test.app, staff, { requestId, examItemId, mrn: '004471' });
    expect(await close(examItemId)).toBe('sources-not-searched');
    const found = await searchStudies(test.app, staff, {
      requestId,
      examItemId,
      familyName: 'Rivera',
      givenName: 'Ana',
    });
    expect(found.ok && found.value.query.names).toContain('Ortega, Ana');
    expect(await close(examItemId)).toBe('closed');
  });

  it('does not count what was searched for another exam, or in fewer days than were asked about', async () => {
    const { patientId } = await addPatient(test, { issuer: crypto.randomUUID() });
    const { accessRequestId: requestId, examItemIds } = await addRequest(test, { patientId, examItems: [{}, {}] });
    const [examItemId = '', other = ''] = examItemIds;
    const name = { familyName: 'Rivera', givenName: 'Ana' };
    await searchStudies(test.app, staff, { requestId, examItemId, ...name });
    expect(await close(other)).toBe('wrong-step');
    await searchStudies(test.app, staff, { requestId, examItemId: other, ...name, onOrAfter: '2026-01-01' });
    expect(await close(other)).toBe('sources-not-searched');
    expect(await close(examItemId)).toBe('closed');
    const elsewhere = await searchStudies(test.app, staff, { requestId, examItemId: crypto.randomUUID(), ...name });
    expect(elsewhere).toEqual({ ok: false, refusal: { code: 'not-found' } });
  });

  it('ends the item with its outcome, its letter, its mail and its account', async () => {
    const { requestId, examItemId } = await receive();
    await searchStudies(test.app, staff, { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' });
    expect(await close(examItemId)).toBe('closed');
    const { db } = test.app;
    const item = await db.selectFrom('exam_item').selectAll().where('id', '=', examItemId).executeTakeFirst();
    expect(item).toMatchObject({ state: 'closed', outcome: 'none-found', outcome_reason: 'Searched everywhere.' });
    const letters = await db.selectFrom('letter').selectAll().where('access_request_id', '=', requestId).execute();
    expect(letters.map((letter) => letter.code)).toEqual(['L-NONE']);
    expect(JSON.stringify(letters[0]?.content)).toContain('Ana Ortega');
    const mail = await db.selectFrom('mail').selectAll().where('access_request_id', '=', requestId).execute();
    expect(mail).toHaveLength(1);
    expect(mail[0]?.body).not.toMatch(/Ana|Rivera|pregnancy/i);
    expect(await close(examItemId)).toBe('wrong-step');
  });

  it('says whom to ask when somebody else keeps the pictures', async () => {
    const { requestId, examItemId } = await receive();
    await searchStudies(test.app, staff, { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' });
    const keeper = { name: 'Lakeside Clinic', address: '2 Shore Road, Lakeside', phone: '+1 555 0199' };
    const input = { examItemId, outcome: 'not-maintained' as const, reason: 'Done at Lakeside', keeper };
    expect(await closeExamItem(test.app, staff, input)).toEqual({ ok: true, value: null });
    const letter = await test.app.db
      .selectFrom('letter')
      .select(['code', 'content'])
      .where('access_request_id', '=', requestId)
      .executeTakeFirst();
    expect(letter?.code).toBe('L-NOT');
    expect(JSON.stringify(letter?.content)).toContain('Lakeside Clinic');
  });

  it('says when and by which schedule pictures were destroyed, and rules a source out only with a reason (S17)', async () => {
    const { requestId, examItemId } = await receive();
    await searchStudies(test.app, staff, { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' });
    const on = { studyOn: '2014-03-02', destroyedOn: '2022-06-30' };
    const gone = { ...on, schedule: '7-year schedule', certificate: '', survives: 'the report' };
    const input = { examItemId, outcome: 'none-found' as const, reason: 'Destroyed under the schedule.' };
    const unshown = await closeExamItem(test.app, staff, { ...input, destroyed: gone });
    expect(unshown).toMatchObject({ refusal: { code: 'destruction-not-shown' } });
    const down = await addDicomwebSource(test, 'http://127.0.0.1:9');
    const destroyed = { ...gone, certificate: 'C-2022-118' };
    const closed = (reason: string) =>
      closeExamItem(test.app, staff, { ...input, destroyed, ruledOut: [{ imageSourceId: down, reason }] });
    expect(await closed('')).toMatchObject({ refusal: { code: 'sources-not-searched' } });
    expect(await closed('Opened in 2024, years after the exam')).toEqual({ ok: true, value: null });
    const { content } = await test.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    for (const said of ['June 30, 2022', '7-year schedule', 'the report'])
      expect(JSON.stringify(content)).toContain(said);
  });
});
