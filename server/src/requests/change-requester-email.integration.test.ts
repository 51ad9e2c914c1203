import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { postMedia } from '../deliveries/post-media.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { seeRelease } from '../deliveries/see-release.ts';
import { recordMailWarning } from '../forms/mail-warning.ts';
import { readForms } from '../forms/read-forms.ts';
import type { PublicActor } from '../identity/actor.ts';
import { sendSignInCode } from '../sign-in/sign-in-code.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addCheckedRequest, approve } from '../testing/test-release.ts';
import { changeRequesterEmail } from './change-requester-email.ts';
import { readRequestFile } from './read-request-file.ts';
import { recordIdentityProof } from './record-identity-proof.ts';
import { trackRequest } from './track-request.ts';

const caller: PublicActor = {
  kind: 'public',
  browserHash: null,
  sessionHash: null,
  sessionHashes: [],
  address: '192.0.2.7',
};

describeWith([haveDatabase(), haveSamples()], 'an e-mail address that somebody gives later', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await openTestApp();
  });
  afterAll(() => house?.close());

  it('brings news and codes there, and opens nothing until who they are is shown again', async () => {
    const recipient = { who: 'self' as const, address: ['1 River Road', 'Springfield, NY 10001'] };
    const request = await addCheckedRequest(house, {
      mrn: '830001',
      deliveries: [{ kind: 'online' }, { kind: 'usb', recipient }],
    });
    const { staff, accessRequestId: requestId } = request;
    const releaseId = await approve(house, request);
    await prepareRelease(house.app, { releaseId });
    const actor = { kind: 'requester', accessRequestId: requestId, sessionHash: null, address: '127.0.0.1' } as const;
    const stick = () =>
      house.app.db
        .selectFrom('delivery')
        .select('id')
        .where('release_id', '=', releaseId)
        .where('kind', '=', 'usb')
        .executeTakeFirstOrThrow();
    const opens = async () => (await seeRelease(house.app, actor)).ok;
    expect(await opens()).toBe(true);

    house.clock.advance(60_000);
    const change = { requestId, email: 'ana.new@example.org', howKnown: 'Called back at the number on file' };
    expect(await changeRequesterEmail(house.app, staff, change)).toEqual({ ok: true, value: null });
    expect(await changeRequesterEmail(house.app, staff, change)).toMatchObject({ refusal: { code: 'wrong-step' } });
    expect(await opens()).toBe(false);
    expect(await trackRequest(house.app, actor)).toMatchObject({
      value: { identity: { proved: false }, releaseReady: false },
    });
    expect(await readRequestFile(house.app, staff, { requestId })).toMatchObject({
      value: { identity: { proved: false }, asked: { requesterEmail: 'ana.new@example.org' } },
    });
    const { reference } = await house.app.db
      .selectFrom('access_request')
      .select('reference')
      .where('id', '=', requestId)
      .executeTakeFirstOrThrow();
    await sendSignInCode(house.app, caller, { reference, language: 'en' });
    const codes = house.app.db.selectFrom('one_time_code').select('contact').where('purpose', '=', 'sign-in');
    expect(await codes.where('access_request_id', '=', requestId).execute()).toEqual([
      { contact: 'ana.new@example.org' },
    ]);

    house.clock.advance(60_000);
    const seen = { requestId, method: 'photo-id', evidence: 'Driver license, seen again' } as const;
    expect((await recordIdentityProof(house.app, staff, seen)).ok).toBe(true);
    expect(await opens()).toBe(true);

    // A stick that is ready waits, too, until whoever reads the new mailbox has shown who they are.
    house.clock.advance(60_000);
    const again = { ...change, email: 'ana.newer@example.org' };
    expect((await changeRequesterEmail(house.app, staff, again)).ok).toBe(true);
    const post = async () => postMedia(house.app, staff, { deliveryId: (await stick()).id, carrier: 'USPS' });
    expect(await post()).toMatchObject({ refusal: { code: 'wrong-step' } });
    house.clock.advance(60_000);
    expect((await recordIdentityProof(house.app, staff, seen)).ok).toBe(true);

    // Once all is answered nobody could show who they are any more: they ask anew.
    expect((await post()).ok).toBe(true);
    const late = { ...change, email: 'third@example.org' };
    expect(await changeRequesterEmail(house.app, staff, late)).toMatchObject({ refusal: { code: 'wrong-step' } });
  });

  it('takes a copy by unencrypted mail there, and sends none before the yes to that address and a new proof', async () => {
    const recipient = { who: 'self' as const, email: 'ana.typed@example.org' };
    const request = await addCheckedRequest(house, {
      mrn: '830002',
      deliveries: [{ kind: 'email-unencrypted', recipient }],
    });
    const { staff, accessRequestId: requestId, askedDeliveryIds } = request;
    const yes = { requestId, askedDeliveryId: askedDeliveryIds[0] ?? '', channel: 'phone' } as const;
    expect((await recordMailWarning(house.app, staff, yes)).ok).toBe(true);
    const releaseId = await approve(house, request);
    house.clock.advance(60_000);
    const change = { requestId, email: 'ana.new@example.org', howKnown: 'Called back at the number on file' };
    expect((await changeRequesterEmail(house.app, staff, change)).ok).toBe(true);
    const copies = async () => {
      await prepareRelease(house.app, { releaseId });
      const mails = house.app.db.selectFrom('mail').select('recipient').where('access_request_id', '=', requestId);
      return (await mails.where('delivery_id', 'is not', null).execute()).map((mail) => mail.recipient);
    };
    expect(await copies()).toEqual([]);
    expect(await readForms(house.app, staff, { requestId })).toMatchObject({
      value: { toWarn: [{ address: 'ana.new@example.org' }], warned: [{ address: 'ana.typed@example.org' }] },
    });
    expect((await recordMailWarning(house.app, staff, yes)).ok).toBe(true);
    expect(await copies()).toEqual([]);
    house.clock.advance(60_000);
    const seen = { requestId, method: 'photo-id', evidence: 'Driver license, seen again' } as const;
    expect((await recordIdentityProof(house.app, staff, seen)).ok).toBe(true);
    expect(await copies()).toEqual(['ana.new@example.org']);
  });
});
