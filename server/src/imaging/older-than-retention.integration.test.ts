import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { StaffActor } from '../identity/actor.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { approve } from '../testing/test-release.ts';
import { addRequest, type MadeRequest } from '../testing/test-request.ts';
import { archiveFiles, fetchStudy, makeStudy, matchStudy } from '../testing/test-study.ts';
import { closeExamItem } from './close-exam-item.ts';
import { readFrozenStudies } from './frozen-studies.ts';
import { searchStudies } from './search-studies.ts';

const encapsulatedPdf = '1.2.840.10008.5.1.4.1.1.104.1';

describeWith([haveDatabase(), haveSamples()], 'S17 older than retention', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let request: MadeRequest;
  let of2014 = '';
  let of2015 = '';

  beforeAll(async () => {
    house = await openTestApp();
    house.clock.set('2027-01-11T15:00:00Z');
    clerk = await addStaff(house);
    await keepSevenYears();
    of2014 = await keepReport();
    of2015 = await keepStudy();
    const { patientId } = await addPatient(house);
    request = await addRequest(house, { patientId, proved: true, examItems: [{}, {}] });
  });
  afterAll(() => house.close());

  /** Facility F keeps pictures for seven years, longer than the law has it. */
  async function keepSevenYears(): Promise<void> {
    const admin = await addStaff(house, 'admin');
    const wish = { choice: 'us-federal', provider: [], overlay: { retentionYears: { images: 7 } } };
    expect(await choosePolicy(house.app, admin, wish)).toEqual({ ok: true, value: null });
  }
  /** Of the exam of 2014-03-02 the report alone is left. */
  async function keepReport(): Promise<string> {
    const made = { 'study-date': '20140302', instances: '1', cines: '0', pdf: '1', seed: '2014' };
    const files = await makeStudy(house, made);
    const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
    await archiveFiles(
      house,
      files.filter((_, at) => texts[at]?.includes(encapsulatedPdf)),
    );
    return studyOf('20140302');
  }
  async function keepStudy(): Promise<string> {
    await archiveFiles(
      house,
      await makeStudy(house, { 'study-date': '20150809', instances: '2', cines: '0', seed: '2015' }),
    );
    return studyOf('20150809');
  }
  async function studyOf(day: string): Promise<string> {
    const rows = await house.app.db.selectFrom('instance').select(['study_instance_uid', 'header']).execute();
    const found = rows.find(({ header }) => JSON.stringify(header).includes(day));
    if (!found) throw new Error(`no study of ${day}`);
    return found.study_instance_uid;
  }
  const frozenOn = async (scheduledOn: string) => {
    const answer = await readFrozenStudies(house.app, clerk, { scheduledOn });
    return answer.ok ? answer.value.studies : [];
  };
  const person = () => ({
    kind: 'requester' as const,
    accessRequestId: request.accessRequestId,
    sessionHash: null,
    address: '',
  });

  test('a study of 2015-08-09 is past its date and must be given; its deletion on 2027-01-20 is frozen from 2027-01-11', async () => {
    expect(await frozenOn('2027-01-20')).toEqual([]);
    const { accessRequestId, examItemIds } = request;
    const asked = { accessRequestId, examItemId: examItemIds[1] ?? '' };
    await fetchStudy(house, await matchStudy(house, clerk, asked, { studyInstanceUid: of2015 }));
    expect(await frozenOn('2027-01-20')).toMatchObject([
      {
        studyInstanceUid: of2015,
        studyDate: '2015-08-09',
        keptUntil: '2022-08-09',
        requestId: expect.any(String),
        because: 'request',
        frozenSince: '2027-01-11',
        owedAfterTerm: true,
      },
    ]);
    expect(await frozenOn('2027-01-10')).toEqual([]);
  });

  test('the pictures of 2014 went under the 7-year schedule: L-NONE tells of them, and the report is given', async () => {
    const { accessRequestId: requestId, examItemIds } = request;
    const examItemId = examItemIds[0] ?? '';
    const asked = { accessRequestId: requestId, examItemId };
    await fetchStudy(house, await matchStudy(house, clerk, asked, { studyInstanceUid: of2014 }));
    await searchStudies(house.app, clerk, { requestId, examItemId, familyName: 'Rivera', givenName: 'Ana' });
    const told = (destroyedOn: string) =>
      closeExamItem(house.app, clerk, {
        examItemId,
        outcome: 'none-found',
        reason: 'Destroyed under the schedule; the report is kept.',
        destroyed: {
          studyOn: '2014-03-02',
          destroyedOn,
          certificate: 'C-2022-118',
          survives: 'the report',
          referringDoctor: 'Dr. Lind',
        },
      });
    expect(await told('2021-03-01')).toMatchObject({ refusal: { code: 'destroyed-too-early' } });
    expect(await told('2027-01-11')).toMatchObject({ refusal: { code: 'destroyed-while-asked' } });
    expect(await told('2022-06-30')).toEqual({ ok: true, value: null });
    const { content } = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', requestId)
      .where('code', '=', 'L-NONE')
      .executeTakeFirstOrThrow();
    const letter = JSON.stringify(content);
    for (const said of [
      'destroyed on Thursday, June 30, 2022, under this rule: 7-year schedule.',
      'We did find this, and you get it: the report.',
      'Your doctor, Dr. Lind, may have a copy',
    ])
      expect(letter).toContain(said);
    expect(letter).not.toMatch(/den(y|ied|ial)|second look/i);
    const kept = await house.app.db.selectFrom('destruction').selectAll().execute();
    expect(kept).toMatchObject([{ study_on: '2014-03-02', destroyed_on: '2022-06-30', schedule: '7-year schedule' }]);

    const releaseId = await approve(house, { ...request, staff: clerk, matchId: '' });
    await prepareRelease(house.app, { releaseId });
    const tracked = await trackRequest(house.app, person());
    expect(tracked).toMatchObject({
      value: {
        closed: true,
        due: { on: '2027-02-10' },
        examItems: [
          { outcome: 'given', counts: { given: { stills: 0, clips: 0, reports: 1 } } },
          { outcome: 'given', counts: { given: { stills: 2, clips: 0 } } },
        ],
      },
    });
    expect(await frozenOn('2027-01-20')).toEqual([]);
  });
});
