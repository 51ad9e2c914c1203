import { wordingVersion } from '@echoback/right-of-access';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { App } from '../app.ts';
import { finishMailedCopy } from '../deliveries/finish-mailed-copy.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { recallRelease } from '../determinations/recall-release.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { sendMail } from '../mail/send-mail.ts';
import { trackRequest } from '../requests/track-request.ts';
import type { AskedRecipient } from '../store/records.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openBrowser, openTestDoor } from '../testing/test-door.ts';
import { addStaff } from '../testing/test-people.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { chooseForm, recordFormChoice } from './agree-on-form.ts';
import { acceptMailWarning } from './mail-warning.ts';
import { offerForms, previewOffer } from './offer-forms.ts';
import { readForms } from './read-forms.ts';

const megabyte = 1024 * 1024;
const self = { who: 'self', email: 'ana.typed@example.org' } as const;

describeWith([haveDatabase(), haveSamples()], 'the form of a copy', () => {
  let house: TestApp;
  let clerk: StaffActor;
  let server: FastifyInstance;
  beforeAll(async () => {
    house = await openTestApp();
    clerk = await addStaff(house);
    server = await openTestDoor(house);
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const person = (accessRequestId: string): RequesterActor => ({
    kind: 'requester',
    accessRequestId,
    sessionHash: null,
    address: '',
  });
  async function tracked(accessRequestId: string) {
    const answer = await trackRequest(house.app, person(accessRequestId));
    if (!answer.ok) throw new Error('not tracked');
    return answer.value;
  }
  async function letters(accessRequestId: string, code: string): Promise<string[]> {
    const rows = await house.app.db
      .selectFrom('letter')
      .select('content')
      .where('access_request_id', '=', accessRequestId)
      .where('code', '=', code)
      .orderBy('made_at')
      .execute();
    return rows.map(({ content }) => JSON.stringify(content));
  }
  async function trail(accessRequestId: string): Promise<string[]> {
    const rows = await house.app.db
      .selectFrom('audit_event')
      .select('type')
      .where('access_request_id', '=', accessRequestId)
      .orderBy('sequence')
      .execute();
    return rows.map(({ type }) => type);
  }
  const feesOf = (accessRequestId: string) => tracked(accessRequestId).then(({ fee }) => fee.totalCents);

  /** S19: received Monday 2027-03-22, the clips “on VHS tape”. */
  async function onTape(): Promise<{ requestId: string; askedDeliveryId: string }> {
    house.clock.set('2027-03-22T15:00:00Z');
    const recipient: AskedRecipient = {
      who: 'self',
      form: 'VHS tape',
      address: ['Ana Rivera', '1 Elm St', 'Hudson, NY 12534'],
    };
    const made = await addRequest(house, { deliveries: [{ kind: 'other-form', recipient }] });
    return { requestId: made.accessRequestId, askedDeliveryId: made.askedDeliveryIds[0] ?? '' };
  }
  async function offered(asked: { requestId: string; askedDeliveryId: string }): Promise<string> {
    house.clock.set('2027-03-24T15:00:00Z');
    const answer = await offerForms(house.app, clerk, { ...asked, why: 'no equipment makes it' });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.offerId;
  }

  test('S19: L-FMT offers what can be made with its prices; she picks MP4 on USB, and no date moves', async () => {
    const asked = await onTape();
    const { requestId } = asked;
    expect(await readForms(house.app, clerk, { requestId })).toMatchObject({
      value: { toOffer: [{ form: 'VHS tape', askedDeliveryId: asked.askedDeliveryId }], open: [] },
    });
    expect((await tracked(requestId)).due.on).toBe('2027-04-21');

    const seen = await previewOffer(house.app, clerk, { ...asked, why: 'no equipment makes it' });
    if (!seen.ok) throw new Error(seen.refusal.code);
    expect(await letters(requestId, 'L-FMT')).toEqual([]);
    const offerId = await offered(asked);
    const [letter = ''] = await letters(requestId, 'L-FMT');
    for (const said of [
      'We cannot make the copy in the form that you asked for: VHS tape.',
      'We have no machine that makes it.',
      'MP4 on USB: $6.50.',
      'MP4 by download: no charge.',
      'DICOM on disc: $6.50.',
      'If you do not want any of them, you can have this: printed stills, $12.20.',
      'We still have to answer you by Wednesday, April 21, 2027.',
    ])
      expect(letter).toContain(said);
    expect(await tracked(requestId)).toMatchObject({
      waits: [{ cause: 'format', since: '2027-03-24' }],
      formChoices: [{ id: offerId, asked: 'VHS tape', hasAddress: true }],
      deliveries: [{ kind: 'other-form', form: 'VHS tape', state: 'asked' }],
    });
    expect(await offerForms(house.app, clerk, { ...asked, why: 'no equipment makes it' })).toMatchObject({
      refusal: { code: 'wrong-step' },
    });

    house.clock.set('2027-03-29T15:00:00Z');
    const chosen = await chooseForm(house.app, person(requestId), { offerId, chosen: 'usb', declined: [] });
    expect(chosen).toEqual({ ok: true, value: null });
    expect(await tracked(requestId)).toMatchObject({
      due: { on: '2027-04-21' },
      waits: [],
      formChoices: [],
      fee: { totalCents: 650 },
      feeChange: null,
      deliveries: [{ kind: 'usb', form: null, state: 'asked' }],
    });
    expect(await readForms(house.app, clerk, { requestId })).toMatchObject({
      value: { toOffer: [], agreed: [{ asked: 'VHS tape', chosen: 'usb', how: 'portal', agreedOn: '2027-03-29' }] },
    });
    expect(await trail(requestId)).toEqual(expect.arrayContaining(['format.offered', 'format.agreed']));
  });

  test('S19: printed stills end it only once she declined every electronic form, and that is on record', async () => {
    const asked = await onTape();
    const offerId = await offered(asked);
    const choose = (declined: ('usb' | 'online' | 'cd')[]) =>
      recordFormChoice(house.app, clerk, {
        requestId: asked.requestId,
        offerId,
        chosen: 'prints',
        declined,
        how: 'phone',
        on: '2027-03-24',
      });
    expect(await choose(['usb'])).toMatchObject({ refusal: { code: 'electronic-forms-first' } });
    expect(await choose(['usb', 'online', 'cd'])).toMatchObject({ ok: true });
    const kept = await house.app.db
      .selectFrom('format_agreement')
      .selectAll()
      .where('wait_id', '=', offerId)
      .executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ chosen: 'prints', declined: ['usb', 'online', 'cd'], recorded_by: clerk.staffId });
    expect(await feesOf(asked.requestId)).toBe(1220);
    expect(await choose(['usb', 'online', 'cd'])).toMatchObject({ refusal: { code: 'not-found' } });
  });

  test('S19: “we only give CDs” is never a reason while MP4 can be made, and the attempt is on record', async () => {
    const asked = await onTape();
    for (const why of ['habit or policy', 'too much work', 'nobody asks for it'] as const) {
      expect(await offerForms(house.app, clerk, { ...asked, why })).toMatchObject({
        refusal: { code: 'no-reason-to-refuse', fields: [{ pointer: '/why', message: '45 CFR 164.524(c)(2)(ii)' }] },
      });
    }
    expect((await trail(asked.requestId)).filter((type) => type === 'format.refused')).toHaveLength(3);
    expect(await letters(asked.requestId, 'L-FMT')).toEqual([]);
  });

  test('an offer belongs to its own request, and is answered among its own forms', async () => {
    const [mine, theirs] = [await onTape(), await onTape()];
    const offerId = await offered(mine);
    const notFound = { refusal: { code: 'not-found' } };
    expect(
      await chooseForm(house.app, person(theirs.requestId), { offerId, chosen: 'usb', declined: [] }),
    ).toMatchObject(notFound);
    const elsewhere = { ...house.app, facilityId: '00000000-0000-4000-8000-000000000000' };
    expect(await readForms(elsewhere, clerk, { requestId: mine.requestId })).toMatchObject(notFound);
    expect(
      await chooseForm(house.app, person(mine.requestId), { offerId, chosen: 'several-mails', declined: [] }),
    ).toMatchObject({ refusal: { code: 'not-on-offer' } });
  });

  test('S20: the warning is read and accepted with the request, at 19:03, and kept with channel and text version', async () => {
    house.clock.set('2027-04-12T23:01:00Z');
    const browser = openBrowser(server);
    const email = 'ana.mail@example.org';
    const { codeId } = (await browser.send('POST', '/api/contact-codes', { email, language: 'en' })).body as {
      codeId: string;
    };
    const { body } = await house.app.db
      .selectFrom('mail')
      .select('body')
      .where('recipient', '=', email)
      .executeTakeFirstOrThrow();
    const code = /\b\d{6}\b/.exec(body)?.[0] ?? '';
    await browser.send('POST', `/api/contact-codes/${codeId}/confirmation`, { code });
    house.clock.set('2027-04-12T23:03:00Z');
    const submission = {
      language: 'en',
      patient: { familyName: 'Rivera', givenName: 'Ana', birthDate: '1993-04-12', mrn: '004471' },
      requester: { is: 'self', name: 'Ana Rivera' },
      examItems: [{ examType: 'abdomen', dateWords: 'last winter' }],
      contactCodeId: codeId,
      signedName: 'Ana Rivera',
    };
    const unread = { ...submission, deliveries: [{ kind: 'email-unencrypted' }] };
    expect(await browser.send('POST', '/api/requests', unread)).toMatchObject({
      status: 400,
      body: { fields: [{ pointer: '/deliveries/0/warningAccepted' }] },
    });
    const read = { ...submission, deliveries: [{ kind: 'email-unencrypted', warningAccepted: true }] };
    expect((await browser.send('POST', '/api/requests', read)).status).toBe(200);
    const { access_request_id, ...yes } = await house.app.db
      .selectFrom('mail_warning')
      .innerJoin('asked_delivery', 'asked_delivery.id', 'mail_warning.asked_delivery_id')
      .selectAll('mail_warning')
      .select('asked_delivery.access_request_id')
      .where('mail_warning.address', '=', email)
      .executeTakeFirstOrThrow();
    expect(yes).toMatchObject({
      channel: 'portal',
      read_back: 'code',
      accepted_on: '2027-04-12',
      text_version: wordingVersion('L-WARN', 'en'),
    });
    const [letter = ''] = await letters(access_request_id, 'L-WARN');
    expect(letter).toContain('We will send it to ana.mail@example.org.');
    expect(letter).toContain('You said yes on Monday, April 12, 2027 at 7:03 p.m., on our page.');
    expect(await tracked(access_request_id)).toMatchObject({
      due: { on: '2027-05-12' },
      mailWarnings: [],
      waits: [{ cause: 'identity' }],
    });
  });

  async function mailed(
    mrn: string,
    mailLimitMegabytes: number,
  ): Promise<CheckedRequest & { app: App; releaseId: string }> {
    house.clock.set('2027-04-12T23:03:00Z');
    const request = await addCheckedRequest(house, {
      mrn,
      deliveries: [{ kind: 'email-unencrypted', recipient: self }],
    });
    const releaseId = await approve(house, request);
    const app = { ...house.app, config: { ...house.app.config, mailLimitMegabytes } };
    await prepareRelease(app, { releaseId });
    return { ...request, app, releaseId };
  }
  const sentMails = (accessRequestId: string) =>
    house.app.db
      .selectFrom('mail')
      .select(['id', 'recipient', 'subject'])
      .where('access_request_id', '=', accessRequestId)
      .where('delivery_id', 'is not', null)
      .orderBy('made_at')
      .execute();
  const attachmentsOf = (mailId: string) =>
    house.app.db.selectFrom('mail_attachment').selectAll().where('mail_id', '=', mailId).orderBy('ordinal').execute();
  async function sendAll({ app, accessRequestId }: { app: App; accessRequestId: string }): Promise<void> {
    for (const { id: mailId } of await sentMails(accessRequestId)) {
      await sendMail(app, { mailId });
      await finishMailedCopy(app, { mailId });
    }
  }

  test('S20: nothing leaves before the yes; then it goes as plain attachments and is given when the server took it', async () => {
    const request = await mailed('004471', 25);
    const { app, accessRequestId, releaseId } = request;
    expect(await sentMails(accessRequestId)).toEqual([]);
    const [askedDeliveryId = ''] = request.askedDeliveryIds;
    expect(await tracked(accessRequestId)).toMatchObject({
      mailWarnings: [{ askedDeliveryId, address: 'ana.typed@example.org' }],
      deliveries: [{ kind: 'email-unencrypted', state: 'preparing' }],
    });
    const yes = await acceptMailWarning(app, person(accessRequestId), { askedDeliveryId });
    expect(yes).toEqual({ ok: true, value: null });
    await prepareRelease(app, { releaseId });
    const [mail] = await sentMails(accessRequestId);
    expect(mail?.recipient).toBe('ana.typed@example.org');
    expect(mail?.subject).not.toMatch(/Rivera|pregnan|ultrasound/i);
    const attached = await attachmentsOf(mail?.id ?? '');
    expect(attached.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^PICTURES-.*\.(png|jpe?g)$/i)]),
    );
    expect((await tracked(accessRequestId)).deliveries[0]?.state).toBe('ready');
    expect((await tracked(accessRequestId)).closed).toBe(false);
    await sendAll(request);
    expect(await tracked(accessRequestId)).toMatchObject({ closed: true, deliveries: [{ state: 'delivered' }] });
    const disclosed = await app.db
      .selectFrom('disclosure')
      .select('purpose')
      .where('access_request_id', '=', accessRequestId)
      .execute();
    expect(disclosed).toEqual([{ purpose: 'individual-access' }]);
  });

  test('S20: with the clips it is too large for mail: L-FMT offers a link or several mails, and she chooses', async () => {
    const small = await mailed('004472', 25);
    const { accessRequestId, askedDeliveryIds } = small;
    const [askedDeliveryId = ''] = askedDeliveryIds;
    await acceptMailWarning(small.app, person(accessRequestId), { askedDeliveryId });
    const files = await house.app.db
      .selectFrom('derived_file')
      .select((row) => row.fn.max('size_bytes').as('largest'))
      .where('kind', 'in', ['picture', 'clip'])
      .executeTakeFirstOrThrow();
    // One file fits, two do not.
    const limit = (Number(files.largest) * 1.5) / megabyte;
    const app = { ...small.app, config: { ...small.app.config, mailLimitMegabytes: limit } };
    await prepareRelease(app, { releaseId: small.releaseId });
    await prepareRelease(app, { releaseId: small.releaseId });
    expect(await sentMails(accessRequestId)).toEqual([]);
    const [letter = '', ...more] = await letters(accessRequestId, 'L-FMT');
    expect(more).toEqual([]);
    expect(letter).toContain('MP4 by download: no charge.');
    expect(letter).toContain('several e-mails: no charge.');
    expect(letter).toContain('MP4 on USB: $6.50.');
    const [offer] = (await tracked(accessRequestId)).formChoices;
    const chosen = { offerId: offer?.id ?? '', chosen: 'several-mails' as const, declined: [] };
    expect(await chooseForm(app, person(accessRequestId), chosen)).toMatchObject({ ok: true });
    await prepareRelease(app, { releaseId: small.releaseId });
    const mails = await sentMails(accessRequestId);
    expect(mails.length).toBeGreaterThan(1);
    expect(mails.map(({ subject }) => subject)).toContain(
      `Your copy, ${mails.length} of ${mails.length}: ${(await tracked(accessRequestId)).reference}`,
    );
    for (const { id } of mails) expect((await attachmentsOf(id)).length).toBeGreaterThan(0);
    await sendAll({ app, accessRequestId });
    expect((await tracked(accessRequestId)).closed).toBe(true);
  });

  test('S20: no breach starts of mail that was read on its way; one does of an address that staff mistyped', async () => {
    const request = await mailed('004473', 25);
    const { app, accessRequestId, releaseId } = request;
    const [askedDeliveryId = ''] = request.askedDeliveryIds;
    await acceptMailWarning(app, person(accessRequestId), { askedDeliveryId });
    await prepareRelease(app, { releaseId });
    await sendAll(request);
    const officer: StaffActor = { ...clerk, privacyOfficer: true };
    const recall = (mailEvent?: 'read in transit' | 'sent to a mistyped address') =>
      recallRelease(app, officer, {
        releaseId,
        what: 'wrong-recipient',
        reason: 'The mail',
        discoveredOn: '2027-04-12',
        whatHappened: 'A copy of your pictures went to an address that was typed wrongly.',
        kindsOfData: ['ultrasound pictures'],
        protectYourself: ['Tell us if somebody writes to you about it.'],
        whatWeDo: ['We asked for the mail to be deleted.'],
        tollFree: '800-555-0100',
        mailEvent,
      });
    expect(await recall()).toMatchObject({ refusal: { code: 'recall-lacks', fields: [{ pointer: '/mailEvent' }] } });
    expect(await recall('read in transit')).toMatchObject({ refusal: { code: 'no-breach' } });
    expect(await house.app.db.selectFrom('incident').selectAll().where('release_id', '=', releaseId).execute()).toEqual(
      [],
    );
    expect(await recall('sent to a mistyped address')).toMatchObject({ ok: true });
    expect(await letters(accessRequestId, 'L-BRCH')).toHaveLength(1);
  });
});
