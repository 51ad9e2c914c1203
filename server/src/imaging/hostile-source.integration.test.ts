import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { mixed, mixedFiles } from '../sources/test-peers/given-objects.ts';
import {
  brokenOff,
  endless,
  gone,
  type HostilePacs,
  object,
  silence,
  startHostilePacs,
  status,
  withoutEnd,
} from '../sources/test-peers/hostile-pacs.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource, addMatch } from '../testing/test-match.ts';
import { addStaff } from '../testing/test-people.ts';
import { deriveStudy } from './derive-study.ts';
import { listQuarantine } from './list-quarantine.ts';
import { retrieveStudy } from './retrieve-study.ts';

const [good, other, third, fourth] = haveSamples().present ? mixedFiles() : [];

describeWith([haveDatabase(), haveSamples()], 'A source that sends what it should not', () => {
  let test: TestApp;
  let pacs: HostilePacs;
  let matchId: string;
  let examItemId: string;

  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(async () => {
    await test?.close();
  });
  beforeEach(async () => {
    pacs = await startHostilePacs(mixed.studyInstanceUid);
    const sourceId = await addDicomwebSource(test, pacs.baseUrl, { timeoutMs: 300 });
    ({ matchId, examItemId } = await addMatch(test, sourceId, mixed.studyInstanceUid));
  });
  afterEach(async () => {
    await pacs.close();
  });

  const run = () => retrieveStudy(test.app, { matchId, signal: AbortSignal.timeout(60_000) });
  const rows = async () => {
    const all = await test.app.db
      .selectFrom('retrieved_instance')
      .select(['sop_instance_uid', 'state', 'reason'])
      .where('match_id', '=', matchId)
      .execute();
    return Object.fromEntries(all.map((row) => [row.sop_instance_uid, [row.state, row.reason]]));
  };
  const retrieval = () =>
    test.app.db.selectFrom('retrieval').selectAll().where('match_id', '=', matchId).executeTakeFirstOrThrow();

  it('gets what is not DICOM, cut short or lying kept aside with the reason, and the rest arrives', async () => {
    if (!good || !other || !third || !fourth) return;
    const cutShort = other.bytes.subarray(0, other.bytes.length - 4_000);
    pacs.lists(good.sopInstanceUid, object(good.bytes));
    pacs.lists(other.sopInstanceUid, object(cutShort));
    pacs.lists('2.25.10', object(Buffer.from('<html>Internal error</html>'.repeat(40))));
    pacs.lists(third.sopInstanceUid, object(withLyingLength(third.bytes)));
    pacs.lists('2.25.11', object(fourth.bytes));
    pacs.lists('2.25.12', object(Buffer.alloc(0)));
    expect(await run()).toEqual({ ok: true, value: null });
    expect(await rows()).toMatchObject({
      [good.sopInstanceUid]: ['held', null],
      [other.sopInstanceUid]: [
        'quarantined',
        expect.stringMatching(/^(pixel-data-truncated|value-beyond-end|truncated-element|missing-delimiter)$/),
      ],
      '2.25.10': ['quarantined', 'not-dicom'],
      [third.sopInstanceUid]: ['quarantined', expect.any(String)],
      '2.25.11': ['quarantined', 'other-object'],
      '2.25.12': ['quarantined', 'not-dicom'],
    });
    const listed = await listQuarantine(test.app, await addStaff(test));
    const mine = listed.ok ? listed.value.rows : [];
    expect(mine).toHaveLength(5);
    expect(mine[0]).toMatchObject({
      imageSourceName: expect.stringContaining('PACS'),
      reference: expect.stringContaining('EB'),
    });
    expect(await deriveStudy(test.app, { matchId, signal: AbortSignal.timeout(60_000) })).toEqual({
      ok: true,
      value: null,
    });
    const item = await test.app.db
      .selectFrom('exam_item')
      .select('state')
      .where('id', '=', examItemId)
      .executeTakeFirst();
    expect(item?.state).toBe('checking');
  });

  it('gets an object that it alone can not give named missing, after it was asked twice', async () => {
    if (!good) return;
    pacs.lists(good.sopInstanceUid, object(good.bytes));
    pacs.lists('2.25.20', status(500));
    pacs.lists('2.25.21', gone);
    pacs.lists('2.25.22', withoutEnd(good.bytes));
    pacs.lists('2.25.23', status(302, { location: 'http://127.0.0.1:1/' }));
    expect(await run()).toEqual({ ok: true, value: null });
    expect(await rows()).toEqual({
      [good.sopInstanceUid]: ['held', null],
      '2.25.20': ['missing', 'source-refused'],
      '2.25.21': ['missing', 'gone-from-source'],
      '2.25.22': ['missing', 'source-answer-invalid'],
      '2.25.23': ['missing', 'source-refused'],
    });
    expect(pacs.requests.filter((url) => url.endsWith('/2.25.20'))).toHaveLength(2);
    expect(pacs.requests.filter((url) => url.endsWith(good.sopInstanceUid))).toHaveLength(1);
  });

  it.each([
    ['answers every call with an error', status(500), 'source-refused'],
    ['says nothing', silence, 'source-timeout'],
    ['sends elsewhere', status(301, { location: '/x' }), 'source-refused'],
  ])('leaves the request where it was when it %s', async (_how, answer, code) => {
    pacs.answersAll(answer);
    const failed = await run();
    expect(failed.ok ? failed : failed.refusal.code).toBe(code);
    expect(await retrieval()).toMatchObject({ state: 'failed', failure_code: code });
    pacs.answersAll(undefined);
    if (!good) return;
    pacs.lists(good.sopInstanceUid, object(good.bytes));
    expect(await run()).toEqual({ ok: true, value: null });
    expect(await retrieval()).toMatchObject({ state: 'deriving', failure_code: null });
  });

  it('leaves the request where it was when it refuses every object that it listed', async () => {
    pacs.lists('2.25.30', status(403));
    pacs.lists('2.25.31', status(403));
    const failed = await run();
    expect(failed.ok ? failed : failed.refusal.code).toBe('source-refused');
    expect(await rows()).toEqual({});
  });

  it('leaves nothing half-kept when it breaks off in the middle', async () => {
    if (!good) return;
    pacs.lists(good.sopInstanceUid, brokenOff(good.bytes.subarray(0, 20_000)));
    const failed = await run();
    expect(failed.ok ? failed : failed.refusal.code).toBe('source-unreachable');
    expect(await rows()).toEqual({});
    expect((await retrieval()).bytes_received).toBe(0);
  });

  it('that no longer has the study is named', async () => {
    const failed = await run();
    expect(failed.ok ? failed : failed.refusal.code).toBe('study-gone');
  });

  it('that never stops sending is stopped when the server is', async () => {
    pacs.lists('2.25.40', endless);
    const failed = await retrieveStudy(test.app, { matchId, signal: AbortSignal.timeout(500) });
    expect(failed.ok).toBe(false);
    // A server that stops is not a source that failed.
    expect(await retrieval()).toMatchObject({ state: 'retrieving', failure_code: null });
  });
});

/** The patient's name claims to be longer than all that follows it. */
function withLyingLength(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from([0x10, 0x00, 0x10, 0x00, 0x50, 0x4e]));
  if (at === -1) throw new Error('no PatientName to lie about');
  copy.writeUInt16LE(0xfffe, at + 6);
  return copy;
}
