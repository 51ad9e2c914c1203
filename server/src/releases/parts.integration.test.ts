import type { ExamPart } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { seeRelease } from '../deliveries/see-release.ts';
import { endHold } from '../determinations/end-hold.ts';
import { recallRelease } from '../determinations/recall-release.ts';
import { setHold } from '../determinations/set-hold.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, type CheckedRequest, versionOf } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { approveRelease } from './approve-release.ts';
import { attachReport } from './attach-report.ts';
import { openDeskReport } from './open-desk-report.ts';
import { readParts } from './read-parts.ts';
import { takeReportOff } from './take-report-off.ts';

type Request = Omit<CheckedRequest, 'matchId'>;

describeWith([haveDatabase(), haveSamples()], 'one part of an exam before the other (OD-17)', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test?.close());

  const attach = async ({ staff, examItemIds: [examItemId = ''] }: Request) => {
    const bytes = (async function* () {
      yield Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
    })();
    expect(await attachReport(test.app, staff, { examItemId }, { bytes })).toMatchObject({ ok: true });
  };
  const hold = async ({ staff, accessRequestId: requestId }: Request, what: 'images' | 'report') => {
    const brought = { policy: 'SEC-4', caseDecision: 'Account taken over on 4 October' };
    const held = await setHold(test.app, staff, { requestId, code: 'security', holds: [what], ...brought });
    if (!held.ok) throw new Error(held.refusal.code);
    return held.value.holdId;
  };
  const give = async (request: Request, only?: ExamPart) => {
    const approved = await approveRelease(test.app, request.staff, {
      requestId: request.accessRequestId,
      version: await versionOf(test, request),
      only,
    });
    if (!approved.ok) return approved.refusal.code;
    await prepareRelease(test.app, { releaseId: approved.value.releaseId });
    return 'given';
  };
  const free = async ({ staff, accessRequestId: requestId }: Request) => {
    const parts = await readParts(test.app, staff, { requestId });
    return parts.ok ? parts.value.exams.map((exam) => exam.free) : [];
  };
  const actor = ({ accessRequestId }: Request) =>
    ({ kind: 'requester', accessRequestId, sessionHash: null, address: '127.0.0.1' }) as const;
  const seen = async (request: Request) => {
    const release = await seeRelease(test.app, actor(request));
    if (!release.ok) throw new Error(release.refusal.code);
    return release.value.exams.map(({ items, attachedReports }) => [
      items.filter(({ kind }) => kind === 'still').length,
      items.filter(({ kind }) => kind === 'pdf-report').length + attachedReports.length,
    ]);
  };
  const stands = async (request: Request) => {
    const file = await readRequestFile(test.app, request.staff, { requestId: request.accessRequestId });
    const tracked = await trackRequest(test.app, actor(request));
    if (!file.ok || !tracked.ok) throw new Error('not read');
    const [item] = tracked.value.examItems;
    return { state: item?.state, partGiven: item?.partGiven, step: file.value.next.step, closed: file.value.closed };
  };
  const lastLetter = async ({ accessRequestId }: Request) => {
    const letters = test.app.db.selectFrom('letter').select('content').where('code', '=', 'L-DONE');
    const mine = letters.where('access_request_id', '=', accessRequestId).orderBy('made_at', 'desc');
    return JSON.stringify((await mine.executeTakeFirstOrThrow()).content);
  };

  const recall = async (request: Request, mrn: string) => {
    const { id: releaseId } = await test.app.db
      .selectFrom('release')
      .select('id')
      .where('access_request_id', '=', request.accessRequestId)
      .executeTakeFirstOrThrow();
    const { patientId } = await addPatient(test, { mrn });
    const recalled = await recallRelease(
      test.app,
      { ...request.staff, privacyOfficer: true },
      {
        releaseId,
        what: 'wrong-patient' as const,
        reason: 'The birth date was read wrongly',
        discoveredOn: '2026-10-05',
        whatHappened: 'Pictures of you were shown to another person who had asked for her own.',
        kindsOfData: ['Ultrasound pictures with your name and birth date'],
        protectYourself: ['You do not have to do anything.'],
        whatWeDo: ['We took the pictures back the same day.'],
        tollFree: '1-800-555-0100',
        affectedPatientId: patientId,
      },
    );
    expect(recalled).toMatchObject({ ok: true });
  };

  it('is no report that was taken off as the wrong one; after it was given it is recalled instead', async () => {
    const request = await addCheckedRequest(test, { mrn: '820009' });
    const { staff, accessRequestId: requestId } = request;
    const reports = async () => {
      const file = await readRequestFile(test.app, staff, { requestId });
      if (!file.ok) throw new Error('not read');
      const [item] = file.value.examItems;
      return { standing: item?.attachedReports ?? [], takenOff: item?.reportsTakenOff ?? [] };
    };
    await attach(request);
    await hold(request, 'images');
    expect(await free(request)).toEqual(['report']);
    const reportId = (await reports()).standing[0]?.id ?? '';
    const off = { reportId, reason: 'It is of another exam' };
    const looking = await versionOf(test, request);
    expect(await takeReportOff(test.app, staff, off)).toEqual({ ok: true, value: null });
    expect(await takeReportOff(test.app, staff, off)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await free(request)).toEqual([null]);
    expect(await reports()).toMatchObject({ standing: [], takenOff: [{ id: reportId, reason: off.reason }] });
    // Whoever was looking at it meanwhile does not give it.
    expect(await versionOf(test, request)).toBeGreaterThan(looking);
    expect(await openDeskReport(test.app, staff, { reportId })).toMatchObject({ refusal: { code: 'not-found' } });
    const { sha256 } = await test.app.db
      .selectFrom('attached_report')
      .select('sha256')
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow();
    expect((await test.app.objects.readBytes(sha256)).subarray(0, 5).toString()).toBe('%PDF-');

    await attach(request);
    expect(await give(request, 'report')).toBe('given');
    const given = { reportId: (await reports()).standing[0]?.id ?? '', reason: 'too late' };
    expect(await takeReportOff(test.app, staff, given)).toMatchObject({ refusal: { code: 'report-was-given' } });
  });

  it('is the report while the pictures are held; then the pictures go too, with all of it in one place', async () => {
    const request = await addCheckedRequest(test, { mrn: '820001' });
    await attach(request);
    expect(await free(request)).toEqual([null]);
    expect(await give(request, 'report')).toBe('wrong-step');
    const holdId = await hold(request, 'images');
    expect(await give(request)).toBe('on-hold');
    expect(await free(request)).toEqual(['report']);
    expect(await give(request, 'pictures')).toBe('wrong-step');
    expect(await give(request, 'report')).toBe('given');
    expect(await seen(request)).toEqual([[0, 1]]);
    expect(await stands(request)).toEqual({ state: 'checking', partGiven: 'report', step: 'hold', closed: false });
    expect(await trackRequest(test.app, actor(request))).toMatchObject({
      value: { headline: 'part-ready', stage: 'found' },
    });
    expect(await lastLetter(request)).toMatch(/Your report is ready.*still working on this: \w+ scan \(pictures\)/);
    // Once is enough.
    expect(await give(request, 'report')).toBe('wrong-step');

    test.clock.advance(60_000);
    await endHold(test.app, request.staff, { holdId, reason: 'The account is safe again' });
    expect(await give(request)).toBe('given');
    expect(await seen(request)).toEqual([[2, 1]]);
    expect(await stands(request)).toEqual({ state: 'closed', partGiven: null, step: 'nothing', closed: true });
    expect(await lastLetter(request)).not.toContain('still working');
  });

  it('is the pictures while the report is held, or is not here yet', async () => {
    const request = await addCheckedRequest(test, { mrn: '820002', study: { instances: '3', pdf: '1' } });
    const holdId = await hold(request, 'report');
    expect(await give(request)).toBe('on-hold');
    expect(await free(request)).toEqual(['pictures']);
    expect(await give(request, 'pictures')).toBe('given');
    expect(await seen(request)).toEqual([[3, 0]]);
    expect(await stands(request)).toMatchObject({ state: 'checking', partGiven: 'pictures', step: 'hold' });
    const letter = await lastLetter(request);
    expect(letter).toMatch(/still working on this: \w+ scan \(report\)/);
    expect(letter).not.toContain('we hold no written report');
    test.clock.advance(60_000);
    await endHold(test.app, request.staff, { holdId, reason: 'The account is safe again' });
    expect(await give(request)).toBe('given');
    expect(await seen(request)).toEqual([[3, 1]]);

    const waiting = await addCheckedRequest(test, { mrn: '820003' });
    expect(await free(waiting)).toEqual(['pictures']);
    expect(await give(waiting, 'pictures')).toBe('given');
    test.clock.advance(60_000);
    await attach(waiting);
    expect(await free(waiting)).toEqual([null]);
    expect(await give(waiting)).toBe('given');
    expect(await seen(waiting)).toEqual([[2, 1]]);
    expect((await stands(waiting)).closed).toBe(true);
  });

  it('that showed another patient is recalled, and the study is no longer the exam’s', async () => {
    const request = await addCheckedRequest(test, { mrn: '820005' });
    expect(await give(request, 'pictures')).toBe('given');
    await recall(request, '820006');
    expect(await seeRelease(test.app, actor(request))).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await stands(request)).toMatchObject({ state: 'searching', partGiven: null, step: 'search' });
    const match = test.app.db.selectFrom('match').select('withdrawn_reason').where('id', '=', request.matchId);
    expect(await match.executeTakeFirst()).toEqual({ withdrawn_reason: 'another patient' });
  });

  it('is the report before any study is found, to whoever has shown who they are', async () => {
    const staff = await addStaff(test);
    const { patientId } = await addPatient(test, { mrn: '820004' });
    const stranger = { ...(await addRequest(test, { patientId, proved: false })), staff };
    await attach(stranger);
    expect(await give(stranger, 'report')).toBe('identity-not-proved');
    const request = { ...(await addRequest(test, { patientId, proved: true })), staff };
    expect(await free(request)).toEqual([null]);
    await attach(request);
    expect(await give(request, 'report')).toBe('given');
    expect(await seen(request)).toEqual([[0, 1]]);
    expect(await stands(request)).toMatchObject({ partGiven: 'report', step: 'search', closed: false });
    // The wrong patient's report, taken back, does not go out again.
    await recall(request, '820007');
    expect(await give(request, 'report')).toBe('wrong-step');
    const file = await readRequestFile(test.app, staff, { requestId: request.accessRequestId });
    expect(file).toMatchObject({ value: { examItems: [{ attachedReports: [] }] } });
  });
});
