import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { endHold } from '../determinations/end-hold.ts';
import { readDeterminations } from '../determinations/read-determinations.ts';
import { setHold } from '../determinations/set-hold.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import { readAnswer } from '../testing/read-answer.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { downloadPackage } from './download-package.ts';
import { openHeldReports, openWhatIsFree } from './open-held-reports.ts';
import { postMedia } from './post-media.ts';
import { prepareRelease } from './prepare-release.ts';
import { seeRelease } from './see-release.ts';

/** On the morning of Monday, October 5, 2026, the day on which the test facility stands. */
const finalised = { on: '2026-10-05', at: '10:20' };

describeWith([haveDatabase(), haveSamples()], 'a report that state law keeps closed for a while (OD-16)', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house?.close());

  const under = async (choice: string) => {
    house.clock.advance(1_000);
    const admin = await addStaff(house, 'admin');
    expect((await choosePolicy(house.app, admin, { choice, provider: [], overlay: {} })).ok).toBe(true);
  };
  const withReport = (mrn: string) => addCheckedRequest(house, { mrn, study: { instances: '3', pdf: '1' } });
  const hold = (
    { staff, accessRequestId: requestId }: CheckedRequest,
    wish: { statute: string; finalised?: { on: string; at?: string } },
  ) => setHold(house.app, staff, { requestId, code: 'state-embargo', holds: ['images', 'report'], ...wish });
  const asPerson = ({ accessRequestId }: CheckedRequest): RequesterActor => ({
    kind: 'requester',
    accessRequestId,
    sessionHash: null,
    address: '127.0.0.1',
  });
  const seen = async (request: CheckedRequest) => {
    const release = await seeRelease(house.app, asPerson(request));
    if (!release.ok) throw new Error(release.refusal.code);
    const [exam] = release.value.exams;
    return { kinds: exam?.items.map(({ kind }) => kind), opens: exam?.reportOpens, counts: exam?.counts.given };
  };
  const packed = async (request: CheckedRequest) => {
    const file = await downloadPackage(house.app, asPerson(request));
    if (!file.ok) throw new Error(file.refusal.code);
    // Names stand in the clear in a ZIP.
    return (await readAnswer(file.value)).toString('latin1');
  };
  const give = async (request: CheckedRequest) => {
    const releaseId = await approve(house, request);
    await prepareRelease(house.app, { releaseId });
    return releaseId;
  };

  it('lets the pictures go at once, says the day and the law, and opens by itself at 00:00 of the third day (Texas)', async () => {
    await under('us-federal+TX');
    const request = await withReport('tx-1');
    expect((await hold(request, { statute: 'TX-1590062/embargo', finalised })).ok).toBe(true);
    const panel = await readDeterminations(house.app, request.staff, { requestId: request.accessRequestId });
    expect(panel).toMatchObject({
      value: { holds: [{ holds: ['report'], opensAt: '2026-10-08T04:00:00.000Z', why: { cite: expect.any(String) } }] },
    });
    await give(request);
    expect(await seen(request)).toEqual({
      kinds: ['still', 'still', 'still'],
      opens: { at: '2026-10-08T04:00:00.000Z', cite: 'Tex. Occ. Code 159.0062' },
      counts: { stills: 3, clips: 0, reports: 0, other: 0 },
    });
    expect(await packed(request)).not.toContain('REPORTS/');
    expect(await trackRequest(house.app, asPerson(request))).toMatchObject({
      value: {
        examItems: [{ reportOpens: { at: '2026-10-08T04:00:00.000Z' }, counts: { given: { stills: 3, reports: 0 } } }],
      },
    });
    const letter = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', request.accessRequestId)
      .where('code', '=', 'L-DONE')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(letter.content)).toContain(
      'will open on Thursday, October 8, 2026. State law keeps it closed',
    );

    house.clock.set('2026-10-08T03:59:59Z');
    await openWhatIsFree(house.app);
    expect((await seen(request)).kinds).not.toContain('pdf-report');
    house.clock.set('2026-10-08T04:00:00Z');
    await openWhatIsFree(house.app);
    expect(await seen(request)).toMatchObject({ opens: null, counts: { stills: 3, reports: 1 } });
    expect(await trackRequest(house.app, asPerson(request))).toMatchObject({
      value: { examItems: [{ reportOpens: null, counts: { given: { stills: 3, reports: 1 } } }] },
    });
    expect((await seen(request)).kinds).toContain('pdf-report');
    expect(await packed(request)).toContain('REPORTS/');
    const opened = house.app.db.selectFrom('audit_event').select('objects').where('type', '=', 'report.opened');
    expect(await opened.execute()).toMatchObject([{ objects: { count: 1 } }]);
    house.clock.set('2026-10-05T15:10:00Z');
  });

  it('is owed until it is sent: a disc that left without it is made and posted once more, and only then is it all given', async () => {
    await under('us-federal+TX');
    const request = await addCheckedRequest(house, {
      mrn: 'tx-disc',
      study: { instances: '2', pdf: '1' },
      deliveries: [{ kind: 'cd', recipient: { who: 'self', address: ['1 Elm St', 'Austin, TX 78701'] } }],
    });
    await hold(request, { statute: 'TX-1590062/embargo', finalised });
    const releaseId = await give(request);
    const discs = () =>
      house.app.db
        .selectFrom('delivery')
        .select(['id', 'state', 'package'])
        .where('release_id', '=', releaseId)
        .orderBy('ready_at')
        .execute();
    const stage = async () => {
      const rows = house.app.db.selectFrom('exam_item').select(['state', 'outcome']);
      return rows.where('access_request_id', '=', request.accessRequestId).executeTakeFirstOrThrow();
    };
    const file = async () => {
      const read = await readRequestFile(house.app, request.staff, { requestId: request.accessRequestId });
      if (!read.ok) throw new Error(read.refusal.code);
      return { step: read.value.next.step, daysLeft: read.value.due.daysLeft };
    };
    const [first] = await discs();
    const post = (deliveryId = '') => postMedia(house.app, request.staff, { deliveryId, carrier: 'USPS' });
    expect((await post(first?.id)).ok).toBe(true);
    expect(await stage()).toEqual({ state: 'released', outcome: null });
    const { step, daysLeft } = await file();
    expect(step).toBe('hold');

    house.clock.set('2026-10-08T04:00:00Z');
    await openWhatIsFree(house.app);
    await prepareRelease(house.app, { releaseId });
    const [, second, ...more] = await discs();
    expect(more).toEqual([]);
    expect(second?.state).toBe('ready');
    expect(second?.package).not.toHaveProperty('heldReports');
    expect(await stage()).toEqual({ state: 'released', outcome: null });
    expect(await file()).toEqual({ step: 'post-media', daysLeft: daysLeft - 3 });
    // What opened once is not sent a third time.
    await openWhatIsFree(house.app);
    expect(await discs()).toHaveLength(2);

    expect((await post(second?.id)).ok).toBe(true);
    expect(await stage()).toEqual({ state: 'closed', outcome: 'given' });
    house.clock.set('2026-10-10T15:00:00Z');
    expect(await file()).toEqual({ step: 'nothing', daysLeft: daysLeft - 3 });
    const letters = house.app.db.selectFrom('letter').select('content').where('code', '=', 'L-DONE');
    const done = await letters.where('access_request_id', '=', request.accessRequestId).orderBy('made_at').execute();
    expect(done.map(({ content }) => JSON.stringify(content).includes('State law keeps it closed'))).toEqual([
      true,
      false,
    ]);
    house.clock.set('2026-10-05T15:10:00Z');
  });

  it('opens as soon as a clinician lifts it, where the law says so (Kentucky)', async () => {
    await under('us-federal+KY');
    const request = await withReport('ky-1');
    const held = await hold(request, { statute: 'KY-72H/embargo', finalised });
    const releaseId = await give(request);
    expect((await seen(request)).opens).toEqual({ at: '2026-10-08T14:20:00.000Z', cite: expect.any(String) });
    const holdId = held.ok ? held.value.holdId : '';
    const by = (on: string, at: string) => ({
      holdId,
      reason: 'talked it over by telephone',
      clinician: { name: 'Dr. Osei', when: { on, at } },
    });
    const notYet = await endHold(house.app, request.staff, by('2026-10-06', '09:00'));
    expect(notYet).toMatchObject({ refusal: { code: 'clinician-may-not-open' } });
    const done = house.app.now().toLocaleTimeString('en-GB', { timeZone: 'America/New_York' }).slice(0, 5);
    expect(await endHold(house.app, request.staff, by('2026-10-05', done))).toEqual({ ok: true, value: null });
    const panel = await readDeterminations(house.app, request.staff, { requestId: request.accessRequestId });
    expect(panel).toMatchObject({
      value: { holds: [], letOpen: [{ clinician: 'Dr. Osei', recordedBy: expect.any(String) }] },
    });
    await openHeldReports(house.app, { releaseId });
    expect(await seen(request)).toMatchObject({ opens: null, counts: { reports: 1 } });
  });

  it('is no hold without a law of the facility’s state, a finished report, or anything left to close', async () => {
    await under('us-federal');
    const nowhere = await withReport('us-1');
    expect(await hold(nowhere, { statute: 'TX-1590062/embargo', finalised })).toMatchObject({
      refusal: { code: 'hold-lacks' },
    });
    await under('us-federal+TX');
    const request = await withReport('tx-2');
    const statute = 'TX-1590062/embargo';
    // Only what is missing is named: the law was chosen.
    expect(await hold(request, { statute })).toMatchObject({
      refusal: { code: 'hold-lacks', fields: [{ message: expect.stringContaining('finished-report') }] },
    });
    const later = { on: '2026-10-06', at: '10:00' };
    expect(await hold(request, { statute, finalised: later })).toMatchObject({ refusal: { code: 'hold-lacks' } });
    const longAgo = { on: '2026-10-01' };
    expect(await hold(request, { statute, finalised: longAgo })).toMatchObject({ refusal: { code: 'wrong-step' } });
    await give(request);
    expect((await seen(request)).kinds).toContain('pdf-report');
    expect(await hold(request, { statute, finalised })).toMatchObject({ refusal: { code: 'wrong-step' } });
  });
});
