import { randomUUID } from 'node:crypto';
import { calendarDate, type HipaaAuthorization } from '@echoback/right-of-access';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { openLink } from '../deliveries/open-link.ts';
import { postMedia } from '../deliveries/post-media.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import type { PublicActor } from '../identity/actor.ts';
import type { SeenFault } from '../store/authority-tables.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, approve, type CheckedRequest, linkFor, testPasscode } from '../testing/test-release.ts';
import type { TestRequest } from '../testing/test-request.ts';
import { readAuthorityCard } from './authority-card.ts';
import { noteAuthorizationFaults } from './note-authorization-faults.ts';
import { revokeAuthorization } from './revoke-authorization.ts';
import { previewLackLetter } from './send-lack-letter.ts';

const stranger: PublicActor = {
  kind: 'public',
  browserHash: null,
  sessionHash: null,
  sessionHashes: [],
  address: '192.0.2.7',
};
const signed: HipaaAuthorization = {
  describesInformation: 'ultrasound of 2026',
  whoMayDisclose: 'Test Imaging',
  whoMayReceive: 'Dr Priya Patel',
  purpose: 'at my request',
  expires: { on: calendarDate('2026-12-31') },
  signature: { on: calendarDate('2026-10-01'), by: 'individual' },
  statements: { rightToRevoke: true, conditioning: true, redisclosure: true },
};
const toPatel = { who: 'third-party' as const, name: 'Dr Priya Patel', address: ['2 Clinic Way', 'Town, NY 10001'] };

