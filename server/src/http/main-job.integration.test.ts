import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { hashSecret } from '../identity/secret-hash.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openBrowser, openTestDoor, type TestBrowser } from '../testing/test-door.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';

const submission = {
  language: 'en',
  patient: { familyName: 'Rivera', givenName: 'Ana', birthDate: '1993-04-12', mrn: '004471' },
  requester: { is: 'self', name: 'Ana Rivera' },
  examItems: [{ examType: 'pregnancy', dateWords: 'this spring' }],
  deliveries: [
    { kind: 'online' },
    { kind: 'secure-link', who: 'third-party', name: 'Dr. Osei', email: 'osei@clinic.example' },
  ],
  signedName: 'Ana Rivera',
};

describeWith([haveDatabase()], 'asking and proving over HTTP', () => {
  let house: TestApp;
  let server: FastifyInstance;
  let patient: TestBrowser;
  let clerk: TestBrowser;
  let reference = '';
  let requestId = '';

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
    patient = openBrowser(server);
    clerk = openBrowser(server);
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const newestCode = async (recipient: string) => {
    const { body } = await house.app.db
      .selectFrom('mail')
      .select('body')
      .where('recipient', '=', recipient)
      .where('subject', 'like', '%code%')
      .orderBy('made_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return /\b\d{6}\b/.exec(body)?.[0] ?? '';
  };
  const askFor = async (browser: TestBrowser, email: string) => {
    const sent = await browser.send('POST', '/api/contact-codes', { email, language: 'en' });
    return (sent.body as { codeId: string }).codeId;
  };

  test('a request needs an address that this browser confirmed', async () => {
    const codeId = await askFor(patient, 'ana.typed@example.org');
    const early = await patient.send('POST', '/api/requests', { ...submission, contactCodeId: codeId });
    expect(early).toMatchObject({ status: 409, body: { code: 'contact-not-confirmed' } });

    house.clock.advance(1000);
    const code = await newestCode('ana.typed@example.org');
    const other = await openBrowser(server).send('POST', `/api/contact-codes/${codeId}/confirmation`, { code });
    expect(other).toMatchObject({ status: 422, body: { code: 'wrong-code' } });
    const confirmed = await patient.send('POST', `/api/contact-codes/${codeId}/confirmation`, { code });
    expect(confirmed.status).toBe(204);

    const unsigned = await patient.send('POST', '/api/requests', {
      ...submission,
      contactCodeId: codeId,
      signedName: 'Somebody Else',
    });
    expect(unsigned).toMatchObject({ status: 422, body: { fields: [{ pointer: '/signedName' }] } });

    const sent = await patient.send('POST', '/api/requests', { ...submission, contactCodeId: codeId });
    expect(sent.status).toBe(200);
    const answer = sent.body as { reference: string; passcodes: { passcode: string; recipientName: string }[] };
    reference = answer.reference;
    expect(answer.passcodes).toEqual([
      { recipientName: 'Dr. Osei', passcode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
    ]);
    const twice = await patient.send('POST', '/api/requests', { ...submission, contactCodeId: codeId });
    expect(twice.body).toMatchObject({ code: 'contact-not-confirmed' });
  });

  test('the person sees where it stands, with the due date and its working, and the letter', async () => {
    const tracked = await patient.send('GET', '/api/portal/request');
    expect(tracked.body).toMatchObject({
      reference,
      stage: 'asked',
      headline: 'received',
      due: { receivedOn: '2026-10-05', days: 30, on: '2026-11-04', daysLeft: 30, level: 'fine' },
      identity: { proved: false, codeSent: false },
      letters: [{ code: 'L-ACK' }],
      deliveries: [
        { kind: 'online', state: 'asked' },
        { kind: 'secure-link', recipientName: 'Dr. Osei' },
      ],
    });
    const { letters } = tracked.body as { letters: { id: string }[] };
    const letter = await patient.send('GET', `/api/portal/letters/${letters[0]?.id}`);
    expect(letter.status).toBe(200);
    expect(letter.text.startsWith('%PDF-')).toBe(true);
    expect(Number(letter.headers['content-length'])).toBeGreaterThan(1000);
  });

  test('staff sign in, and slow down who guesses', async () => {
    const staff = await addStaff(house);
    const { username } = await house.app.db
      .updateTable('staff')
      .set({ password_hash: await hashSecret(house.app, 'a long enough password') })
      .where('id', '=', staff.staffId)
      .returning('username')
      .executeTakeFirstOrThrow();
    const guess = () => clerk.send('POST', '/api/desk/sign-ins', { username, password: 'wrong' });
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries++) statuses.push((await guess()).status);
    expect(statuses).toEqual([422, 422, 422, 422, 429]);
    const right = { username, password: 'a long enough password' };
    const tooEarly = await clerk.send('POST', '/api/desk/sign-ins', right);
    expect(tooEarly.status).toBe(429);
    expect(Number(tooEarly.headers['retry-after'])).toBeGreaterThan(0);
    house.clock.advance(6000);
    expect((await clerk.send('POST', '/api/desk/sign-ins', right)).body).toEqual({
      displayName: 'Test clerk',
      role: 'clerk',
      licensedAs: null,
      privacyOfficer: false,
    });
  });

  test('the desk ties the request to its patient and sends a code to a contact that was long on file', async () => {
    const { patientId, contactId } = await addPatient(house);
    const { contactId: newContact, patientId: other } = await addPatient(house, {
      mrn: '009999',
      birthDate: '1989-11-02',
      heldDays: 3,
    });
    const list = (await clerk.send('POST', '/api/desk/request-searches', {})).body as {
      rows: { id: string; next: object }[];
    };
    requestId = list.rows[0]?.id ?? '';
    expect(list.rows[0]?.next).toMatchObject({ step: 'choose-patient', with: 'you' });
    const file = (await clerk.send('GET', `/api/desk/requests/${requestId}`)).body as {
      suggestedPatients: { id: string }[];
    };
    expect(file.suggestedPatients[0]?.id).toBe(patientId);

    const codeTo = (id: string) =>
      clerk.send('POST', `/api/desk/requests/${requestId}/identity-codes`, { contactId: id });
    expect((await codeTo(contactId)).body).toMatchObject({ code: 'not-in-directory' });
    const tieTo = (id: string, reason?: string) =>
      clerk.send('PUT', `/api/desk/requests/${requestId}/patient`, { patientId: id, reason });
    expect(await tieTo(other)).toMatchObject({ status: 409, body: { code: 'differs-from-request' } });
    expect(await tieTo(other, ' x ')).toMatchObject({ body: { fields: [{ pointer: '/reason' }] } });
    const { patientId: luna } = await addPatient(house, { familyName: 'Luna', birthDate: '1989-11-02', mrn: '009998' });
    expect((await tieTo(luna, 'It is her.')).body).toMatchObject({ code: 'other-than-asked' });
    expect((await codeTo(contactId)).body).toMatchObject({ code: 'not-in-directory' });
    expect((await tieTo(other, 'Ana Rivera mistyped her birth date.')).status).toBe(204);
    expect((await codeTo(newContact)).body).toMatchObject({ code: 'contact-too-new' });
    expect((await tieTo(patientId)).status).toBe(204);
    expect((await codeTo(newContact)).status).toBe(404);
    expect((await codeTo(contactId)).status).toBe(204);
  });

  test('the code proves identity once, and wrong ones run out', async () => {
    house.clock.advance(1000);
    const proof = (code: string) => patient.send('POST', '/api/portal/identity-proof', { code });
    const code = await newestCode('ana.on.file@example.org');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await proof(wrong)).body).toMatchObject({ code: 'wrong-code' });
    expect((await proof(code)).status).toBe(204);
    expect((await proof(code)).body).toMatchObject({ code: 'wrong-code' });
    const tracked = await patient.send('GET', '/api/portal/request');
    expect(tracked.body).toMatchObject({ stage: 'it-is-you', identity: { proved: true, codeSent: false } });
  });

  test('somebody comes back with reference and code from any browser, and a stranger learns nothing', async () => {
    const phone = openBrowser(server);
    const sent = await phone.send('POST', '/api/sign-in-codes', { reference: reference.toLowerCase(), language: 'en' });
    const unknown = await phone.send('POST', '/api/sign-in-codes', { reference: 'EB 222 222', language: 'en' });
    expect(Object.keys(unknown.body as object)).toEqual(Object.keys(sent.body as object));
    expect(unknown.status).toBe(sent.status);
    house.clock.advance(1000);
    const { codeId } = sent.body as { codeId: string };
    const code = await newestCode('ana.typed@example.org');
    const stolen = await openBrowser(server).send('POST', '/api/sign-ins', { codeId, code });
    expect(stolen.body).toMatchObject({ code: 'wrong-code' });
    expect((await phone.send('POST', '/api/sign-ins', { codeId, code })).body).toEqual({ reference });
    expect((await phone.send('GET', '/api/portal/request')).status).toBe(200);
  });

  test('signing in anew ends the session before it, wherever its cookie went', async () => {
    const phone = openBrowser(server);
    const comeBack = async () => {
      const sent = await phone.send('POST', '/api/sign-in-codes', { reference, language: 'en' });
      house.clock.advance(1000);
      const { codeId } = sent.body as { codeId: string };
      return phone.send('POST', '/api/sign-ins', { codeId, code: await newestCode('ana.typed@example.org') });
    };
    expect((await comeBack()).status).toBe(200);
    const copied = openBrowser(server);
    for (const [name, value] of phone.cookies) copied.cookies.set(name, value);
    expect((await copied.send('GET', '/api/portal/request')).status).toBe(200);
    expect((await comeBack()).status).toBe(200);
    expect((await copied.send('GET', '/api/portal/request')).status).toBe(401);
    expect((await phone.send('GET', '/api/portal/request')).status).toBe(200);
  });

  test('a passcode can be replaced for one’s own links, and the hash of it is shown to nobody', async () => {
    const tracked = (await patient.send('GET', '/api/portal/request')).body as {
      deliveries: { id: string; kind: string }[];
    };
    const idOf = (kind: string) => tracked.deliveries.find((delivery) => delivery.kind === kind)?.id;
    const renew = (id = '') => patient.send('POST', `/api/portal/deliveries/${id}/passcode`, {});
    expect((await renew(idOf('secure-link'))).body).toEqual({ passcode: expect.stringMatching(/^\w{4}-\w{4}$/) });
    expect((await renew(idOf('online'))).status).toBe(404);
    const file = await clerk.send('GET', `/api/desk/requests/${requestId}`);
    expect(file.status).toBe(200);
    expect(file.text + JSON.stringify(tracked)).not.toContain('argon2id');
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const kept = new Map(patient.cookies);
    const out = await patient.send('DELETE', '/api/session');
    expect(out.headers['clear-site-data']).toContain('storage');
    for (const [name, value] of kept) patient.cookies.set(name, value);
    expect((await patient.send('GET', '/api/portal/request')).status).toBe(401);
  });

  test('sessions end by themselves: the desk after a quarter of an hour without a sign of life', async () => {
    expect((await clerk.send('GET', '/api/desk/session')).status).toBe(200);
    house.clock.advance(14 * 60_000);
    expect((await clerk.send('GET', '/api/desk/session')).status).toBe(200);
    // What a page asks by itself while nobody touches it is no sign of life.
    const polled = { 'x-nobody-there': '1' };
    house.clock.advance(8 * 60_000);
    expect((await clerk.send('GET', '/api/desk/session', undefined, polled)).status).toBe(200);
    house.clock.advance(8 * 60_000);
    expect((await clerk.send('GET', '/api/desk/session', undefined, polled)).status).toBe(401);
  });

  test('all of it stands in one unbroken account without a name, an address or a code', async () => {
    const { db, facilityId } = house.app;
    expect(await verifyAudit(db, facilityId)).toMatchObject({ ok: true });
    const events = await db.selectFrom('audit_event').selectAll().orderBy('sequence').execute();
    const types = events.map((event) => event.type);
    for (const type of ['request.received', 'letter.made', 'patient.chosen', 'identity.code-sent', 'identity.proved']) {
      expect(types).toContain(type);
    }
    const text = JSON.stringify(events.map(({ objects, reason }) => ({ objects, reason })));
    expect(text).not.toMatch(/Rivera|Ana|1993|004471|example\.org|Osei/);
  });

  test('mail says nothing about anybody', async () => {
    const mails = await house.app.db.selectFrom('mail').select(['subject', 'body']).execute();
    expect(mails.length).toBeGreaterThan(4);
    expect(JSON.stringify(mails)).not.toMatch(/Rivera|Ana\b|1993|004471|pregnan/i);
  });
});
