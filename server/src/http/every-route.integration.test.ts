import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { Endpoint } from '../contract/index.ts';
import { namedEndpoints } from '../contract/openapi.ts';
import { mayDo, type Principal } from '../identity/permissions.ts';
import { startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openBrowser, openTestDoor, type TestBrowser } from '../testing/test-door.ts';
import { addStaff } from '../testing/test-people.ts';
import { addRequest } from '../testing/test-request.ts';

/** Signing out comes last: it ends the sessions that the others are tried with. */
const endpoints = namedEndpoints().sort(
  ([, a], [, b]) => Number(a.action === 'session.end') - Number(b.action === 'session.end'),
);
const principals: Principal[] = ['public', 'requester', 'recipient', 'clerk', 'supervisor', 'admin'];
const cookieNames = { requester: 'echoback-portal', recipient: 'echoback-link', staff: 'echoback-desk' };

/** An address with ids that nothing has; good enough to reach the use case, which then finds nothing. */
function pathOf(endpoint: Endpoint): string {
  return endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'ordinal') return '0';
    if (name === 'kind') return endpoint.path.includes('/instances/') ? 'picture' : 'thumbnail';
    return randomUUID();
  });
}

describeWith([haveDatabase()], 'every route against every principal', () => {
  let house: TestApp;
  let server: FastifyInstance;
  const browsers = {} as Record<Principal, TestBrowser>;

  beforeAll(async () => {
    house = await openTestApp();
    server = await openTestDoor(house);
    const { accessRequestId } = await addRequest(house);
    for (const principal of principals) browsers[principal] = openBrowser(server);
    const sign = (principal: Principal, kind: keyof typeof cookieNames, token: string) =>
      browsers[principal].cookies.set(cookieNames[kind], token);
    for (const role of ['clerk', 'supervisor', 'admin'] as const) {
      const { staffId } = await addStaff(house, role);
      sign(role, 'staff', (await startSession(house.app.db, house.app, { kind: 'staff', staffId })).token);
    }
    const requester = await startSession(house.app.db, house.app, { kind: 'requester', accessRequestId });
    sign('requester', 'requester', requester.token);
    const shareLinkId = await addShareLink(house, accessRequestId);
    const recipient = await startSession(house.app.db, house.app, { kind: 'recipient', shareLinkId });
    sign('recipient', 'recipient', recipient.token);
  });
  afterAll(async () => {
    await server.close();
    await house.close();
  });

  const visit = (principal: Principal, endpoint: Endpoint) => {
    const browser = openBrowser(server);
    for (const [name, value] of browsers[principal].cookies) browser.cookies.set(name, value);
    const body = endpoint.method === 'GET' || endpoint.upload ? undefined : {};
    const headers = endpoint.upload ? { 'content-type': endpoint.upload.mediaType } : {};
    return browser.send(endpoint.method, pathOf(endpoint), body, headers);
  };

  test.each(endpoints)('%s lets in whom the table lets in, and nobody else', async (_name, endpoint) => {
    for (const principal of principals) {
      const { status, body } = await visit(principal, endpoint);
      const code = (body as { code?: string } | null)?.code;
      const what = `${principal}: ${status} ${code ?? ''}`;
      if (mayDo(principal, endpoint.action)) {
        expect(status, what).not.toBe(403);
        if (endpoint.audience !== 'public') expect(status, what).not.toBe(401);
        expect(status, what).toBeLessThan(500);
        continue;
      }
      // A session of another kind is no session here; a colleague without the right role is told so.
      const isStaff = endpoint.audience === 'desk' && ['clerk', 'supervisor', 'admin'].includes(principal);
      expect(code, what).toBe(isStaff ? 'forbidden' : 'not-signed-in');
    }
  });

  test('every endpoint of the contract is bound, and every route comes from it', () => {
    for (const [, { method, path }] of endpoints) expect(server.hasRoute({ method, url: path }), path).toBe(true);
    const printed = server.printRoutes({ commonPrefix: false }).match(/\((?:GET|POST|PUT|DELETE)[^)]*\)/g) ?? [];
    const bound = printed.flatMap((methods) => methods.match(/POST|PUT|DELETE|GET/g) ?? []);
    // One more than the contract: the health route, which is about no one.
    expect(bound).toHaveLength(endpoints.length + 1);
  });

  test('a page of another site changes nothing, whoever is signed in', async () => {
    for (const [, endpoint] of endpoints) {
      if (endpoint.method === 'GET') continue;
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
        const answer = await browsers.supervisor.send(endpoint.method, pathOf(endpoint), {}, headers);
        expect(answer.body).toMatchObject({ status: 403, code: 'cross-site' });
      }
    }
  });

  test('forms can not be sent to routes that take JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await browsers.public.send('POST', '/api/contact-codes', { email: 'a@b.example' }, form);
    expect(answer).toMatchObject({ status: 415, body: { code: 'wrong-media-type' } });
    const plain = await browsers.public.send('POST', '/api/contact-codes', {}, { 'content-type': 'text/plain' });
    expect(plain.status).toBe(415);
  });

  test('another request’s session finds nothing of this one', async () => {
    const { accessRequestId } = await addRequest(house);
    const { token } = await startSession(house.app.db, house.app, { kind: 'requester', accessRequestId });
    const stranger = openBrowser(server);
    stranger.cookies.set(cookieNames.requester, token);
    const letterId = await addLetter(house);
    const own = await stranger.send('GET', `/api/portal/letters/${letterId}`);
    const never = await stranger.send('GET', `/api/portal/letters/${randomUUID()}`);
    const odd = await stranger.send('GET', '/api/portal/letters/1');
    const bare = ({ status, body }: typeof own) => ({ status, body: { ...(body as object), instance: '' } });
    expect(bare(own)).toEqual(bare(never));
    expect(bare(odd)).toEqual(bare(never));
    expect(own.status).toBe(404);
  });

  test('every answer carries the headers that hold a page together and keep it out of caches', async () => {
    for (const path of ['/api/facility', '/api/portal/request', '/api/nothing-here', '/desk']) {
      const { headers } = await browsers.public.send('GET', path);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['referrer-policy'], path).toBe('no-referrer');
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
    }
    const api = await browsers.public.send('GET', '/api/facility');
    expect(api.headers['cache-control']).toBe('no-store');
  });

  test('hostile bodies are refused in words', async () => {
    const send = (payload: string, headers: Record<string, string> = {}) =>
      server.inject({
        method: 'POST',
        url: '/api/contact-codes',
        payload,
        headers: { host: '127.0.0.1:8460', 'content-type': 'application/json', ...headers },
      });
    const deep = `${'{"a":'.repeat(64)}1${'}'.repeat(64)}`;
    const payloads = ['{', '[]', '"text"', deep, '{"__proto__":{"x":1}}', `{"email":"${'a'.repeat(2_000_000)}"}`];
    const statuses: number[] = [];
    for (const payload of payloads) statuses.push((await send(payload)).statusCode);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 413]);
    expect((await send('{}', { host: 'rebound.example' })).statusCode).toBe(403);
    for (const [path, input] of [
      ['/api/sign-in-codes', { reference: 'a\0b', language: 'en' }],
      ['/api/desk/sign-ins', { username: 'a\0b', password: 'x' }],
    ] as const) {
      expect((await browsers.public.send('POST', path, input)).status, path).toBe(400);
    }
    const long = await browsers.public.send('GET', `/api/facility?${'x'.repeat(9000)}`);
    expect(long.status).toBe(400);
  });

  test('problems speak the language of the page', async () => {
    const { body } = await browsers.public.send('GET', '/api/portal/request', undefined, { lang: 'es' });
    expect(body).toMatchObject({ code: 'not-signed-in', title: expect.stringContaining('sesión') });
  });
});

