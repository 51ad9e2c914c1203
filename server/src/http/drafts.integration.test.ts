import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { forgetExpiredDrafts } from '../drafts/request-draft.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openBrowser, openTestDoor, type TestBrowser } from '../testing/test-door.ts';

const noDate = { year: '', month: '', day: '' };
const exam = {
  examType: 'pregnancy',
  bodyPart: '',
  when: 'words',
  day: noDate,
  from: noDate,
  to: noDate,
  dateWords: 'before my second child',
  place: '',
  scope: 'entire-study',
  certainImages: '',
  withReport: true,
};
const answers = {
  whose: 'parent',
  familyName: 'Rivera',
  givenName: 'Leo',
  formerNames: '',
  birth: { year: '2014', month: '4', day: '12' },
  mrn: '',
  requesterName: 'Ana Rivera',
  basis: '',
  papersSeen: false,
  exams: [exam],
  toWhom: ['me'],
  deliveries: ['online'],
  street: '',
  apartment: '',
  town: '',
  otherKinds: [],
  otherName: '',
  otherEmail: '',
  otherStreet: '',
  otherApartment: '',
  otherTown: '',
  authorizes: '',
  purpose: 'my-request',
  purposeWords: '',
  ends: 'request',
  endsOn: noDate,
  statementsRead: false,
  email: 'ana@example.org',
  phone: '',
};
const draft = { place: 'when', answers };
const day = 86_400_000;

