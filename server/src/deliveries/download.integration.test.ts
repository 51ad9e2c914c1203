import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { setCookie } from '../http/cookies.ts';
import { hashToken, startSession } from '../identity/session.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openTestDoor } from '../testing/test-door.ts';
import { addCheckedRequest, approve, type CheckedRequest } from '../testing/test-release.ts';
import { addRequest } from '../testing/test-request.ts';
import { downloadPackage } from './download-package.ts';
import { prepareRelease } from './prepare-release.ts';

const address = '/api/portal/release/package';

describeWith([haveDatabase(), haveSamples()], 'the download of a person', () => {
  let test: TestApp;
  let door: FastifyInstance;
  let request: CheckedRequest;
  let cookie: string;
  let token: string;
  let whole: Buffer;

  beforeAll(async () => {
    test = await openTestApp();
    door = await openTestDoor(test);
    request = await addCheckedRequest(test, { study: { instances: '3' } });
    await prepareRelease(test.app, { releaseId: await approve(test, request) });
    ({ cookie, token } = await signIn(request.accessRequestId));
  });
  afterAll(async () => {
    await door?.close();
    await test?.close();
  });

  const signIn = async (accessRequestId: string) => {
    const session = await startSession(test.app.db, test.app, { kind: 'requester', accessRequestId });
    return { token: session.token, cookie: setCookie('requester', session.token, false).split(';')[0] ?? '' };
  };
  const get = async (headers: Record<string, string> = {}, as = cookie) => {
    const answer = await door.inject({ url: address, headers: { host: '127.0.0.1:8460', cookie: as, ...headers } });
    return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
  };

  it('announces its length and its tag', async () => {
    const answer = await get();
    whole = answer.bytes;
    expect(answer.status).toBe(200);
    expect(Number(answer.headers['content-length'])).toBe(whole.byteLength);
    expect(answer.headers['accept-ranges']).toBe('bytes');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="Pictures EB .*\.zip"/);
    expect((await get({ 'if-none-match': String(answer.headers.etag) })).status).toBe(304);
  });

  it('goes on where it stopped, as long as it is the same copy', async () => {
    const { headers } = await get({ range: 'bytes=0-9999' });
    const first = await get({ range: 'bytes=0-9999' });
    const rest = await get({ range: 'bytes=10000-', 'if-range': String(headers.etag) });
    expect([first.status, rest.status]).toEqual([206, 206]);
    expect(Buffer.concat([first.bytes, rest.bytes]).equals(whole)).toBe(true);
    const other = await get({ range: 'bytes=10000-', 'if-range': '"another copy"' });
    expect([other.status, other.bytes.byteLength]).toEqual([200, whole.byteLength]);
    expect((await get({ range: `bytes=${whole.byteLength}-` })).status).toBe(416);
  });

  it('comes as a PDF to print too, whole or in ranges, told in the trail and to nobody else', async () => {
    const ask = (headers: Record<string, string>) =>
      door.inject({ url: '/api/portal/release/prints?layout=sheet', headers: { host: '127.0.0.1:8460', ...headers } });
    const print = await ask({ cookie });
    expect([print.statusCode, print.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Number(print.headers['content-length'])).toBe(print.rawPayload.byteLength);
    const rest = await ask({ cookie, range: 'bytes=1000-', 'if-range': String(print.headers.etag) });
    expect(rest.rawPayload.equals(print.rawPayload.subarray(1000))).toBe(true);
    const told = await test.app.db
      .selectFrom('audit_event')
      .select('type')
      .where('type', '=', 'release.printed')
      .execute();
    expect(told).toHaveLength(1);
    expect((await ask({})).statusCode).toBe(401);
  });

  it('is nobody else’s', async () => {
    const patient = await test.app.db.selectFrom('patient').select('id').executeTakeFirstOrThrow();
    const other = await addRequest(test, { patientId: patient.id, proved: true });
    const { cookie: stranger } = await signIn(other.accessRequestId);
    expect((await get({}, stranger)).status).toBe(404);
    expect((await get({}, '')).status).toBe(401);
  });

  it('breaks off on its way when the session has ended', async () => {
    const actor = {
      kind: 'requester' as const,
      accessRequestId: request.accessRequestId,
      sessionHash: hashToken(token),
      address: '127.0.0.1',
    };
    const file = await downloadPackage(test.app, actor);
    if (!file.ok) throw new Error(file.refusal.code);
    await test.app.db.updateTable('session').set({ ended_at: test.app.now() }).execute();
    const start = performance.now();
    const later = vi
      .spyOn(performance, 'now')
      .mockReturnValueOnce(start)
      .mockReturnValue(start + 21_000);
    const write = vi.fn(async () => {});
    const { signal } = new AbortController();
    await expect(file.value.stream(0, file.value.sizeBytes, write, signal)).rejects.toThrow();
    later.mockRestore();
    expect(write).not.toHaveBeenCalled();
    expect((await get()).status).toBe(401);
  });
});
