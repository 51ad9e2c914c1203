import { calendarDate, demoFeeSchedule } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { sendExtension } from '../clock/send-extension.ts';
import { wishExtension } from '../clock/wish-extension.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { joinRequests } from '../intake/join-requests.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import { transaction } from '../store/database.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { answerFee, recordFeeAnswer } from './answer-fee.ts';
import { confirmFee } from './confirm-fee.ts';
import { changeFeeSchedule, readFeeSchedule } from './fee-schedule.ts';
import { holdForMoney } from './hold-for-money.ts';
import { logLabour } from './log-labour.ts';
import { noteCircumstance } from './note-circumstance.ts';
import { addFeeLine, quoteAgain, sendFeeNotice } from './quote-again.ts';
import { readFeeAccount } from './read-fee-account.ts';
import { giveBack, planGivingBack, recordPayment, refundFee } from './refund-fee.ts';
import { waiveFee } from './waive-fee.ts';

const usb: TestRequest = { deliveries: [{ kind: 'online' }, { kind: 'usb' }] };
const flat = { ...demoFeeSchedule, chargeTheLower: true };

describeWith([haveDatabase()], 'the fee of a request', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let supervisor: StaffActor;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    supervisor = await addStaff(house, 'supervisor');
  });
  afterAll(() => house.close());

  const requester = (accessRequestId: string): RequesterActor => ({
    kind: 'requester',
    accessRequestId,
    sessionHash: null,
    address: '127.0.0.1',
  });
  const account = async (requestId: string) => {
    const read = await readFeeAccount(house.app, clerk, { requestId });
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  };
  const letters = async (requestId: string) => {
    const rows = await house.app.db
      .selectFrom('letter')
      .select(['code', 'content'])
      .where('access_request_id', '=', requestId)
      .orderBy('made_at')
      .execute();
    return rows.map(({ code, content }) => ({ code, text: JSON.stringify(content) }));
  };
  const refusals = async (requestId: string) => {
    const rows = await house.app.db
      .selectFrom('audit_event')
      .select(['reason', 'objects'])
      .where('access_request_id', '=', requestId)
      .where('outcome', '=', 'refused')
      .orderBy('sequence')
      .execute();
    return rows.map(({ reason, objects }) => [reason, (objects as { kind?: string }).kind]);
  };
  /** Asked on paper, told by letter, and agreed to in the portal. */
  const agreedRequest = async (wish: TestRequest = usb) => {
    const { accessRequestId: requestId } = await addRequest(house, { ...wish, signed: false });
    const { pending, quotes } = await account(requestId);
    const quoteId = pending?.quoteId ?? '';
    expect((await sendFeeNotice(house.app, clerk, { requestId, quoteId })).ok).toBe(true);
    const totalCents = quotes[0]?.fee.totalCents ?? 0;
    const yes = { quoteId, totalCents, answer: 'yes', cannotPay: false } as const;
    expect(await answerFee(house.app, requester(requestId), yes)).toMatchObject({ ok: true });
    return requestId;
  };

  test('S10: told $6.50 all in by L-FEE with the free ways beside it, she says yes, and the work may begin', async () => {
    house.clock.set('2027-05-03T15:00:00Z');
    const { accessRequestId: requestId } = await addRequest(house, { ...usb, signed: false });
    const { pending } = await account(requestId);
    expect(pending).toMatchObject({ state: 'not-told' });
    const quoteId = pending?.quoteId ?? '';
    expect((await sendFeeNotice(house.app, clerk, { requestId, quoteId })).ok).toBe(true);
    const [notice] = await letters(requestId);
    expect(notice).toMatchObject({ code: 'L-FEE' });
    for (const words of ['$6.50', 'HHS FAQ 2030', 'Download everything as one file'])
      expect(notice?.text).toContain(words);
    const asked = await trackRequest(house.app, requester(requestId));
    expect(asked).toMatchObject({ value: { feeChange: { quoteId, agreedCents: null, fee: { totalCents: 650 } } } });
    expect(await account(requestId)).toMatchObject({ upToCents: null });
    const answer = { quoteId, answer: 'yes', cannotPay: false } as const;
    expect(await answerFee(house.app, requester(requestId), { ...answer, totalCents: 600 })).toMatchObject({
      refusal: { code: 'other-amount' },
    });
    await answerFee(house.app, requester(requestId), { ...answer, totalCents: 650 });
    expect(await account(requestId)).toMatchObject({ inForceId: quoteId, pending: null, upToCents: 650 });
  });

  test('the notice of a fee names the due date as it stands: moved by the letter of an extension', async () => {
    house.clock.set('2027-05-03T15:00:00Z');
    const { accessRequestId: requestId } = await addRequest(house, { ...usb, signed: false });
    const reason = 'Films are in off-site storage; the vendor delivers on 15 June.';
    const wish = { requestId, reason, promisedOn: '2027-06-18', cause: 'off-site-storage' } as const;
    const wished = await wishExtension(house.app, clerk, wish);
    if (!wished.ok) throw new Error(wished.refusal.code);
    const { wishId } = wished.value;
    expect(await sendExtension(house.app, clerk, { requestId, wishId, by: 'post' })).toMatchObject({ ok: true });
    const { pending } = await account(requestId);
    await sendFeeNotice(house.app, clerk, { requestId, quoteId: pending?.quoteId ?? '' });
    const notice = (await letters(requestId)).at(-1);
    expect(notice?.code).toBe('L-FEE');
    expect(notice?.text).toContain('Friday, June 18, 2027');
  });

  test('S10: $12.40 by the minutes is refused without a notice and a yes, and the work goes on at $6.50', async () => {
    const requestId = await agreedRequest();
    await logLabour(house.app, clerk, { requestId, task: 'burning', minutes: 6 });
    await logLabour(house.app, clerk, { requestId, task: 'finding', minutes: 14 });
    const before = await account(requestId);
    expect(before).toMatchObject({ copyMinutes: 6, upToCents: 650, actual: { totalCents: 1240 } });
    expect(before.actual?.lines.map(({ cents }) => cents)).toEqual([240, 480, 520]);
    expect(before.labour.find(({ task }) => task === 'finding')?.notCountedBy).toContain('search is never charged');
    const wish = { requestId, basis: 'actual', reason: 'Twenty minutes at the burner' } as const;
    expect(await quoteAgain(house.app, clerk, { ...wish, tell: false })).toMatchObject({
      refusal: { code: 'rise-needs-notice-and-agreement' },
    });
    expect(await account(requestId)).toMatchObject({ pending: null, upToCents: 650 });
    expect(await refusals(requestId)).toContainEqual(['rise-needs-notice-and-agreement', 'worked-out-again']);

    const told = await quoteAgain(house.app, clerk, { ...wish, tell: true });
    expect(told).toMatchObject({ value: { totalCents: 1240, holds: false } });
    const notice = (await letters(requestId)).at(-1);
    expect(notice?.text).toContain('$12.40');
    expect(notice?.text).toContain('You agreed to $6.50 before');
    expect(await trackRequest(house.app, requester(requestId))).toMatchObject({
      value: { fee: { totalCents: 650 }, feeChange: { agreedCents: 650, fee: { totalCents: 1240 } } },
    });
    const quoteId = told.ok ? told.value.quoteId : '';
    const answer = { requestId, quoteId, totalCents: 1240, channel: 'phone' } as const;
    await recordFeeAnswer(house.app, clerk, { ...answer, answer: 'no', on: '2027-05-03' });
    expect(await account(requestId)).toMatchObject({ upToCents: 650, pending: { state: 'declined' } });
    await recordFeeAnswer(house.app, clerk, { ...answer, answer: 'yes', on: '2027-05-03' });
    expect(await account(requestId)).toMatchObject({ upToCents: 1240, pending: null });
  });

  test('S10: “PACS retrieval $5.00” and “per image $0.25” can not be saved, and the attempts are on record', async () => {
    const requestId = await agreedRequest();
    const line = { requestId, tell: true } as const;
    expect(await addFeeLine(house.app, clerk, { ...line, label: 'retrieval', cents: 500, per: 'copy' })).toMatchObject({
      refusal: { code: 'never-charged', fields: [{ message: expect.stringMatching(/164\.524\(c\)\(4\).*retrieval/) }] },
    });
    expect(await addFeeLine(house.app, clerk, { ...line, label: 'other', cents: 25, per: 'image' })).toMatchObject({
      refusal: { code: 'price-per-image' },
    });
    expect(await addFeeLine(house.app, clerk, { ...line, label: 'postage', cents: 300, per: 'copy' })).toMatchObject({
      refusal: { code: 'flat-is-all-in' },
    });
    expect(await refusals(requestId)).toEqual([
      ['never-charged', 'retrieval'],
      ['price-per-image', 'other'],
      ['flat-is-all-in', 'postage'],
    ]);
    expect(await account(requestId)).toMatchObject({ quotes: { length: 1 }, upToCents: 650 });
  });

  test('S11: a hold for $1,240.00 of unpaid care can not be saved; the attempt is on record and nothing waits', async () => {
    const requestId = await agreedRequest();
    expect(await holdForMoney(house.app, clerk, { requestId, for: 'unpaid-care' })).toMatchObject({
      refusal: { code: 'copies-not-withheld-for-unpaid-care', fields: [{ message: expect.stringContaining('bill') }] },
    });
    expect(await holdForMoney(house.app, clerk, { requestId, for: 'this-copy' })).toMatchObject({
      refusal: { code: 'fee-not-asked-first' },
    });
    expect(await refusals(requestId)).toEqual([
      ['copies-not-withheld-for-unpaid-care', 'unpaid-care'],
      ['fee-not-asked-first', 'this-copy'],
    ]);
    const waits = await house.app.db
      .selectFrom('wait')
      .select('kind')
      .where('access_request_id', '=', requestId)
      .execute();
    expect(waits).toEqual([]);
  });

  test('S21: withdrawn, an unpaid fee is void, and a paid one comes back in full with L-REFUND', async () => {
    const unpaid = await agreedRequest();
    const actor = { kind: 'program', job: 'test' } as const;
    const plan = await planGivingBack(house.app, unpaid);
    if (!plan.ok || !plan.value) throw new Error('nothing to give back');
    const back = plan.value;
    expect(back).toMatchObject({ refundCents: 0, voidedCents: 650, letter: null });
    expect(await transaction(house.app.db, (tx) => giveBack(tx, house.app, actor, back))).toBe(true);
    expect((await account(unpaid)).money.voidedCents).toBe(650);
    const paid = await agreedRequest();
    await recordPayment(house.app, clerk, { requestId: paid, cents: 650, how: 'check' });
    const refund = { requestId: paid, cause: 'withdrawn', how: 'check' } as const;
    expect(await refundFee(house.app, clerk, refund)).toEqual({
      ok: true,
      value: { refundCents: 650, voidedCents: 0 },
    });
    const letter = (await letters(paid)).at(-1);
    expect(letter?.code).toBe('L-REFUND');
    for (const words of ['$6.50', 'You took your request back', 'Monday, May 17, 2027'])
      expect(letter?.text).toContain(words);
    expect(await refundFee(house.app, clerk, refund)).toMatchObject({ refusal: { code: 'nothing-to-refund' } });
  });

  test('S22: joined requests cost once at most, and the cardiologist’s link is free', async () => {
    const first = await agreedRequest();
    house.clock.advance(60_000);
    const later = await agreedRequest();
    const joined = await joinRequests(house.app, clerk, { requestId: later, otherId: first });
    expect(joined).toMatchObject({ value: { kind: 'joined', earlierId: first } });
    const billed = async (id: string) => (await account(id)).money.voidedCents;
    expect([await billed(first), await billed(later)]).toEqual([0, 650]);
    const link = { kind: 'secure-link', recipient: { who: 'third-party', name: 'Dr. Kim' } } as const;
    const { accessRequestId } = await addRequest(house, { deliveries: [{ kind: 'online' }, link] });
    expect(await account(accessRequestId)).toMatchObject({ upToCents: 0, quotes: [{ fee: { totalCents: 0 } }] });
  });

  test('S24: in California a copy for a benefits appeal with proof costs $0.00, once', async () => {
    const { patientId } = await addPatient(house, { mrn: 'CA-1' });
    await house.app.db.updateTable('facility').set({ policy_pack: 'us-federal+CA' }).execute();
    const wish = { ...usb, patientId, receivedOn: '2027-05-28' };
    house.clock.set('2027-05-28T18:00:00Z');
    const { accessRequestId: requestId } = await addRequest(house, wish);
    const asked = await trackRequest(house.app, requester(requestId));
    expect(asked.ok && asked.value.fee.offers.map(({ words }) => words.en)).toEqual([
      'A copy for a benefits claim or appeal is free if you show us the claim.',
    ]);
    const proof = { requestId, kind: 'benefit-claim-shown' } as const;
    expect(await noteCircumstance(house.app, clerk, proof)).toMatchObject({ value: { totalCents: 0, holds: true } });
    const { quotes } = await account(requestId);
    expect(quotes.at(-1)?.fee.why.map(({ rule }) => rule)).toContainEqual(expect.stringMatching(/^CA-123110/));
    const { accessRequestId: again } = await addRequest(house, wish);
    expect(await noteCircumstance(house.app, clerk, { ...proof, requestId: again })).toMatchObject({
      value: { totalCents: 650 },
    });
    // What was taken back gave no copy, so the free one is still to be had.
    await house.app.db
      .updateTable('exam_item')
      .set({ state: 'closed', outcome: 'withdrawn' })
      .where('access_request_id', '=', requestId)
      .execute();
    expect(await quoteAgain(house.app, clerk, { requestId: again, basis: 'schedule', tell: false })).toMatchObject({
      value: { totalCents: 0 },
    });
    await house.app.db.updateTable('facility').set({ policy_pack: 'us-federal' }).execute();
  });

  test('a fee is let go on the word of the person, and anything else needs a reason', async () => {
    const requestId = await agreedRequest();
    expect(await waiveFee(house.app, clerk, { requestId, kind: 'courtesy' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    expect(await waiveFee(house.app, clerk, { requestId, kind: 'hardship' })).toMatchObject({ ok: true });
    expect(await account(requestId)).toMatchObject({ upToCents: 0 });
    expect(await readRequestFile(house.app, clerk, { requestId })).toMatchObject({ value: { fee: { totalCents: 0 } } });
    expect(await waiveFee(house.app, clerk, { requestId, kind: 'hardship' })).toMatchObject({
      refusal: { code: 'wrong-step' },
    });
  });

  test('an all-electronic copy over $15 is told to the person only by a supervisor', async () => {
    const requestId = await agreedRequest();
    await logLabour(house.app, clerk, { requestId, task: 'exporting', minutes: 20 });
    const wish = { requestId, basis: 'actual', reason: 'Twelve large clips', tell: true } as const;
    expect(await quoteAgain(house.app, clerk, wish)).toMatchObject({ refusal: { code: 'fee-needs-supervisor' } });
    const told = await quoteAgain(house.app, supervisor, wish);
    expect(told).toMatchObject({ value: { totalCents: 1800, holds: false } });
    expect((await account(requestId)).quotes.at(-1)).toMatchObject({ confirmed: true });
    const quoteId = told.ok ? told.value.quoteId : '';
    expect(await confirmFee(house.app, supervisor, { requestId, quoteId })).toMatchObject({
      refusal: { code: 'wrong-step' },
    });
  });

  test('prices that break a rule are refused with it; lawful ones count from then on and leave told quotes alone', async () => {
    const admin = await addStaff(house, 'admin');
    expect(await changeFeeSchedule(house.app, admin, { ...flat, flatCents: 651 })).toMatchObject({
      refusal: {
        code: 'flat-over-cap',
        fields: [{ pointer: '/flatCents', message: expect.stringContaining('FAQ 2030') }],
      },
    });
    expect(await changeFeeSchedule(house.app, admin, { ...flat, method: 'average' })).toMatchObject({
      refusal: { code: 'average-without-basis' },
    });
    const requestId = await agreedRequest();
    const basis = { derivation: 'Mean of 40 copies timed in April', on: calendarDate('2027-05-01') };
    const average = { ...flat, method: 'average', averageBasis: basis } as const;
    expect(await changeFeeSchedule(house.app, admin, average)).toMatchObject({ ok: true });
    const read = await readFeeSchedule(house.app, { ...clerk, kind: 'public', browserHash: null, sessionHashes: [] });
    expect(read).toMatchObject({ value: { schedule: { method: 'average', averageBasis: basis } } });
    expect(await account(requestId)).toMatchObject({ upToCents: 650 });
    const { accessRequestId } = await addRequest(house, usb);
    expect(await account(accessRequestId)).toMatchObject({
      quotes: [{ fee: { totalCents: 1200, method: 'average' } }],
    });
    await changeFeeSchedule(house.app, admin, flat);
  });

  test('no record about money can be changed', async () => {
    for (const table of ['fee_quote', 'fee_notice', 'fee_answer', 'labour_entry', 'fee_refund'] as const) {
      await expect(house.app.db.deleteFrom(table).execute()).rejects.toThrow('append-only');
    }
  });
});
