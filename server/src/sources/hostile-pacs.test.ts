import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDicomwebSource } from './dicomweb-source.ts';
import { isRefusedAddress } from './outbound-address.ts';
import {
  type Answer,
  brokenOff,
  endlessHeaders,
  type HostilePacs,
  hostileSeries,
  hostileStudy,
  loginPage,
  object,
  silence,
  startHostilePacs,
  status,
  twoParts,
  withoutEnd,
} from './test-peers/hostile-pacs.ts';

let pacs: HostilePacs;
type Source = ReturnType<typeof openDicomwebSource>;
/** A busy machine may take a while for any answer; only of a PACS that is silent the short patience is asked. */
let source: Source;
let impatient: Source;
const signal = () => AbortSignal.timeout(10_000);
const nobody = { names: [], birthDate: null, mrns: ['1'], accessionNumber: null, onOrAfter: null, onOrBefore: null };

beforeAll(async () => {
  pacs = await startHostilePacs();
  source = openDicomwebSource({ baseUrl: pacs.baseUrl, timeoutMs: 8_000, maxConcurrent: 2 });
  impatient = openDicomwebSource({ baseUrl: pacs.baseUrl, timeoutMs: 150, maxConcurrent: 2 });
});
afterAll(async () => {
  source.close();
  impatient.close();
  await pacs.close();
});

async function fetching(answer: Answer, from = source): Promise<{ code: string; sizeBytes: number }> {
  pacs.lists('2.25.1', answer);
  let sizeBytes = 0;
  const write = async (chunk: Uint8Array) => {
    sizeBytes += chunk.length;
  };
  const listed = { seriesInstanceUid: hostileSeries, sopInstanceUid: '2.25.1' };
  const fetched = await from.fetchInstance(hostileStudy, listed, write, signal());
  return { code: fetched.ok ? 'ok' : fetched.refusal.code, sizeBytes };
}

async function asking(answer: Answer, of = source): Promise<string[]> {
  pacs.answersAll(answer);
  try {
    const listed = await of.listInstances(hostileStudy, signal());
    const found = await of.findStudies(nobody, signal());
    return [listed, found].map((one) => (one.ok ? 'ok' : one.refusal.code));
  } finally {
    pacs.answersAll(undefined);
  }
}

describe('fetching from a PACS that', () => {
  const bytes = Buffer.from('some bytes');

  it('answers as it should, gives the bytes', async () => {
    expect(await fetching(object(bytes))).toEqual({ code: 'ok', sizeBytes: bytes.length });
  });

  it.each<[string, Answer, string]>([
    ['has the object no more', status(404), 'instance-gone'],
    ['answers with an error', status(500), 'source-refused'],
    ['wants a password', status(401), 'source-refused'],
    ['sends elsewhere', status(302, { location: 'http://127.0.0.1:1/' }), 'source-refused'],
    ['shows a login page', loginPage, 'source-answer-invalid'],
    ['forgets the end', withoutEnd(bytes), 'source-answer-invalid'],
    ['sends two objects', twoParts(bytes), 'source-answer-invalid'],
    ['sends endless headers', endlessHeaders, 'source-answer-invalid'],
    ['breaks off', brokenOff(bytes), 'source-unreachable'],
  ])('%s, is a named failure', async (_how, answer, code) => {
    expect((await fetching(answer)).code).toBe(code);
  });

  it('says nothing, is a named failure', async () => {
    expect((await fetching(silence, impatient)).code).toBe('source-timeout');
  });

  it('is overloaded for a moment, is asked again', async () => {
    let calls = 0;
    const fetched = await fetching((response) => (calls++ === 0 ? status(503) : object(bytes))(response));
    expect(fetched.code).toBe('ok');
    expect(calls).toBe(2);
  });
});

describe('asking a PACS that', () => {
  it.each<[string, Answer, string]>([
    ['answers with an error', status(500), 'source-refused'],
    ['shows a login page', loginPage, 'source-answer-invalid'],
    [
      'answers with half a list',
      (response) => void response.setHeader('content-type', 'application/dicom+json').end('[{'),
      'source-answer-invalid',
    ],
    [
      'answers with something else',
      (response) => void response.setHeader('content-type', 'application/dicom+json').end('{"a":1}'),
      'source-answer-invalid',
    ],
  ])('%s, is a named failure', async (_how, answer, code) => {
    expect(await asking(answer)).toEqual([code, code]);
  });

  it('says nothing, is a named failure', async () => {
    expect(await asking(silence, impatient)).toEqual(['source-timeout', 'source-timeout']);
  });

  it('lists an object of another study, is not believed', async () => {
    const row = [{ '0020000D': { Value: ['2.25.9'] }, '0020000E': { Value: ['1'] }, '00080018': { Value: ['2'] } }];
    const [listed] = await asking(
      (response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(row)),
    );
    expect(listed).toBe('source-answer-invalid');
  });

  it('sends a list without end, is left at the limit', async () => {
    const [listed] = await asking((response) => {
      response.writeHead(200, { 'content-type': 'application/dicom+json' });
      response.write('[');
      const piece = `${'{},'.repeat(20_000)}`;
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(listed).toBe('source-answer-invalid');
  });

  it('gives the same page for ever, is not asked for ever', async () => {
    const before = pacs.requests.length;
    const row = [{ '0020000D': { Value: [hostileStudy] }, '0020000E': { Value: ['1'] }, '00080018': { Value: ['2'] } }];
    const [listed] = await asking(
      (response) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(row)),
    );
    expect(listed).toBe('ok');
    expect(pacs.requests.length - before).toBeLessThan(6);
  });

  it('is not there, is a named failure', async () => {
    const absent = openDicomwebSource({ baseUrl: 'http://127.0.0.1:9/dicom-web', timeoutMs: 500, maxConcurrent: 1 });
    const listed = await absent.listInstances(hostileStudy, signal());
    expect(listed.ok ? listed : listed.refusal.code).toBe('source-unreachable');
    absent.close();
  });
});

describe('addresses that no image source has', () => {
  it.each([
    'http://169.254.169.254/dicom-web',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0/',
  ])('are not dialled: %s', async (baseUrl) => {
    const refused = openDicomwebSource({ baseUrl, timeoutMs: 500, maxConcurrent: 1 });
    const listed = await refused.listInstances(hostileStudy, signal());
    expect(listed.ok ? listed : listed.refusal).toEqual({ code: 'source-refused', detail: 'address not allowed' });
    refused.close();
  });

  it('are told from those of a clinic', () => {
    expect(['127.0.0.1', '10.1.2.3', '192.168.1.9', '::1', 'fd12::1', '8.8.8.8'].filter(isRefusedAddress)).toEqual([]);
    expect(isRefusedAddress('not an address')).toBe(true);
  });
});
