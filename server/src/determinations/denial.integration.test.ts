import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { readLateAnswers } from '../clock/late-answers.ts';
import { watchClocks } from '../clock/watch-clocks.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { seeRelease } from '../deliveries/see-release.ts';
import { readFeeAccount } from '../fees/read-fee-account.ts';
import { recordPayment, refundFee } from '../fees/refund-fee.ts';
import type { StaffActor } from '../identity/actor.ts';
import { offerInspection } from '../inspection/offer-times.ts';
import { recordInspectionVisit } from '../inspection/record-visit.ts';
import { checkPictures } from '../releases/check-pictures.ts';
import { listRequests } from '../requests/list-requests.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import type { TestRequest } from '../testing/test-request.ts';
import { askReview } from './ask-review.ts';
import { decideDenial } from './decide-denial.ts';
import { decideReview } from './decide-review.ts';
import type { ProposedDenial } from './denial-wish.ts';
import { previewDenial } from './preview-denial.ts';
import { proposeDenial } from './propose-denial.ts';
import { readDeterminations } from './read-determinations.ts';
import { reopenExam } from './reopen-exam.ts';

const forCompliance = 'Late requests, for the privacy officer';
const research = {
  ground: 'U3',
  basis: 'You joined the study in January 2027, and it is still going on.',
  shown: {
    'the research is in progress': 'Study 12, until March 2028',
    'the consent that suspends access': 'Consent form of 2027-01-15, section 4',
    'told that access returns': 'Same form, section 5',
  },
  withheld: 'the research pictures of your heart',
  withholdsReport: false,
  accessReturnsOn: '2028-03-31',
  accessReturnsWords: 'when the study ends, in about March 2028',
};
const harm = {
  ground: 'R1',
  basis: 'Somebody has threatened to use these pictures to find a person.',
  shown: { 'whose life or physical safety, and how': 'The patient; a named threat of 2 October' },
  withheld: 'the pictures of this exam',
  withheldObjects: [],
  withholdsReport: false,
};

