import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { givenFiles } from '../sources/test-peers/given-objects.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addMatch } from '../testing/test-match.ts';
import { archiveOf } from './archive-of.ts';
import { deriveStudy } from './derive-study.ts';
import { retrieveStudy } from './retrieve-study.ts';
import { storeInstance } from './store-instance.ts';

const files = haveSamples().present ? givenFiles() : [];

describeWith([haveDatabase(), haveSamples()], 'Making an exam visible', () => {
  let test: TestApp;
  let archiveId: string;
  beforeAll(async () => {
    test = await openTestApp();
    for (const { bytes } of files) await storeInstance(test.app, { kind: 'program', job: 'test' }, one(bytes));
    archiveId = await test.app.db.transaction().execute((tx) => archiveOf(tx, test.app));
  });
  afterAll(async () => {
    await test?.close();
  });

  const signal = () => AbortSignal.timeout(60_000);
  async function fetchStudy(studyInstanceUid: string): Promise<string> {
    const { matchId } = await addMatch(test, archiveId, studyInstanceUid);
    expect(await retrieveStudy(test.app, { matchId, signal: signal() })).toEqual({ ok: true, value: null });
    return matchId;
  }
  const stateOf = async (matchId: string) => {
    const rows = await test.app.db
      .selectFrom('match')
      .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
      .innerJoin('retrieval', 'retrieval.match_id', 'match.id')
      .select(['exam_item.state as item', 'retrieval.state as retrieval'])
      .where('match.id', '=', matchId)
      .execute();
    return rows[0];
  };

  it('makes a palette still visible once, for whoever asks for it', async () => {
    const palette = files.find((file) => file.studyInstanceUid.startsWith('1.3.46.670589'));
    if (!palette) throw new Error('no palette still');
    const first = await fetchStudy(palette.studyInstanceUid);
    expect(await deriveStudy(test.app, { matchId: first, signal: signal() })).toEqual({ ok: true, value: null });
    const made = await test.app.db
      .selectFrom('derived_file')
      .selectAll()
      .where('source_sha256', '=', palette.sha256)
      .execute();
    expect(made.map((row) => row.kind).sort()).toEqual(['picture', 'thumbnail']);
    for (const row of made) expect((await test.app.objects.readBytes(row.sha256)).length).toBe(row.size_bytes);
    const second = await fetchStudy(palette.studyInstanceUid);
    const calls = await counting(() => deriveStudy(test.app, { matchId: second, signal: signal() }));
    expect(calls).toBe(0);
    expect(await stateOf(second)).toEqual({ item: 'checking', retrieval: 'done' });
  });

  it('goes on without what the decoder can not do, after the machine had its chances', async () => {
    const rle = files.find((file) => file.studyInstanceUid.startsWith('1.2.840.113663'));
    const study = rle?.studyInstanceUid ?? files.at(-1)?.studyInstanceUid ?? '';
    const matchId = await fetchStudy(study);
    const broken = { ...test.app, decoder: { ...test.app.decoder, derive: async () => fault } };
    expect(await deriveStudy(broken, { matchId, signal: signal(), attempt: 1 })).toEqual(fault1);
    expect(await stateOf(matchId)).toEqual({ item: 'retrieving', retrieval: 'deriving' });
    expect(await deriveStudy(broken, { matchId, signal: signal(), attempt: 3 })).toEqual({ ok: true, value: null });
    expect(await stateOf(matchId)).toEqual({ item: 'checking', retrieval: 'done' });
    // The next time that somebody asks for it, it is tried again.
    const again = await fetchStudy(study);
    expect(await counting(() => deriveStudy(test.app, { matchId: again, signal: signal() }))).toBeGreaterThan(0);
    expect(await stateOf(again)).toEqual({ item: 'checking', retrieval: 'done' });
  });

  async function counting(act: () => Promise<unknown>): Promise<number> {
    const { derive } = test.app.decoder;
    let calls = 0;
    test.app.decoder.derive = (input) => {
      calls += 1;
      return derive(input);
    };
    await act();
    test.app.decoder.derive = derive;
    return calls;
  }
});

const fault = { ok: false as const, refusal: { code: 'decoder-fault' as const, detail: 'no memory' } };
const fault1 = { ok: false, refusal: { code: 'decoder-fault' } };

async function* one(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