describeWith([haveDatabase(), haveSamples()], 'an authorization that was taken back, 45 CFR 164.508(b)(5)', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house?.close());

  /** A copy for the person and one for Dr Patel, who has a signed authorization. */
  async function authorized(mrn: string, delivery: NonNullable<TestRequest['deliveries']>[number]) {
    const request = await addCheckedRequest(house, { mrn, deliveries: [{ kind: 'online' }, delivery] });
    const askedDeliveryId = request.askedDeliveryIds[1] ?? '';
    await house.app.db
      .insertInto('hipaa_authorization')
      .values({
        id: randomUUID(),
        access_request_id: request.accessRequestId,
        asked_delivery_id: askedDeliveryId,
        content: JSON.stringify(signed),
        received_at: house.app.now(),
      })
      .execute();
    return { ...request, askedDeliveryId };
  }
  const takeBack = ({ staff, accessRequestId, askedDeliveryId }: CheckedRequest & { askedDeliveryId: string }) =>
    revokeAuthorization(house.app, staff, {
      requestId: accessRequestId,
      askedDeliveryId,
      whatWasSeen: 'Signed letter of October 4',
    });
  const deliveriesOf = ({ accessRequestId }: CheckedRequest) =>
    house.app.db
      .selectFrom('delivery')
      .innerJoin('release', 'release.id', 'delivery.release_id')
      .select(['delivery.id', 'delivery.kind', 'delivery.state', 'delivery.failure_code'])
      .where('release.access_request_id', '=', accessRequestId)
      .orderBy('delivery.kind')
      .execute();
  const outcomeOf = async ({ examItemIds: [id = ''] }: CheckedRequest) => {
    const items = house.app.db.selectFrom('exam_item').select(['state', 'outcome']).where('id', '=', id);
    return items.executeTakeFirstOrThrow();
  };

  it('before the release: her own copy goes, and the other is never made', async () => {
    const request = await authorized('r-1', await linkFor(house));
    expect((await takeBack(request)).ok).toBe(true);
    expect(await takeBack(request)).toMatchObject({ refusal: { code: 'wrong-step' } });
    const card = await readAuthorityCard(house.app, request.staff, { requestId: request.accessRequestId });
    expect(card).toMatchObject({ value: { instruments: [{ under: 'authorization', state: 'revoked' }] } });
    await prepareRelease(house.app, { releaseId: await approve(house, request) });
    expect((await deliveriesOf(request)).map(({ kind, state }) => [kind, state])).toEqual([['online', 'delivered']]);
  });

  it('that reads as invalid holds the other copy back, and the letter names exactly what was seen', async () => {
    const request = await authorized('r-4', { kind: 'usb', recipient: toPatel });
    const { accessRequestId: requestId, askedDeliveryId, staff } = request;
    const note = (faults: SeenFault[]) => {
      house.clock.advance(1_000);
      return noteAuthorizationFaults(house.app, staff, {
        requestId,
        askedDeliveryId,
        faults,
        whatWasSeen: 'Read the form',
      });
    };
    const paper = async () => {
      const card = await readAuthorityCard(house.app, staff, { requestId });
      return card.ok ? card.value.instruments[0] : undefined;
    };
    expect((await paper())?.state).toBe('valid');
    await note(['wronglyConditioned']);
    const cite = '45 CFR 164.508(b)(2)(iv); (b)(4)';
    expect(await paper()).toMatchObject({ state: 'defective', lacks: [{ name: 'wrongly conditioned', cite }] });
    const letter = await previewLackLetter(house.app, staff, { requestId, code: 'L-AUTH', askedDeliveryId });
    if (!letter.ok) throw new Error(letter.refusal.code);
    expect(letter.value.html).toContain('It makes your care or payment depend on signing.');
    expect(letter.value.html).not.toContain('Something important in it is not true.');
    await note([]);
    expect((await paper())?.state).toBe('valid');

    await prepareRelease(house.app, { releaseId: await approve(house, request) });
    expect((await deliveriesOf(request)).find(({ kind }) => kind === 'usb')?.state).toBe('ready');
    await note(['knownFalse', 'wronglyCombined']);
    expect((await paper())?.lacks.map(({ name }) => name)).toEqual(['wrongly combined', 'known false']);
    expect((await deliveriesOf(request)).find(({ kind }) => kind === 'usb')?.state).toBe('failed');
    expect((await outcomeOf(request)).state).toBe('closed');

    // The form was read wrongly: the disc that lies there goes after all.
    await note([]);
    const usb = (await deliveriesOf(request)).find(({ kind }) => kind === 'usb');
    expect(usb).toMatchObject({ state: 'ready', failure_code: null });
    expect((await postMedia(house.app, staff, { deliveryId: usb?.id ?? '', carrier: 'USPS' })).ok).toBe(true);
  });

  it('that was read wrongly before the release goes once that is noted', async () => {
    const request = await authorized('r-5', { kind: 'usb', recipient: toPatel });
    const { accessRequestId: requestId, askedDeliveryId, staff } = request;
    const read = { requestId, askedDeliveryId, whatWasSeen: 'Read the form' };
    await noteAuthorizationFaults(house.app, staff, { ...read, faults: ['knownFalse'] });
    const releaseId = await approve(house, request);
    await prepareRelease(house.app, { releaseId });
    expect((await deliveriesOf(request)).map(({ kind }) => kind)).toEqual(['online']);
    house.clock.advance(1_000);
    await noteAuthorizationFaults(house.app, staff, { ...read, faults: [] });
    await prepareRelease(house.app, { releaseId });
    expect((await deliveriesOf(request)).map(({ kind, state }) => [kind, state])).toEqual([
      ['online', 'delivered'],
      ['usb', 'ready'],
    ]);
  });

  it('after it: the link is dead at once, whatever passcode opens it', async () => {
    const request = await authorized('r-2', await linkFor(house));
    await prepareRelease(house.app, { releaseId: await approve(house, request) });
    const link = await house.app.db
      .selectFrom('share_link')
      .innerJoin('delivery', 'delivery.id', 'share_link.delivery_id')
      .select('path_id')
      .where('delivery.asked_delivery_id', '=', request.askedDeliveryId)
      .executeTakeFirstOrThrow();
    const open = () => openLink(house.app, stranger, { pathId: link.path_id, passcode: testPasscode });
    expect((await open()).ok).toBe(true);
    expect((await takeBack(request)).ok).toBe(true);
    expect(await open()).toMatchObject({ refusal: { code: 'wrong-passcode' } });
  });

  it('a disc that is ready is not posted, and the request is complete without it', async () => {
    const request = await authorized('r-3', { kind: 'usb', recipient: toPatel });
    await prepareRelease(house.app, { releaseId: await approve(house, request) });
    const usb = (await deliveriesOf(request)).find(({ kind }) => kind === 'usb');
    expect(usb?.state).toBe('ready');
    expect((await outcomeOf(request)).state).toBe('released');
    expect((await takeBack(request)).ok).toBe(true);
    const posted = await postMedia(house.app, request.staff, { deliveryId: usb?.id ?? '', carrier: 'USPS' });
    expect(posted).toMatchObject({ refusal: { code: 'wrong-step' } });
    expect((await deliveriesOf(request)).map(({ kind, state }) => [kind, state])).toEqual([
      ['online', 'delivered'],
      ['usb', 'failed'],
    ]);
    expect(await outcomeOf(request)).toEqual({ state: 'closed', outcome: 'given' });
  });
});