describeWith([haveDatabase()], 'denying', () => {
  let test: TestApp;
  let privacy: StaffActor;
  let doctor: StaffActor;
  let other: StaffActor;
  beforeAll(async () => {
    test = await openTestApp();
    const staff = async (name: string, standing: Partial<StaffActor>) => {
      const actor = await addStaff(test);
      await test.app.db.updateTable('staff').set({ display_name: name }).where('id', '=', actor.staffId).execute();
      return { ...actor, displayName: name, ...standing };
    };
    privacy = await staff('Paula Privacy', { privacyOfficer: true });
    doctor = await staff('Dr Daniel Diaz', { licensedAs: 'Physician, NY 123456' });
    other = await staff('Dr Ruth Roe', { licensedAs: 'Physician, NY 654321' });
  });
  afterAll(async () => {
    await test.close();
  });

  const propose = async (request: CheckedRequest, wish: ProposedDenial) => {
    const [examItemId = ''] = request.examItemIds;
    return proposeDenial(test.app, request.staff, { examItemId, ...wish });
  };
  const denied = async (request: CheckedRequest, wish: ProposedDenial, by: StaffActor) => {
    const proposed = await propose(request, wish);
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    const { denialId } = proposed.value;
    expect(await decideDenial(test.app, by, { denialId, deny: true })).toEqual({ ok: true, value: null });
    return denialId;
  };
  const itemOf = ({ examItemIds: [id = ''] }: CheckedRequest) =>
    test.app.db.selectFrom('exam_item').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const letters = async ({ accessRequestId }: CheckedRequest, code: string) => {
    const rows = await test.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', accessRequestId)
      .where('code', '=', code)
      .execute();
    return rows.map(({ content }) => JSON.stringify(content));
  };
  const uidsOf = async ({ matchId }: CheckedRequest) => {
    const rows = await test.app.db
      .selectFrom('retrieved_instance')
      .select('sop_instance_uid')
      .where('match_id', '=', matchId)
      .orderBy('sop_instance_uid')
      .execute();
    return rows.map((row) => row.sop_instance_uid);
  };

  it('on a ground that reaches copies alone is none where somebody only asks to look: 45 CFR 164.524(a)(2)(ii)', async () => {
    const inmate = {
      ground: 'U2',
      basis: 'A copy in the cell block could be taken by others.',
      shown: { 'the institution’s statement': 'Letter of the warden of 2026-10-02' },
      withheld: 'a copy of these pictures',
      withheldObjects: [],
      withholdsReport: false,
    };
    const looks = await addCheckedRequest(test, { mrn: '21', deliveries: [{ kind: 'inspection' }] });
    const refused = await propose(looks, inmate);
    expect(refused).toMatchObject({ refusal: { code: 'denial-lacks' } });
    expect(JSON.stringify(refused)).toContain('a copy is asked for');
    const copies = await addCheckedRequest(test, { mrn: '22' });
    await denied(copies, inmate, privacy);
    expect((await letters(copies, 'L-DEN')).join()).toContain('You may still ask to look at them.');

    // Both were asked for: the look is given, and no copy of it leaves or opens anywhere.
    const deliveries: TestRequest['deliveries'] = [{ kind: 'usb' }, { kind: 'online' }, { kind: 'inspection' }];
    const both = await addCheckedRequest(test, { mrn: '23', deliveries });
    await denied(both, inmate, privacy);
    const [letter = ''] = await letters(both, 'L-PART');
    expect(letter).toContain('looking at it here with us');
    expect(letter).toContain('We write to you with days and times to come and look.');
    expect(await itemOf(both)).toMatchObject({ state: 'checking', outcome: null });
    // The copies do not come, so nobody pays for them, and what was paid goes back.
    const inmateHere = { kind: 'requester', sessionHash: null, address: '::1' } as const;
    const { accessRequestId, staff, examItemIds } = both;
    const requestId = accessRequestId;
    const tracked = await trackRequest(test.app, { ...inmateHere, accessRequestId });
    const states = tracked.ok && tracked.value.deliveries.map(({ kind, state }) => `${kind}: ${state}`);
    expect(states).toEqual(['usb: not-sent', 'online: not-sent', 'inspection: asked']);
    expect(tracked).toMatchObject({ value: { copyComes: false, feeChange: null } });
    await recordPayment(test.app, staff, { requestId, cents: 650, how: 'check' });
    expect(await readFeeAccount(test.app, staff, { requestId })).toMatchObject({
      value: { copyComes: false, upToCents: 0, money: { paidCents: 650 } },
    });
    const back = { cause: 'not-given', how: 'check' } as const;
    expect(await refundFee(test.app, staff, { requestId, ...back })).toMatchObject({ value: { refundCents: 650 } });
    expect((await letters(both, 'L-REFUND')).join()).toContain('You paid for a copy that we could not give you.');
    const releaseId = await approve(test, both);
    await prepareRelease(test.app, { releaseId });
    const made = await test.app.db.selectFrom('delivery').select('kind').where('release_id', '=', releaseId).execute();
    expect(made).toEqual([{ kind: 'inspection' }]);
    expect(await letters(both, 'L-DONE')).toEqual([]);
    expect(await seeRelease(test.app, { ...inmateHere, accessRequestId })).toMatchObject({ ok: false });
    const where = { place: 'Visiting room 2', askFor: 'Officer Lee', times: [{ on: '2026-10-07', at: '10:00' }] };
    expect(await offerInspection(test.app, staff, { requestId: accessRequestId, ...where })).toMatchObject({
      ok: true,
    });
    const [offered = ''] = await letters(both, 'L-ACK');
    expect(offered).toContain('You may take notes, but no photos');
    expect(offered).toContain('No charge');
    expect(offered).not.toContain('You may take photos');
    const visit = { on: '2026-10-05', at: '09:00', came: 'Ana Rivera', shownBy: 'Maria Chen', shown: examItemIds };
    const looked = await recordInspectionVisit(test.app, staff, { requestId: accessRequestId, ...visit });
    expect(looked).toEqual({ ok: true, value: { allShown: true } });
    expect(await itemOf(both)).toMatchObject({ state: 'closed', outcome: 'given-in-part' });
  });

  it('of a part gives the rest, says so in the letter, and closes only when the rest is given (S25)', async () => {
    const request = await addCheckedRequest(test, { mrn: '1', study: { instances: '2', cines: '1' } });
    const [apart = '', ...rest] = await uidsOf(request);
    const wish = { ...research, withheldObjects: [apart] };
    const proposed = await propose(request, wish);
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    const { denialId } = proposed.value;
    // Staff propose; a doctor is not the hand for U3 either.
    const decide = (by: StaffActor) => decideDenial(test.app, by, { denialId, deny: true });
    expect(await decide(request.staff)).toMatchObject({ refusal: { code: 'not-the-decider' } });
    expect(await decide(doctor)).toMatchObject({ refusal: { code: 'not-the-decider' } });
    expect(await decide(privacy)).toEqual({ ok: true, value: null });
    const [letter = ''] = await letters(request, 'L-PART');
    for (const said of [
      research.withheld,
      research.basis,
      research.accessReturnsWords,
      '+1 555 555 0101',
      'everything else of this exam',
    ])
      expect(letter).toContain(said);
    expect(letter).not.toContain('Your right to a second look');
    expect(await itemOf(request)).toMatchObject({ state: 'checking', outcome: null });

    const releaseId = await approve(test, request);
    const { manifest } = await test.app.db
      .selectFrom('release')
      .select('manifest')
      .where('id', '=', releaseId)
      .executeTakeFirstOrThrow();
    const given = manifest.exams.flatMap(({ instances }) => instances.map((one) => one.sopInstanceUid)).sort();
    expect(given).toEqual(rest);
    await prepareRelease(test.app, { releaseId });
    expect(await itemOf(request)).toMatchObject({ state: 'closed', outcome: 'given-in-part' });
    test.clock.set('2028-03-30T12:00:00Z');
    const returned = async () => {
      await watchClocks(test.app);
      const mails = await test.app.db.selectFrom('mail').select('body').where('subject', '=', forCompliance).execute();
      const report = await readLateAnswers(test.app, privacy, {});
      return {
        told: mails.filter(({ body }) => body.includes('has returned')),
        listed: report.ok && report.value.returned,
      };
    };
    expect(await returned()).toEqual({ told: [], listed: [] });
    test.clock.set('2028-04-01T12:00:00Z');
    const panel = await readDeterminations(test.app, privacy, { requestId: request.accessRequestId });
    const reminded = await returned();
    expect(reminded.told).toHaveLength(1);
    expect(reminded.told[0]?.body).toContain('the access that was denied until Friday, March 31, 2028 has returned');
    expect(reminded.told[0]?.body).not.toMatch(/Ana|Rivera|heart|research/);
    expect(reminded.listed).toMatchObject([{ requestId: request.accessRequestId, returnedOn: '2028-03-31' }]);
    const [examItemId = ''] = request.examItemIds;
    const again = { examItemId, reopenedFor: 'new-proof', reason: 'The study has ended.' } as const;
    expect(await reopenExam(test.app, privacy, again)).toMatchObject({ ok: true });
    expect((await returned()).listed).toEqual([]);
    test.clock.set('2026-10-05T15:00:00Z');
    expect(panel).toMatchObject({ value: { exams: [{ denials: [{ accessHasReturned: true, reviewable: false }] }] } });
  });

  it('can not be sent while anything is lacking, and names each with its clause', async () => {
    const request = await addCheckedRequest(test, { mrn: '2' });
    const [examItemId = ''] = request.examItemIds;
    const bare = { ...research, basis: '', shown: {}, withheldObjects: [] };
    const refused = await propose(request, bare);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'denial-lacks' } });
    const notes = refused.ok ? [] : (refused.refusal.fields ?? []).map(({ message }) => message);
    expect(notes).toContain('the basis in plain words (45 CFR 164.524(d)(2)(i))');
    expect(notes.filter((note) => note.startsWith('shown: '))).toHaveLength(3);
    const preview = await previewDenial(test.app, request.staff, { examItemId, ...bare });
    expect(preview).toMatchObject({ value: { decidedBy: 'privacy-officer', mayDecide: false } });
    // Without a phone number to complain to there is no letter.
    const { db } = test.app;
    const { contact } = await db.selectFrom('facility').select('contact').executeTakeFirstOrThrow();
    const silent = { ...contact, privacyOfficer: { title: 'Privacy Officer', phone: '' } };
    const whole = { ...research, withheldObjects: [] };
    const proposed = await propose(request, whole);
    if (!proposed.ok) throw new Error(proposed.refusal.code);
    await db
      .updateTable('facility')
      .set({ contact: JSON.stringify(silent) })
      .execute();
    const decided = await decideDenial(test.app, privacy, { denialId: proposed.value.denialId, deny: true });
    await db
      .updateTable('facility')
      .set({ contact: JSON.stringify(contact) })
      .execute();
    expect(decided).toMatchObject({ refusal: { code: 'denial-lacks' } });
    expect(JSON.stringify(decided)).toContain('phone number for complaints');
    expect(await letters(request, 'L-DEN')).toEqual([]);
  });

  it('for an unpaid bill is refused by its name, and the try is accounted for', async () => {
    const request = await addCheckedRequest(test, { mrn: '3' });
    const refused = await propose(request, { ...harm, ground: 'unpaid bill' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-a-ground' } });
    expect(JSON.stringify(refused)).toContain('a bill for care never holds a copy');
    const events = await test.app.db
      .selectFrom('audit_event')
      .select(['type', 'outcome', 'reason'])
      .where('access_request_id', '=', request.accessRequestId)
      .where('type', 'like', 'denial.%')
      .execute();
    expect(events).toEqual([{ type: 'denial.refused', outcome: 'refused', reason: 'unpaid-bill' }]);
    expect(await itemOf(request)).toMatchObject({ state: 'checking' });
  });

  it('in whole ends the exam; another professional reviews it, and what was won is fetched and given', async () => {
    const request = await addCheckedRequest(test, { mrn: '4' });
    const denialId = await denied(request, harm, doctor);
    expect(await itemOf(request)).toMatchObject({ state: 'closed', outcome: 'denied' });
    const [letter = ''] = await letters(request, 'L-DEN');
    for (const said of [
      'Your right to a second look',
      '15 days',
      'Dr Daniel Diaz, Physician, NY 123456',
      '45 CFR 164.524(a)(3)(i)',
    ])
      expect(letter).toContain(said);

    const { accessRequestId } = request;
    const requester = { kind: 'requester', accessRequestId, sessionHash: null, address: '127.0.0.1' } as const;
    expect(await askReview(test.app, requester, { denialId })).toEqual({ ok: true, value: null });
    expect(await askReview(test.app, requester, { denialId })).toMatchObject({ refusal: { code: 'wrong-step' } });
    const review = await test.app.db
      .selectFrom('denial_review')
      .select('id')
      .where('denial_id', '=', denialId)
      .executeTakeFirstOrThrow();
    // Its exam is closed; until the review is decided it stands on the worklist with the day for that.
    const worklist = async (show: 'open' | 'closed') => {
      const listed = await listRequests(test.app, request.staff, { show });
      return listed.ok ? listed.value.rows.filter(({ id }) => id === accessRequestId) : [];
    };
    expect(await worklist('closed')).toEqual([]);
    expect(await worklist('open')).toMatchObject([
      { closed: true, next: { step: 'decide-review', with: 'you' }, review: { decideBy: '2026-10-20', daysLeft: 15 } },
    ]);
    const decision = { reviewId: review.id, result: 'overturned' as const, reasons: 'No threat is on file.' };
    const unfit = await decideReview(test.app, doctor, decision);
    expect(JSON.stringify(unfit)).toContain('a reviewer who took no part in the denial');
    expect(await decideReview(test.app, privacy, decision)).toMatchObject({ refusal: { code: 'reviewer-unfit' } });
    expect(await decideReview(test.app, other, decision)).toEqual({ ok: true, value: null });
    const [outcome = ''] = await letters(request, 'L-REV');
    // Five business days from Monday 5 October 2026; the 12th is Columbus Day.
    expect(outcome).toContain('October 13, 2026');
    expect(await itemOf(request)).toMatchObject({ state: 'retrieving', outcome: null });
  });

  it('keeps what was denied out of the proof of completeness, and shows it on the check as denied', async () => {
    const request = await addCheckedRequest(test, { mrn: '5', study: { instances: '3' } });
    const [apart = ''] = await uidsOf(request);
    await denied(request, { ...research, withheldObjects: [apart] }, privacy);
    const checked = await checkPictures(test.app, request.staff, { requestId: request.accessRequestId });
    if (!checked.ok) throw new Error(checked.refusal.code);
    expect(checked.value.complete).toMatchObject({ ok: true, listed: { stills: 2 }, given: { stills: 2 } });
    const items = checked.value.exams.flatMap((exam) => exam.items);
    expect(items.filter((one) => one.denied).map((one) => one.sopInstanceUid)).toEqual([apart]);
  });
});
