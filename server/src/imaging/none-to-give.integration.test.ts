import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { judgeAuthority } from '../authority/judge-authority.ts';
import { decideParentAccess, recordConsent } from '../authority/judge-exam.ts';
import type { StaffActor } from '../identity/actor.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';
import { archiveFiles, makeStudy, matchStudy } from '../testing/test-study.ts';
import { type CloseInput, closeExamItem } from './close-exam-item.ts';
import { searchStudies } from './search-studies.ts';

describeWith([haveDatabase(), haveSamples()], 'an exam of a minor that a parent named and does not get', () => {
  let test: TestApp;
  let clerk: StaffActor;
  let doctor: StaffActor;
  let patientId: string;
  const birthDate = '2011-02-03';
  beforeAll(async () => {
    test = await openTestApp();
    clerk = await addStaff(test);
    doctor = { ...(await addStaff(test)), licensedAs: 'MD' };
    await test.app.db.updateTable('staff').set({ licensed_as: 'MD' }).where('id', '=', doctor.staffId).execute();
    ({ patientId } = await addPatient(test, { birthDate }));
    await archiveFiles(
      test,
      await makeStudy(test, { 'birth-date': '20110203', instances: '1', cines: '0', seed: 'a girl’s' }),
    );
  });
  afterAll(() => test?.close());

  /** Her father names one exam, of these days. */
  async function fatherAsksFor(on_or_after: string, on_or_before: string) {
    const requester = { is: 'parent', name: 'Luis Rivera' } as const;
    const made = await addRequest(test, { patientId, proved: true, requester, patient: { birthDate } });
    const [examItemId = ''] = made.examItemIds;
    const days = { on_or_after, on_or_before, date_words: null };
    await test.app.db.updateTable('exam_item').set(days).where('id', '=', examItemId).execute();
    const requestId = made.accessRequestId;
    const paper = { instrument: 'birth-certificate', whatWasSeen: 'Birth certificate', scope: [] };
    await judgeAuthority(test.app, clerk, { requestId, ...paper });
    return { requestId, examItemId };
  }
  const search = (asked: { requestId: string; examItemId: string }) =>
    searchStudies(test.app, clerk, { ...asked, familyName: 'Rivera', givenName: 'Ana' });
  const close = async (examItemId: string, more: Partial<CloseInput> = {}) => {
    const closed = await closeExamItem(test.app, clerk, {
      examItemId,
      outcome: 'none-found',
      reason: 'Everywhere.',
      ...more,
    });
    return closed.ok ? 'closed' : closed.refusal.code;
  };
  /** Everything that her father reads, without what he wrote himself. */
  async function told(requestId: string) {
    const actor = { kind: 'requester', accessRequestId: requestId, sessionHash: null, address: '' } as const;
    const tracked = await trackRequest(test.app, actor);
    if (!tracked.ok) throw new Error('no tracking');
    const { headline, stage, closed, examItems, history, letters } = tracked.value;
    const kept = await test.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', requestId)
      .executeTakeFirstOrThrow();
    const { title, blocks } = kept.content as { title: string; blocks: { kind: string; duties?: string[] }[] };
    return {
      page: { headline, stage, closed },
      exams: examItems.map(({ state, outcome, outcomeReason, found, counts }) => ({
        state,
        outcome,
        outcomeReason,
        found,
        counts,
      })),
      history: history.map(({ event, facts }) => ({ event, facts })),
      letters: letters.map(({ code }) => code),
      letter: JSON.stringify([
        title,
        ...blocks.filter(({ duties = [] }) => !duties.includes('what-was-asked')),
      ]).replaceAll(tracked.value.reference, 'EB'),
    };
  }

  it('is answered in the same words as one that never was: there is nothing to give, and no word on what there is', async () => {
    const withheld = await fatherAsksFor('2026-09-25', '2026-10-04');
    await matchStudy(test, clerk, { accessRequestId: withheld.requestId, examItemId: withheld.examItemId });
    await search(withheld);
    const { examItemId } = withheld;
    await recordConsent(test.app, clerk, {
      examItemId,
      basis: 'minor_statutory',
      category: 'prenatal',
      minorWantsParent: false,
    });
    expect(await close(examItemId)).toBe('wrong-step');
    await decideParentAccess(test.app, doctor, { examItemId, give: false, reason: 'She asked for silence.' });
    const keeper = { name: 'Lakeside Clinic', address: '2 Shore Road', phone: '+1 555 0199' };
    expect(await close(examItemId, { outcome: 'not-maintained', keeper })).toBe('something-found');
    const destroyed = { studyOn: '2026-10-01', destroyedOn: '2026-10-03', certificate: 'C-1' };
    expect(await close(examItemId, { destroyed })).toBe('something-found');
    expect(await close(examItemId)).toBe('closed');

    const never = await fatherAsksFor('2019-01-01', '2019-02-01');
    await search(never);
    expect(await close(never.examItemId, { destroyed })).toBe('consent-not-judged');
    expect(await close(never.examItemId)).toBe('closed');

    const first = await told(withheld.requestId);
    expect(first).toEqual(await told(never.requestId));
    expect(first).toMatchObject({
      page: { headline: 'none-to-give', closed: true },
      exams: [{ state: 'closed', outcome: 'none-to-give', outcomeReason: null, found: null, counts: null }],
      letters: ['L-NONE'],
    });
    expect(first.letter).toContain('no pictures of this exam that we can give you');
    expect(first.letter).not.toMatch(/found none|no pictures of this exam"|consent|withh/i);
  });

  it('is closed as found nowhere for the girl herself', async () => {
    const made = await addRequest(test, { patientId, proved: true, patient: { birthDate } });
    const [examItemId = ''] = made.examItemIds;
    const days = { on_or_after: '2019-01-01', on_or_before: '2019-02-01', date_words: null };
    await test.app.db.updateTable('exam_item').set(days).where('id', '=', examItemId).execute();
    await search({ requestId: made.accessRequestId, examItemId });
    expect(await close(examItemId)).toBe('closed');
    expect(await told(made.accessRequestId)).toMatchObject({ page: { headline: 'none-found' } });
  });
});