describeWith([haveDatabase()], 'answers that are not sent yet', () => {
  let house: TestApp;
  let server: FastifyInstance;

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const post = (browser: TestBrowser, path: string, body: object = {}) =>
    browser.send('POST', `/api/request-drafts/${path}`, body);
  const save = (browser: TestBrowser, contactCodeId: string, kept: object = draft) =>
    browser.send('PUT', '/api/request-drafts', { contactCodeId, draft: kept });
  const paper = (browser: TestBrowser, contactCodeId: string, bytes: string) =>
    server.inject({
      method: 'POST',
      url: `/api/request-drafts/papers?contactCodeId=${contactCodeId}`,
      headers: {
        host: '127.0.0.1:8460',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/octet-stream',
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      payload: Buffer.from(bytes, 'latin1'),
    });

  /** Somebody at a browser who read the code in that mailbox. */
  async function atMailbox(email: string, browser = openBrowser(server)) {
    house.clock.advance(1000);
    const sent = await browser.send('POST', '/api/contact-codes', { email, language: 'en' });
    const { codeId } = sent.body as { codeId: string };
    const { body } = await house.app.db
      .selectFrom('mail')
      .select('body')
      .where('recipient', '=', email)
      .orderBy('made_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const code = /\b\d{6}\b/.exec(body)?.[0];
    await browser.send('POST', `/api/contact-codes/${codeId}/confirmation`, { code });
    return { browser, codeId };
  }

  test('come back whole after a reload, and on another phone with a code to the same mailbox', async () => {
    const { browser, codeId } = await atMailbox('back@example.org');
    expect((await post(browser, 'resumptions')).body).toEqual({ opened: null });
    expect(await save(browser, codeId)).toMatchObject({ status: 200 });
    const { body } = await post(browser, 'resumptions');
    expect(body).toMatchObject({ opened: { contactCodeId: codeId, email: 'back@example.org', draft, papers: [] } });
    const phone = await atMailbox('back@example.org');
    expect((await post(phone.browser, 'openings', { contactCodeId: phone.codeId })).body).toMatchObject({
      opened: { draft },
    });
  });

  test('open for nobody else: another browser, another mailbox, a code that was only sent', async () => {
    const mine = await atMailbox('mine@example.org');
    await save(mine.browser, mine.codeId);
    const notConfirmed = { status: 409, body: { code: 'contact-not-confirmed' } };
    const stranger = openBrowser(server);
    await stranger.send('POST', '/api/contact-codes', { email: 'stranger@example.org', language: 'en' });
    expect(await post(stranger, 'openings', { contactCodeId: mine.codeId })).toMatchObject(notConfirmed);
    expect(await save(stranger, mine.codeId)).toMatchObject(notConfirmed);
    expect(await post(stranger, 'deletions', { contactCodeId: mine.codeId })).toMatchObject(notConfirmed);
    expect((await paper(stranger, mine.codeId, '%PDF-1.7 x %%EOF')).statusCode).toBe(409);
    expect((await post(stranger, 'resumptions')).body).toEqual({ opened: null });
    const other = await atMailbox('other@example.org');
    expect((await post(other.browser, 'openings', { contactCodeId: other.codeId })).body).toEqual({ opened: null });
    const sent = await mine.browser.send('POST', '/api/contact-codes', { email: 'victim@example.org', language: 'en' });
    const unread = (sent.body as { codeId: string }).codeId;
    expect(await post(mine.browser, 'openings', { contactCodeId: unread })).toMatchObject(notConfirmed);
  });

  test('are not opened by a reload after half an hour, nor after they were left for later', async () => {
    const { browser, codeId } = await atMailbox('later@example.org');
    await save(browser, codeId);
    house.clock.advance(31 * 60_000);
    expect((await post(browser, 'resumptions')).body).toEqual({ opened: null });
    // A new answer is a sign of life.
    await save(browser, codeId);
    expect((await post(browser, 'resumptions')).body).toMatchObject({ opened: { draft } });
    expect((await post(browser, 'leavings', { contactCodeId: codeId })).status).toBe(204);
    expect((await post(browser, 'resumptions')).body).toEqual({ opened: null });
    expect((await save(browser, codeId)).status).toBe(409);
    const again = await atMailbox('later@example.org', browser);
    expect((await post(browser, 'openings', { contactCodeId: again.codeId })).body).toMatchObject({
      opened: { draft },
    });
  });

  test('hold nothing to read in the database, and a changed byte opens nothing', async () => {
    const { browser, codeId } = await atMailbox('sealed@example.org');
    await save(browser, codeId);
    await paper(browser, codeId, '%PDF-1.7 birth of Leo %%EOF');
    const { db } = house.app;
    const row = await db.selectFrom('request_draft').selectAll().orderBy('saved_at', 'desc').executeTakeFirstOrThrow();
    const kept = await db.selectFrom('draft_paper').selectAll().orderBy('sent_at', 'desc').executeTakeFirstOrThrow();
    for (const word of ['Rivera', 'second child', 'sealed@example.org']) {
      expect(row.content.includes(word)).toBe(false);
      expect(row.contact_hash.includes(word)).toBe(false);
    }
    expect(kept.content.includes('birth of Leo')).toBe(false);
    const changed = Buffer.from(row.content);
    changed.writeUInt8(changed.readUInt8(60) ^ 1, 60);
    await db.updateTable('request_draft').set({ content: changed }).where('id', '=', row.id).execute();
    expect((await post(browser, 'openings', { contactCodeId: codeId })).status).toBe(500);
    await db.updateTable('request_draft').set({ content: row.content }).where('id', '=', row.id).execute();
    expect((await post(browser, 'openings', { contactCodeId: codeId })).status).toBe(200);
  });

  test('take no more than the questions ask, and no signature', async () => {
    const { browser, codeId } = await atMailbox('shape@example.org');
    const long = { ...answers, familyName: 'x'.repeat(121) };
    expect((await save(browser, codeId, { place: 'when', answers: long })).status).toBe(400);
    expect((await save(browser, codeId, { place: 'https://evil.example', answers })).status).toBe(400);
    await save(browser, codeId, { place: 'sign', answers: { ...answers, signedName: 'Ana Rivera' } });
    const { text } = await post(browser, 'openings', { contactCodeId: codeId });
    expect(text).not.toContain('signedName');
  });

  test('are erased with their papers when the person says so, after 30 days, and when the request is sent', async () => {
    const { db } = house.app;
    const rows = async () => {
      const [drafts, papers] = await Promise.all(
        (['request_draft', 'draft_paper'] as const).map((table) => db.selectFrom(table).select('id').execute()),
      );
      return [drafts?.length, papers?.length];
    };
    house.clock.advance(31 * day);
    await forgetExpiredDrafts(house.app);
    expect(await rows()).toEqual([0, 0]);
    const { browser, codeId } = await atMailbox('erase@example.org');
    await save(browser, codeId);
    expect((await paper(browser, codeId, '%PDF-1.7 x %%EOF')).statusCode).toBe(200);
    expect(await rows()).toEqual([1, 1]);
    expect((await post(browser, 'deletions', { contactCodeId: codeId })).status).toBe(204);
    expect(await rows()).toEqual([0, 0]);
    const events = await db
      .selectFrom('audit_event')
      .select('type')
      .where('type', 'like', 'draft.%')
      .orderBy('sequence', 'desc')
      .limit(2)
      .execute();
    expect(events.map(({ type }) => type)).toEqual(['draft.deleted', 'draft.kept']);
  });

  test('bring their papers into the request that they become, and a patient’s own request has none', async () => {
    const { db } = house.app;
    const { browser, codeId } = await atMailbox('papers@example.org');
    await save(browser, codeId);
    const first = (await paper(browser, codeId, '%PDF-1.7 birth certificate %%EOF')).json() as { id: string };
    const second = (await paper(browser, codeId, '%PDF-1.7 wrong page %%EOF')).json() as { id: string };
    const hostile = await paper(browser, codeId, '<html>');
    expect(hostile.json()).toMatchObject({ code: 'not-a-paper' });
    const strange = await atMailbox('strange@example.org');
    const take = (who: typeof strange, id: string) =>
      post(who.browser, `papers/${id}/removal`, { contactCodeId: who.codeId });
    expect((await take(strange, second.id)).status).toBe(404);
    expect((await take({ browser, codeId }, second.id)).status).toBe(204);
    const submission = {
      language: 'en',
      patient: { familyName: 'Rivera', givenName: 'Leo', birthDate: '2014-04-12' },
      requester: { is: 'parent', name: 'Ana Rivera' },
      examItems: [{ examType: 'pregnancy', dateWords: 'this spring' }],
      deliveries: [{ kind: 'online' }],
      contactCodeId: codeId,
      signedName: 'Ana Rivera',
    };
    expect((await browser.send('POST', '/api/requests', submission)).status).toBe(200);
    const mine = await browser.send('GET', '/api/portal/authority');
    expect(mine.body).toMatchObject({ papers: [{ id: first.id, mediaType: 'application/pdf' }] });
    expect(await db.selectFrom('draft_paper').select('id').execute()).toEqual([]);
    expect((await post(browser, 'resumptions')).body).toEqual({ opened: null });

    const self = await atMailbox('self@example.org');
    await save(self.browser, self.codeId);
    await paper(self.browser, self.codeId, '%PDF-1.7 x %%EOF');
    const own = { ...submission, requester: { is: 'self', name: 'Ana Rivera' }, contactCodeId: self.codeId };
    const patient = { ...submission.patient, givenName: 'Ana' };
    expect((await self.browser.send('POST', '/api/requests', { ...own, patient })).status).toBe(200);
    expect((await self.browser.send('GET', '/api/portal/authority')).body).toMatchObject({ papers: [] });
  });

  test('hold five papers and 25 MB, and no more', async () => {
    const { browser, codeId } = await atMailbox('many@example.org');
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await paper(browser, codeId, `%PDF-1.7 ${sent} %%EOF`)).statusCode).toBe(200);
    }
    expect((await paper(browser, codeId, '%PDF-1.7 six %%EOF')).json()).toMatchObject({ code: 'too-many-papers' });
    const big = await atMailbox('big@example.org');
    const page = `%PDF-1.7 ${'x'.repeat(9 * 1024 * 1024)} %%EOF`;
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await paper(big.browser, big.codeId, page)).statusCode).toBe(200);
    }
    expect((await paper(big.browser, big.codeId, page)).json()).toMatchObject({ code: 'too-many-papers' });
  });

  test('a quote prices what goes to somebody else by its own rule', async () => {
    const browser = openBrowser(server);
    const quote = async (body: object) => (await browser.send('POST', '/api/quotes', body)).body as Quote;
    const both = await quote({ deliveries: ['online', 'prints'], toOthers: ['prints'] });
    expect(both.fee.totalCents).toBe(
      (both.prices.prints?.totalCents ?? 0) + (both.pricesToOthers.prints?.totalCents ?? 0),
    );
    expect(both.pricesToOthers.prints?.route).toBe('authorization');
    expect(both.pricesToOthers.cd?.route).toBe('directive');
    expect(both.prices.prints?.route).toBe('individual');
    expect((await browser.send('POST', '/api/quotes', {})).status).toBe(400);
  });
});

type Price = { totalCents: number; route: string };
type Quote = { fee: Price; prices: Record<string, Price>; pricesToOthers: Record<string, Price> };
