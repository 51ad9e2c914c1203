import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { hostileStudy, startHostilePacs } from '../sources/test-peers/hostile-pacs.ts';
import { largeClip } from '../sources/test-peers/large-clip.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addDicomwebSource, addMatch } from '../testing/test-match.ts';
import { retrieveStudy } from './retrieve-study.ts';

const MIB = 1024 * 1024;
/** What is measured does not depend on the size; ECHOBACK_LARGE_CLIP_MIB=500 shows that it does not. */
const clipMib = Number(process.env.ECHOBACK_LARGE_CLIP_MIB ?? 150);
const ALLOWED_GROWTH = 60 * MIB;

describeWith([haveDatabase()], 'A large clip', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(async () => {
    await test?.close();
  });

  async function retrieve(sizeBytes: number): Promise<number> {
    const pacs = await startHostilePacs();
    const clip = largeClip(hostileStudy, sizeBytes);
    pacs.lists(clip.sopInstanceUid, clip.answer);
    const sourceId = await addDicomwebSource(test, pacs.baseUrl);
    const { matchId } = await addMatch(test, sourceId, hostileStudy);
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 5);
    const done = await retrieveStudy(test.app, { matchId, signal: AbortSignal.timeout(60_000) });
    clearInterval(watch);
    expect(done).toEqual({ ok: true, value: null });
    const held = await test.app.db
      .selectFrom('instance')
      .select(['size_bytes', 'kind'])
      .where('sop_instance_uid', '=', clip.sopInstanceUid)
      .executeTakeFirst();
    expect(held).toEqual({ size_bytes: clip.sizeBytes, kind: 'clip' });
    await pacs.close();
    return peak - before;
  }

  it(`of ${clipMib} MiB passes through in bounded memory`, async () => {
    await retrieve(20 * MIB);
    expect(await retrieve(clipMib * MIB)).toBeLessThan(ALLOWED_GROWTH);
  });
});
