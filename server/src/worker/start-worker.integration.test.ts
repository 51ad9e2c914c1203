import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { retrieveAgain } from '../imaging/retrieve-again.ts';
import { mixed, mixedFiles } from '../sources/test-peers/given-objects.ts';
import { type HostilePacs, object, startHostilePacs, status } from '../sources/test-peers/hostile-pacs.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource, addMatch } from '../testing/test-match.ts';
import { addStaff } from '../testing/test-people.ts';
import { startWorker } from './start-worker.ts';

const files = haveSamples().present ? mixedFiles().slice(0, 3) : [];

describeWith([haveDatabase(), haveSamples()], 'Jobs', () => {
  let test: TestApp;
  let pacs: HostilePacs;
  beforeAll(async () => {
    test = await openTestApp();
    pacs = await startHostilePacs(mixed.studyInstanceUid);
    for (const file of files) pacs.lists(file.sopInstanceUid, object(file.bytes));
    await startWorker(test.app);
  });
  afterAll(async () => {
    await test?.close();
    await pacs?.close();
  });

  async function queueRetrieval(): Promise<{ matchId: string; examItemId: string }> {
    const sourceId = await addDicomwebSource(test, pacs.baseUrl);
    const { matchId, examItemId } = await addMatch(test, sourceId, mixed.studyInstanceUid);
    await test.app.db
      .transaction()
      .execute((tx) => test.app.jobs.enqueue(tx, 'retrieve-study', { matchId }, { singletonKey: matchId }));
    return { matchId, examItemId };
  }

  const stateOf = async (matchId: string) => {
    const row = await test.app.db.selectFrom('retrieval').select('state').where('match_id', '=', matchId).execute();
    return row[0]?.state;
  };

  async function until(state: string, matchId: string): Promise<void> {
    for (let look = 0; look < 300; look++) {
      if ((await stateOf(matchId)) === state) return;
      await wait(100);
    }
    throw new Error(`not ${state} but ${await stateOf(matchId)}`);
  }

  it('carry a granted match to the check without a hand', async () => {
    const { matchId, examItemId } = await queueRetrieval();
    await until('done', matchId);
    const item = await test.app.db.selectFrom('exam_item').select('state').where('id', '=', examItemId).execute();
    expect(item).toEqual([{ state: 'checking' }]);
    const outcomes = await test.app.db.selectFrom('derive_outcome').select('failure_code').execute();
    expect(outcomes).toEqual(files.map(() => ({ failure_code: null })));
  });

  it('come again by themselves after a source was down', async () => {
    pacs.answersAll(status(500));
    const { matchId } = await queueRetrieval();
    await until('failed', matchId);
    pacs.answersAll(undefined);
    await until('done', matchId);
  });

  it('come at once when staff ask, though the queue would still wait', async () => {
    pacs.answersAll(status(500));
    const { matchId } = await queueRetrieval();
    await until('failed', matchId);
    pacs.answersAll(undefined);
    const startedAt = performance.now();
    expect(await retrieveAgain(test.app, await addStaff(test), { matchId })).toEqual({ ok: true, value: null });
    await until('done', matchId);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
