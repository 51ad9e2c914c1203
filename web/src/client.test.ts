import { confirmContact, openInstanceFile, openReleaseFile, readFacility, signOut } from '@echoback/server/contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call, speak } from './client.ts';

/** Stands where the network is; everything up to it is the client's own. */
function answering(status: number, body: string) {
  const asked: { address: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push({ address, init });
    return Promise.resolve(new Response(status === 204 ? null : body, { status }));
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the client', () => {
  it('puts path parameters into the path and the rest into the body', async () => {
    const asked = answering(200, 'null');
    const codeId = '7b0c1e3a-4f5d-4c6e-8a9b-0c1d2e3f4a5b';
    expect(await call(confirmContact, { codeId, code: '123 456' })).toEqual({ ok: true, value: null });
    expect(asked[0]?.address).toBe(`/api/contact-codes/${codeId}/confirmation`);
    expect(asked[0]?.init.body).toBe('{"code":"123 456"}');
  });

  it('puts what is left of a GET into the query, without what was not said', () => {
    const ids = { matchId: 'a b', instanceId: 'i', kind: 'png' } as const;
    expect(addressOf(openInstanceFile, { ...ids, frame: 3 })).toBe('/api/desk/matches/a%20b/instances/i/png?frame=3');
    expect(addressOf(openInstanceFile, { ...ids, frame: undefined })).toBe('/api/desk/matches/a%20b/instances/i/png');
  });

  it('sends no body and no media type where there is nothing to say', async () => {
    const asked = answering(204, '');
    expect(await call(signOut, {})).toEqual({ ok: true, value: null });
    expect(asked[0]?.init.body).toBeUndefined();
    expect(asked[0]?.init.headers).not.toHaveProperty('content-type');
  });

  it('speaks the chosen language', async () => {
    const asked = answering(200, '{}');
    speak('es');
    await call(readFacility, {});
    speak('en');
    expect(asked[0]?.init.headers).toMatchObject({ 'accept-language': 'es' });
  });

  it('answers a refusal as a value', async () => {
    answering(
      422,
      '{"code":"wrong-code","title":"That code is not right.","detail":"Ask for a new one.","status":422}',
    );
    const answer = await call(readFacility, {});
    expect(answer.ok).toBe(false);
    expect(!answer.ok && answer.problem.code).toBe('wrong-code');
  });

  it('says "unreachable" when nobody answers, or somebody who is not our server', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await call(readFacility, {})).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    answering(502, '<html>Bad gateway</html>');
    expect(await call(readFacility, {})).toMatchObject({ ok: false, problem: { code: 'unreachable', status: 502 } });
  });

  it('makes the addresses of files', () => {
    expect(addressOf(openReleaseFile, { ordinal: 7, kind: 'clip' })).toBe('/api/portal/release/items/7/clip');
  });
});
