import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { watchClocks } from '../clock/watch-clocks.ts';
import { choosePolicy } from '../facility/policy-settings.ts';
import { listRequests } from '../requests/list-requests.ts';
import { readRequestFile } from '../requests/read-request-file.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { postMedia } from './post-media.ts';
import { prepareRelease } from './prepare-release.ts';
import { recordArrival } from './record-arrival.ts';

describeWith([haveDatabase(), haveSamples()], 'a disc that goes by post is given (OD-8)', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test?.close());

  const choose = async (answers: Record<string, string>) => {
    test.clock.advance(1_000);
    const admin = await addStaff(test, 'admin');
    expect(
      await choosePolicy(test.app, admin, { choice: 'us-federal', provider: [], overlay: { answers } }),
    ).toMatchObject({ ok: true });
  };
  /** Approved on October 5 and ready to be posted; due on November 4. */
  async function readyDisc(
    mrn: string,
    wish = { onPaper: false },
  ): Promise<{ request: CheckedRequest; deliveryId: string }> {
    test.clock.set('2026-10-05T15:00:00Z');
    const recipient = { who: 'self' as const, address: ['1 River Road', 'Springfield'] };
    const request = await addCheckedRequest(test, { mrn, deliveries: [{ kind: 'usb', recipient }] });
    if (wish.onPaper) {
      const { accessRequestId } = request;
      await test.app.db
        .updateTable('access_request')
        .set({ requester_email: null })
        .where('id', '=', accessRequestId)
        .execute();
    }
    const releaseId = await approve(test, request);
    await prepareRelease(test.app, { releaseId });
    const { id } = await test.app.db
      .selectFrom('delivery')
      .select('id')
      .where('release_id', '=', releaseId)
      .executeTakeFirstOrThrow();
    return { request, deliveryId: id };
  }
  const post = (request: CheckedRequest, deliveryId: string, collected = false) =>
    postMedia(test.app, request.staff, { deliveryId, carrier: 'USPS', trackingNumber: '9400 1', collected });
  const fileOf = async ({ staff, accessRequestId: requestId }: CheckedRequest) => {
    const file = await readRequestFile(test.app, staff, { requestId });
    if (!file.ok) throw new Error(file.refusal.code);
    return file.value;
  };
  const arrives = ({ staff }: CheckedRequest, deliveryId: string, arrivedOn: string) =>
    recordArrival(test.app, staff, { deliveryId, arrivedOn });

  it('when the carrier took it, as it is at first; there is no arrival to wait for', async () => {
    await choose({});
    const { request, deliveryId } = await readyDisc('800001');
    test.clock.set('2026-10-20T15:00:00Z');
    expect(await post(request, deliveryId)).toEqual({ ok: true, value: null });
    test.clock.set('2026-12-01T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({
      closed: true,
      due: { on: '2026-11-04', daysLeft: 15 },
      deliveries: [{ state: 'delivered', awaitsArrival: false, arrivedOn: null }],
    });
    expect(await arrives(request, deliveryId, '2026-10-23')).toMatchObject({ refusal: { code: 'wrong-step' } });
  });

  it('when the carrier says that it arrived, where the facility chose to wait for that', async () => {
    await choose({ 'OD-8': 'arrival-scan' });
    const { request, deliveryId } = await readyDisc('800002');
    expect(await arrives(request, deliveryId, '2026-10-05')).toMatchObject({ refusal: { code: 'wrong-step' } });
    test.clock.set('2026-10-20T15:00:00Z');
    expect(await post(request, deliveryId)).toEqual({ ok: true, value: null });
    test.clock.set('2026-10-26T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({
      closed: false,
      due: { daysLeft: 9 },
      next: { step: 'await-arrival', with: 'nobody', facts: { count: 1 } },
      deliveries: [{ state: 'delivered', awaitsArrival: true }],
    });
    // Nobody knows yet what the carrier will say tomorrow, and nothing arrives before it was posted.
    for (const wrong of ['2026-10-19', '2026-10-27'])
      expect(await arrives(request, deliveryId, wrong)).toMatchObject({
        refusal: { code: 'invalid-input', fields: [{ pointer: '/arrivedOn' }] },
      });
    expect(await arrives(request, deliveryId, '2026-10-23')).toEqual({ ok: true, value: null });
    test.clock.set('2026-12-01T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({
      closed: true,
      due: { on: '2026-11-04', daysLeft: 12 },
      examItems: [{ outcome: 'given' }],
      deliveries: [{ awaitsArrival: false, arrivedOn: '2026-10-23' }],
    });
    expect(await arrives(request, deliveryId, '2026-10-24')).toMatchObject({ refusal: { code: 'wrong-step' } });
  });

  it('is late where it was posted in time and has not arrived, and the person is told', async () => {
    await choose({ 'OD-8': 'arrival-scan' });
    const { request, deliveryId } = await readyDisc('800003');
    test.clock.set('2026-11-04T15:00:00Z');
    expect(await post(request, deliveryId)).toEqual({ ok: true, value: null });
    test.clock.set('2026-11-05T15:00:00Z');
    await watchClocks(test.app);
    const list = await listRequests(test.app, request.staff, { show: 'open' });
    const row = list.ok ? list.value.rows.find(({ id }) => id === request.accessRequestId) : undefined;
    expect(row).toMatchObject({ due: { level: 'late', daysLeft: -1 }, next: { step: 'await-arrival' } });
    expect((await fileOf(request)).letters.map(({ code }) => code)).toContain('L-LATE');
  });

  it('at once when somebody came for it, whatever the facility chose for the post', async () => {
    await choose({ 'OD-8': 'arrival-scan' });
    const { request, deliveryId } = await readyDisc('800004');
    test.clock.set('2026-10-08T15:00:00Z');
    expect(await post(request, deliveryId, true)).toEqual({ ok: true, value: null });
    test.clock.set('2026-12-01T15:00:00Z');
    expect(await fileOf(request)).toMatchObject({ closed: true, due: { daysLeft: 27 } });
  });

  it('when somebody came for it, though the letter that says it is ready still waits for the mail', async () => {
    await choose({});
    const { request, deliveryId } = await readyDisc('800005', { onPaper: true });
    test.clock.set('2026-10-08T15:00:00Z');
    expect(await post(request, deliveryId, true)).toEqual({ ok: true, value: null });
    test.clock.set('2026-12-01T15:00:00Z');
    await watchClocks(test.app);
    const file = await fileOf(request);
    expect(file).toMatchObject({ closed: true, due: { daysLeft: 27 } });
    expect(file.letters.map(({ code }) => code)).not.toContain('L-LATE');
  });
});