async function addShareLink({ app }: TestApp, accessRequestId: string): Promise<string> {
  const [releaseId, deliveryId, id] = [randomUUID(), randomUUID(), randomUUID()];
  const { id: askedDeliveryId } = await app.db
    .selectFrom('asked_delivery')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  const manifest = { version: 1, reference: 'EB 222 222', exams: [] };
  const none = { stills: 0, clips: 0, reports: 0, other: 0 };
  await app.db
    .insertInto('release')
    .values({
      id: releaseId,
      access_request_id: accessRequestId,
      approved_by: null,
      approved_at: app.now(),
      manifest: JSON.stringify(manifest),
      manifest_sha256: '',
      counts: JSON.stringify({ exams: [], given: none, listed: none }),
    })
    .execute();
  await app.db
    .insertInto('delivery')
    .values({
      id: deliveryId,
      release_id: releaseId,
      asked_delivery_id: askedDeliveryId,
      kind: 'secure-link',
      state: 'preparing',
      failure_code: null,
      package: JSON.stringify(null),
      ready_at: null,
      delivered_at: null,
      carrier: null,
      tracking_number: null,
      handed_over_by: null,
    })
    .execute();
  const expires = new Date(app.now().getTime() + 86_400_000);
  await app.db
    .insertInto('share_link')
    .values({
      id,
      delivery_id: deliveryId,
      path_id: randomUUID(),
      passcode_hash: 'none',
      created_at: app.now(),
      expires_at: expires,
      revoked_at: null,
    })
    .execute();
  return id;
}

async function addLetter(house: TestApp): Promise<string> {
  const { accessRequestId } = await addRequest(house);
  const id = randomUUID();
  await house.app.db
    .insertInto('letter')
    .values({
      id,
      access_request_id: accessRequestId,
      code: 'L-ACK',
      language: 'en',
      content: JSON.stringify({}),
      pdf_sha256: '0'.repeat(64),
      made_at: house.app.now(),
      sent_at: null,
    })
    .execute();
  return id;
}
