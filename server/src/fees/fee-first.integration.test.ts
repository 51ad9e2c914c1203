import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { postMedia } from '../deliveries/post-media.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { trackRequest } from '../requests/track-request.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { addRequest, type TestRequest } from '../testing/test-request.ts';
import { recordFeeAnswer } from './answer-fee.ts';
import { holdForMoney } from './hold-for-money.ts';
import { logLabour } from './log-labour.ts';
import { noteCircumstance } from './note-circumstance.ts';
import { quoteAgain } from './quote-again.ts';
import { recordPayment } from './refund-fee.ts';
import { waiveFee } from './waive-fee.ts';

describeWith([haveDatabase(), haveSamples()], 'the fee of a disc that is asked for first (OD-9)', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test?.close());

  /** Online and on a stick, both ready; due on November 4. */
  async function ready(mrn: string, answers: Record<string, string>) {
    test.clock.set('2026-10-05T15:00:00Z');
    test.clock.advance(Number(mrn.slice(-1)) * 1_000);
    const admin = await addStaff(test, 'admin');
    const chosen = await choosePolicy(test.app, admin, { choice: 'us-federal', provider: [], overlay: { answers } });
    expect(chosen.ok).toBe(true);
    const recipient = { who: 'self' as const, address: ['1 River Road', 'Springfield'] };
    const request = await addCheckedRequest(test, {
      mrn,
      deliveries: [{ kind: 'online' }, { kind: 'usb', recipient }],
    });
    const releaseId = await approve(test, request);
    await prepareRelease(test.app, { releaseId });
    const stick = await test.app.db
      .selectFrom('delivery')
      .select('id')
      .where('release_id', '=', releaseId)
      .where('kind', '=', 'usb')
      .executeTakeFirstOrThrow();
    return { request, post: () => postMedia(test.app, request.staff, { deliveryId: stick.id, carrier: 'USPS' }) };
  }
  const askFirst = ({ staff, accessRequestId: requestId }: CheckedRequest) =>
    holdForMoney(test.app, staff, { requestId, for: 'this-copy' });
  const waitsOf = async ({ accessRequestId }: CheckedRequest) => {
    const actor = { kind: 'requester', accessRequestId, sessionHash: null, address: '127.0.0.1' } as const;
    const tracked = await trackRequest(test.app, actor);
    return tracked.ok ? tracked.value.waits.map(({ cause }) => cause).filter((cause) => cause === 'fee') : undefined;
  };
  const dueOf = async ({ staff, accessRequestId: requestId }: CheckedRequest) => {
    const file = await readRequestFile(test.app, staff, { requestId });
    return file.ok ? file.value.due.on : undefined;
  };

  it('is not, as it is at first: the copy goes and the bill with it', async () => {
    const { request, post } = await ready('900001', {});
    expect(await askFirst(request)).toMatchObject({ refusal: { code: 'fee-not-asked-first' } });
    expect(await post()).toEqual({ ok: true, value: null });
  });

  it('keeps the stick here until it has come, beside a due date that stays; then nothing waits for it any more', async () => {
    const { request, post } = await ready('900002', { 'OD-9': 'fee-first' });
    expect(await askFirst(request)).toEqual({ ok: true, value: null });
    expect(await waitsOf(request)).toEqual(['fee']);
    expect(await post()).toMatchObject({ refusal: { code: 'fee-awaited' } });
    expect(await dueOf(request)).toBe('2026-11-04');
    const paid = { requestId: request.accessRequestId, how: 'check' } as const;
    await recordPayment(test.app, request.staff, { ...paid, cents: 100 });
    expect(await post()).toMatchObject({ refusal: { code: 'fee-awaited' } });
    await recordPayment(test.app, request.staff, { ...paid, cents: 550 });
    expect(await waitsOf(request)).toEqual([]);
    expect(await dueOf(request)).toBe('2026-11-04');
    expect(await post()).toEqual({ ok: true, value: null });
  });

  it('is let go in one step on the word of the person', async () => {
    const { request, post } = await ready('900003', { 'OD-9': 'fee-first' });
    expect(await askFirst(request)).toEqual({ ok: true, value: null });
    const { accessRequestId: requestId, staff } = request;
    expect(await waiveFee(test.app, staff, { requestId, kind: 'hardship' })).toMatchObject({ ok: true });
    expect(await waitsOf(request)).toEqual([]);
    expect(await post()).toEqual({ ok: true, value: null });
  });

  it('starts the period that Texas counts from payment on the day on which it came in whole', async () => {
    test.clock.set('2026-10-05T16:00:00Z');
    const admin = await addStaff(test, 'admin');
    const texas = {
      choice: 'us-federal+TX',
      provider: ['hospital' as const],
      overlay: { answers: { 'OD-9': 'fee-first' } },
    };
    expect((await choosePolicy(test.app, admin, texas)).ok).toBe(true);
    const asked = async (deliveries: NonNullable<TestRequest['deliveries']>) => {
      const { accessRequestId: requestId } = await addRequest(test, { deliveries });
      const texan = async () => {
        const file = await readRequestFile(test.app, admin, { requestId });
        const clocks = file.ok ? file.value.due.clocks : [];
        return clocks.find(({ rule, kind }) => rule === 'TX-HOSP/copy' && kind === 'copy')?.on;
      };
      return { requestId, texan };
    };
    const free = await asked([{ kind: 'online' }]);
    expect(await free.texan()).toBe('2026-10-20');

    const { requestId, texan } = await asked([{ kind: 'usb' }]);
    expect(await texan()).toBeUndefined();
    test.clock.set('2026-10-07T15:00:00Z');
    await recordPayment(test.app, admin, { requestId, how: 'check', cents: 100 });
    expect(await texan()).toBeUndefined();
    test.clock.set('2026-10-09T15:00:00Z');
    await recordPayment(test.app, admin, { requestId, how: 'check', cents: 550 });
    expect(await texan()).toBe('2026-10-24');

    test.clock.set('2026-10-12T15:00:00Z');
    const minutes = { requestId, task: 'burning' as const, minutes: 6 };
    expect((await logLabour(test.app, admin, minutes)).ok).toBe(true);
    const raised = await quoteAgain(test.app, admin, { requestId, basis: 'actual', reason: 'long clips', tell: true });
    if (!raised.ok) throw new Error(raised.refusal.code);
    expect(raised.value.totalCents).toBeGreaterThan(650);
    expect(await texan()).toBe('2026-10-24');
    const { quoteId, totalCents } = raised.value;
    const yes = { requestId, quoteId, totalCents, answer: 'yes', channel: 'phone', on: '2026-10-12' } as const;
    expect(await recordFeeAnswer(test.app, admin, yes)).toEqual({ ok: true, value: null });
    expect(await texan()).toBe('2026-10-24');

    const poor = await asked([{ kind: 'usb' }]);
    await noteCircumstance(test.app, admin, { requestId: poor.requestId, kind: 'cannot-pay' });
    expect(await poor.texan()).toBe('2026-10-27');
  });
});
