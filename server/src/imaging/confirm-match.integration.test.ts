import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { CandidateStudy } from '../store/records.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource } from '../testing/test-match.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { confirmMatch } from './confirm-match.ts';
import { withdrawMatch } from './withdraw-match.ts';

const ana: Omit<CandidateStudy, 'imageSourceId' | 'imageSourceName' | 'studyInstanceUid'> = {
  studyDate: '2026-03-02',
  studyTime: null,
  description: 'US PELVIS',
  modalities: ['US'],
  accessionNumber: null,
  patientName: 'RIVERA^ANA',
  patientId: null,
  issuerOfPatientId: null,
  patientBirthDate: '1993-04-12',
  patientSex: 'F',
  seriesCount: 1,
  instanceCount: 1,
};

describeWith([haveDatabase()], 'Confirming that a study is the exam', () => {
  let test: TestApp;
  let staff: StaffActor;
  let imageSourceId: string;
  let patientId: string;
  let issuer: string;
  beforeAll(async () => {
    test = await openTestApp();
    staff = await addStaff(test);
    imageSourceId = await addDicomwebSource(test, 'http://127.0.0.1:9/dicom-web');
  });
  afterAll(async () => {
    await test?.close();
  });
  beforeEach(async () => {
    issuer = randomUUID();
    ({ patientId } = await addPatient(test, { issuer }));
  });

  async function receive(found: Partial<CandidateStudy>, wish: TestRequest = {}) {
    const request = await addRequest(test, { patientId, examItems: [{ state: 'searching' }], ...wish });
    const searchId = randomUUID();
    const study = { ...ana, imageSourceId, imageSourceName: 'PACS', studyInstanceUid: '1.2.3', ...found };
    // What the browser or an older search thought of it does not count.
    const candidate = { ...study, verdict: 'exact', evidence: [] };
    await test.app.db
      .insertInto('study_search')
      .values({
        id: searchId,
        access_request_id: request.accessRequestId,
        exam_item_id: request.examItemIds[0] ?? null,
        searched_by: null,
        query: '{}',
        sources: '[]',
        candidates: JSON.stringify([candidate]),
        searched_at: test.app.now(),
      })
      .execute();
    return { request, searchId, examItemId: request.examItemIds[0] ?? '', studyInstanceUid: '1.2.3', imageSourceId };
  }

  const confirm = async (input: Parameters<typeof confirmMatch>[2], actor = staff) => {
    const confirmed = await confirmMatch(test.app, actor, input);
    return confirmed.ok ? 'confirmed' : confirmed.refusal.code;
  };
  const stateOf = async (examItemId: string) => {
    const rows = await test.app.db.selectFrom('exam_item').select('state').where('id', '=', examItemId).execute();
    return rows[0]?.state;
  };

  it('moves the exam on, and waits for identity', async () => {
    const input = await receive({});
    expect(await confirm(input)).toBe('confirmed');
    expect(await stateOf(input.examItemId)).toBe('matched');
    expect(await confirm(input)).toBe('already-matched');
  });

  it('chooses for an exam only what was searched for it, and a study once in a request', async () => {
    const input = await receive({}, { examItems: [{ state: 'searching' }, { state: 'searching' }] });
    const [, examItemId = ''] = input.request.examItemIds;
    expect(await confirm({ ...input, examItemId })).toBe('not-found');
    expect(await confirm(input)).toBe('confirmed');
    const searches = test.app.db.updateTable('study_search').where('id', '=', input.searchId);
    await searches.set({ exam_item_id: examItemId }).execute();
    expect(await confirm({ ...input, examItemId })).toBe('already-matched');
  });

  it('fetches at once when identity is proved', async () => {
    const input = await receive({}, { proved: true });
    expect(await confirm(input)).toBe('confirmed');
    expect(await stateOf(input.examItemId)).toBe('retrieving');
    expect((await test.app.jobs.count('retrieve-study')).waiting).toBeGreaterThan(0);
  });

  it('wants a reason for a near miss, and keeps it', async () => {
    const input = await receive({ patientName: 'RIVERA^ANA^LUISA' });
    expect(await confirm(input)).toBe('no-exact-match');
    expect(await confirm({ ...input, nearMissReason: '   ' })).toBe('no-exact-match');
    expect(await confirm({ ...input, nearMissReason: 'Middle name on her ID.' })).toBe('confirmed');
    const match = await test.app.db
      .selectFrom('match')
      .select('near_miss_reason')
      .where('exam_item_id', '=', input.examItemId)
      .executeTakeFirst();
    expect(match?.near_miss_reason).toBe('Middle name on her ID.');
  });

  it('is impossible for another patient, whatever reason is given', async () => {
    const nearMissReason = 'It must be her.';
    expect(await confirm({ ...(await receive({ patientBirthDate: '1993-12-04' })), nearMissReason })).toBe(
      'other-patient',
    );
    const otherNumber = await receive({ patientId: '9', issuerOfPatientId: issuer });
    expect(await confirm({ ...otherNumber, nearMissReason })).toBe('other-patient');
  });

  it('needs a patient of the directory, a study that was found, and an exam that is searched for', async () => {
    expect(await confirm(await receive({}, { patientId: null }))).toBe('not-in-directory');
    expect(await confirm({ ...(await receive({})), studyInstanceUid: '9.9' })).toBe('not-found');
    const [one, other] = [await receive({}), await receive({})];
    expect(await confirm({ ...one, searchId: other.searchId })).toBe('not-found');
    expect(await confirm({ ...one, examItemId: randomUUID() })).toBe('not-found');
    expect(await confirm(await receive({}, { examItems: [{ state: 'checking' }] }))).toBe('wrong-step');
  });

  it('is for a colleague when it is about oneself', async () => {
    expect(await confirm(await receive({}), { ...staff, displayName: 'Ana Rivera' })).toBe('own-file');
  });

  it('can be taken back, and then another study chosen', async () => {
    const input = await receive({});
    const first = await confirmMatch(test.app, staff, input);
    if (!first.ok) throw new Error(first.refusal.code);
    const withdrawal = { matchId: first.value.matchId, reason: 'The other exam was meant.' };
    expect(await withdrawMatch(test.app, staff, withdrawal)).toEqual({ ok: true, value: null });
    expect(await stateOf(input.examItemId)).toBe('searching');
    expect(await withdrawMatch(test.app, staff, withdrawal)).toEqual({ ok: false, refusal: { code: 'wrong-step' } });
    expect(await confirm(input)).toBe('confirmed');
  });
});
