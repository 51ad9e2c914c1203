import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { endHold } from '../determinations/end-hold.ts';
import { setHold } from '../determinations/set-hold.ts';
import { withdrawRequest } from '../determinations/withdraw-request.ts';
import { readAccounting } from '../directory/read-accounting.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { approveRelease } from '../releases/approve-release.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import type { InspectionTime } from '../store/inspection-tables.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest, versionOf } from '../testing/test-release.ts';
import type { TestRequest } from '../testing/test-request.ts';
import { answerInspectionOffer, recordInspectionAnswer } from './answer-offer.ts';
import { offerInspection, previewInspectionOffer } from './offer-times.ts';
import { readInspection } from './read-inspection.ts';
import { recordInspectionVisit, recordMissedVisit } from './record-visit.ts';

const where = { place: '12 River Street, room 4', askFor: 'Health Information Management' };
const at = (on: string, time = '14:30'): InspectionTime => ({ on, at: time });
const toLook = [{ kind: 'inspection', recipient: { who: 'self', times: 'weekday mornings' } }] as const;

describeWith([haveDatabase(), haveSamples()], 'looking at the pictures in person', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house?.close());

  /** Received on Monday October 5 with everything found and fetched; due on November 4. */
  async function asked(mrn: string, deliveries: TestRequest['deliveries'] = [...toLook]): Promise<CheckedRequest> {
    house.clock.set('2026-10-05T15:00:00Z');
    return addCheckedRequest(house, { mrn, deliveries });
  }
  async function ready(request: CheckedRequest): Promise<void> {
    await prepareRelease(house.app, { releaseId: await approve(house, request) });
  }
  const fileOf = async ({ staff, accessRequestId: requestId }: CheckedRequest) => {
    const file = await readRequestFile(house.app, staff, { requestId });
    if (!file.ok) throw new Error(file.refusal.code);
    return file.value;
  };
  const person = ({ accessRequestId }: CheckedRequest): RequesterActor => ({
    kind: 'requester',
    accessRequestId,
    sessionHash: null,
    address: '',
  });
  const trackedBy = async (request: CheckedRequest) => {
    const tracked = await trackRequest(house.app, person(request));
    if (!tracked.ok) throw new Error('not tracked');
    return tracked.value;
  };
  async function offers({ staff, accessRequestId: requestId }: CheckedRequest, ...times: InspectionTime[]) {
    house.clock.advance(60_000);
    const offer = await offerInspection(house.app, staff, { requestId, ...where, times });
    if (!offer.ok) throw new Error(JSON.stringify(offer.refusal));
    return offer.value.offerId;
  }
  const chooses = (request: CheckedRequest, offerId: string, time: InspectionTime) => {
    house.clock.advance(60_000);
    return answerInspectionOffer(house.app, person(request), { offerId, time });
  };
  const comes = ({ staff, accessRequestId, examItemIds }: CheckedRequest, time: InspectionTime) =>
    recordInspectionVisit(house.app, staff, {
      ...{ requestId: accessRequestId, ...time, came: 'Ana Rivera and her sister' },
      ...{ shown: examItemIds, shownBy: 'Maria Chen' },
    });
  const lettersOf = async ({ accessRequestId }: CheckedRequest, code: string) => {
    const rows = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', accessRequestId)
      .where('code', '=', code)
      .orderBy('made_at')
      .execute();
    return rows.map(({ content }) => JSON.stringify(content));
  };

  test('times are offered within five working days by letter, chosen by the person, and the visit closes the request', async () => {
    const request = await asked('810001');
    const { staff, accessRequestId: requestId } = request;
    const before = await fileOf(request);
    expect(before.next).toMatchObject({ step: 'check-pictures' });
    // October 12 is Columbus Day.
    expect(before.promises).toContainEqual({ name: 'offer-inspection', by: '2026-10-13', keptOn: null, late: false });
    expect(before.fee).toMatchObject({ totalCents: 0, method: 'free' });
    await ready(request);
    expect(await fileOf(request)).toMatchObject({ closed: false, next: { step: 'offer-visit', with: 'you' } });
    const [done = ''] = await lettersOf(request, 'L-DONE');
    expect(done).toContain('We will offer you days and times for it by Tuesday, October 13, 2026.');
    expect(await readInspection(house.app, staff, { requestId })).toMatchObject({
      value: {
        suits: 'weekday mornings',
        standing: { is: 'to-offer', wish: null, missed: null },
        offerBy: '2026-10-13',
        dueOn: '2026-11-04',
        ready: [{ examItemId: request.examItemIds[0], stills: 2 }],
      },
    });

    const times = [at('2026-10-20'), at('2026-10-15', '09:00')];
    const seen = await previewInspectionOffer(house.app, staff, { requestId, ...where, times });
    expect(JSON.stringify(seen)).toContain('Thursday, October 15, 2026, 9:00 a.m.');
    expect(await lettersOf(request, 'L-ACK')).toEqual([]);
    const offerId = await offers(request, ...times);
    const [twice, again] = await Promise.all([offers(request, ...times), offers(request, ...times)]);
    expect([twice, again]).toEqual([offerId, offerId]);
    const [letter = '', ...more] = await lettersOf(request, 'L-ACK');
    expect(more).toEqual([]);
    for (const said of [
      'Here are times for your visit.',
      'Tuesday, October 20, 2026, 2:30 p.m.',
      'Where: 12 River Street, room 4. Ask for: Health Information Management.',
      'Please bring a photo ID.',
      'You may take photos and notes. You may bring somebody with you.',
      'No charge',
    ])
      expect(letter).toContain(said);
    const title = 'Times to look at your pictures';
    for (const { letters } of [await fileOf(request), await trackedBy(request)])
      expect(letters.map(({ titles }) => titles)).toContainEqual([{ language: 'en', title }]);
    const mails = await house.app.db
      .selectFrom('mail')
      .select('body')
      .where('access_request_id', '=', requestId)
      .execute();
    expect(mails.map(({ body }) => body).join()).not.toMatch(/October|River Street|pictures/);
    expect(await trackedBy(request)).toMatchObject({
      visit: { is: 'offered', offer: { id: offerId, ...where, times: [at('2026-10-15', '09:00'), at('2026-10-20')] } },
    });
    expect(await fileOf(request)).toMatchObject({
      next: { step: 'await-visit', with: 'patient' },
      promises: [{ name: 'acknowledge-electronic' }, { name: 'offer-inspection', keptOn: '2026-10-05', late: false }],
    });

    expect(await chooses(request, offerId, at('2026-10-16'))).toMatchObject({ refusal: { code: 'not-on-offer' } });
    expect(await chooses(request, offerId, at('2026-10-20'))).toEqual({ ok: true, value: null });
    expect((await trackedBy(request)).visit).toMatchObject({ is: 'chosen', time: at('2026-10-20') });
    expect((await fileOf(request)).due).toMatchObject({ on: '2026-11-04', daysLeft: 30 });
    expect(await comes(request, at('2026-10-20'))).toMatchObject({ refusal: { fields: [{ pointer: '/on' }] } });
    expect(await recordMissedVisit(house.app, staff, { requestId })).toMatchObject({ refusal: { code: 'wrong-step' } });

    house.clock.set('2026-10-21T15:00:00Z');
    expect((await fileOf(request)).next).toMatchObject({ step: 'record-visit', with: 'you' });
    expect(await comes(request, at('2026-10-20', '14:40'))).toEqual({ ok: true, value: { allShown: true } });
    house.clock.set('2026-12-01T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({
      closed: true,
      due: { on: '2026-11-04', daysLeft: 15 },
      examItems: [{ state: 'closed', outcome: 'given' }],
      deliveries: [{ kind: 'inspection', state: 'delivered' }],
    });
    const disclosed = await house.app.db
      .selectFrom('disclosure')
      .select(['purpose', 'disclosed_at', 'what'])
      .where('access_request_id', '=', requestId)
      .execute();
    expect(disclosed).toMatchObject([{ purpose: 'individual-access', what: { how: 'looked-at-in-person' } }]);
    expect(disclosed[0]?.disclosed_at.toISOString()).toBe('2026-10-20T18:40:00.000Z');
    const { patient_id: patientId } = await house.app.db
      .selectFrom('access_request')
      .select('patient_id')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    // What people see of their own is no disclosure to be accounted for: 45 CFR 164.528(a)(1)(ii).
    expect(await readAccounting(house.app, staff, { patientId: patientId ?? '' })).toMatchObject({
      value: { entries: [] },
    });
    const trail = (await fileOf(request)).history.map(({ type }) => type);
    expect(trail).toEqual(expect.arrayContaining(['inspection.offered', 'inspection.answered', 'inspection.held']));
  });

  test('who does not come leaves it open, shown as such, and the clock runs on until it is late', async () => {
    const request = await asked('810002');
    const { staff, accessRequestId: requestId } = request;
    await ready(request);
    const offerId = await offers(request, at('2026-10-15'));
    const told = { requestId, offerId, how: 'phone', saidOn: '2026-10-05' } as const;
    // A day before the offer would stop a clock that still ran then.
    for (const saidOn of ['2026-10-04', '2026-10-06']) {
      const refused = await recordInspectionAnswer(house.app, staff, { ...told, saidOn, time: at('2026-10-15') });
      expect(refused).toMatchObject({ refusal: { code: 'wrong-step' } });
    }
    expect(await recordInspectionAnswer(house.app, staff, { ...told, time: at('2026-10-15') })).toMatchObject({
      ok: true,
    });
    house.clock.set('2026-10-16T15:00:00Z');
    expect(await recordMissedVisit(house.app, staff, { requestId })).toEqual({ ok: true, value: null });
    expect(await trackedBy(request)).toMatchObject({
      closed: false,
      visit: { is: 'to-offer', missed: at('2026-10-15') },
    });
    expect(await fileOf(request)).toMatchObject({ closed: false, next: { step: 'offer-visit' } });
    expect(await readInspection(house.app, staff, { requestId })).toMatchObject({
      value: { offerBy: '2026-10-22', visits: [{ outcome: 'missed', on: '2026-10-15', came: null }] },
    });
    house.clock.set('2026-11-05T15:00:00Z');
    expect((await fileOf(request)).due).toMatchObject({ daysLeft: -1, level: 'late' });
  });

  test('a day that the person put off past the due date is met on the day of their choice, if one in time was on offer', async () => {
    const request = await asked('810003');
    await ready(request);
    const first = await offers(request, at('2026-10-15'));
    house.clock.advance(60_000);
    const answered = await answerInspectionOffer(house.app, person(request), {
      offerId: first,
      wish: 'I am away until November 9.',
    });
    expect(answered).toEqual({ ok: true, value: null });
    expect(await chooses(request, first, at('2026-10-15'))).toMatchObject({ refusal: { code: 'wrong-step' } });
    expect(await readInspection(house.app, request.staff, { requestId: request.accessRequestId })).toMatchObject({
      value: { standing: { is: 'to-offer', wish: 'I am away until November 9.' } },
    });
    const second = await offers(request, at('2026-11-12'));
    expect(await chooses(request, second, at('2026-11-12'))).toMatchObject({ ok: true });
    house.clock.set('2026-11-10T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({ closed: false, due: { daysLeft: 30, level: 'fine' } });
    // The facility's own change of that day takes the answer back.
    await offers(request, at('2026-11-20'));
    expect((await fileOf(request)).due).toMatchObject({ daysLeft: -6, level: 'late' });
  });

  test('times that are all past the due date meet nothing, whoever chose them', async () => {
    const request = await asked('810004');
    await ready(request);
    const offerId = await offers(request, at('2026-11-12'));
    expect(await chooses(request, offerId, at('2026-11-12'))).toMatchObject({ ok: true });
    house.clock.set('2026-11-05T15:00:00Z');
    expect((await fileOf(request)).due).toMatchObject({ daysLeft: -1 });
  });

  test('with a copy beside it each is owed by itself; who comes without an appointment is shown what is ready', async () => {
    const request = await asked('810005', [{ kind: 'online' }, ...toLook]);
    expect(await comes(request, at('2026-10-05', '08:00'))).toMatchObject({ refusal: { code: 'wrong-step' } });
    await ready(request);
    const open = await fileOf(request);
    expect(open).toMatchObject({ closed: false, deliveries: [{ state: 'delivered' }, { state: 'ready' }] });
    house.clock.set('2026-10-06T15:00:00Z');
    const wrong = {
      requestId: request.accessRequestId,
      ...at('2026-10-06', '10:00'),
      came: 'Ana Rivera',
      shownBy: 'Maria Chen',
    };
    const unknown = await recordInspectionVisit(house.app, request.staff, {
      ...wrong,
      shown: [request.accessRequestId],
    });
    expect(unknown).toMatchObject({ refusal: { code: 'invalid-input', fields: [{ pointer: '/shown' }] } });
    expect(await comes(request, at('2026-10-06', '10:00'))).toMatchObject({ value: { allShown: true } });
    expect(await fileOf(request)).toMatchObject({ closed: true });
    expect(await trackedBy(request)).toMatchObject({ visit: { is: 'held' }, headline: 'ready' });
  });

  test('what is ready later was not looked at earlier, and nothing is shown once the request was taken back', async () => {
    const request = await asked('810008');
    const { staff, accessRequestId: requestId } = request;
    const held = { policy: 'SEC-4', caseDecision: 'Account taken over on 4 October' };
    const hold = await setHold(house.app, staff, { requestId, code: 'security', holds: ['report'], ...held });
    if (!hold.ok) throw new Error(hold.refusal.code);
    const pictures = { requestId, version: await versionOf(house, request), only: 'pictures' } as const;
    const part = await approveRelease(house.app, staff, pictures);
    if (!part.ok) throw new Error(part.refusal.code);
    await prepareRelease(house.app, part.value);
    house.clock.set('2026-10-08T15:00:00Z');
    expect(await comes(request, at('2026-10-07', '10:00'))).toMatchObject({ value: { allShown: true } });
    await endHold(house.app, staff, { holdId: hold.value.holdId, reason: 'The account is safe again' });
    house.clock.set('2026-10-09T15:00:00Z');
    await ready(request);
    expect(await comes(request, at('2026-10-08', '10:00'))).toMatchObject({
      refusal: { fields: [{ pointer: '/on' }] },
    });
    const ofDesk = async () => {
      const inspection = await readInspection(house.app, staff, { requestId });
      return inspection.ok ? inspection.value?.ready.length : undefined;
    };
    expect(await ofDesk()).toBe(1);
    expect(await withdrawRequest(house.app, person(request))).toMatchObject({ ok: true });
    expect(await ofDesk()).toBe(0);
    expect(await comes(request, at('2026-10-09', '10:30'))).toMatchObject({ refusal: { code: 'wrong-step' } });
  });

  test('in Texas looking is due first; under the GDPR the visit ends the month by its own rule', async () => {
    house.clock.set('2026-10-05T14:00:00Z');
    const admin = await addStaff(house, 'admin');
    const choose = (choice: string, provider: 'hospital'[] = []) => {
      house.clock.advance(1_000);
      return choosePolicy(house.app, admin, { choice, provider, overlay: {} });
    };
    expect(await choose('us-federal+TX', ['hospital'])).toMatchObject({ ok: true });
    const texan = await asked('810006', [...toLook]);
    expect((await fileOf(texan)).due).toMatchObject({ on: '2026-10-20' });
    const { feeSchedule } = await readFacilityFacts(house.app.db, house.app);
    const actual = JSON.stringify({ ...feeSchedule, method: 'actual' });
    await house.app.db.updateTable('facility').set({ fee_schedule: actual }).execute();
    expect(await choose('eu-gdpr')).toMatchObject({ ok: true });
    const european = await asked('810007');
    await ready(european);
    expect((await fileOf(european)).due).toMatchObject({ on: '2026-11-05' });
    house.clock.set('2026-10-07T15:00:00Z');
    expect(await comes(european, at('2026-10-07', '10:00'))).toMatchObject({ ok: true });
    house.clock.set('2026-11-30T15:00:00Z');
    expect(await fileOf(european)).toMatchObject({ closed: true, due: { daysLeft: 29 } });
    const [done = ''] = await lettersOf(european, 'L-DONE');
    expect(done).toContain('www.edpb.europa.eu');
    expect(done).not.toMatch(/HHS|hhs\.gov|Civil Rights|CFR|HIPAA/);
  });
});
