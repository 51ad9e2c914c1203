import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveOrthanc, type Orthanc, startOrthanc, storeInOrthanc } from '../../../scripts/peers/orthanc.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type CountingProxy, startCountingProxy } from '../sources/test-peers/counting-proxy.ts';
import { mixed, mixedFiles } from '../sources/test-peers/given-objects.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { addPatient, addStaff } from '../testing/test-people.ts';
import { addRequest, type MadeRequest } from '../testing/test-request.ts';
import { confirmMatch } from './confirm-match.ts';
import { deriveStudy } from './derive-study.ts';
import { retrieveAgain } from './retrieve-again.ts';
import { retrieveStudy } from './retrieve-study.ts';
import { searchStudies } from './search-studies.ts';

const orthancHere = haveOrthanc();
const files = haveSamples().present ? mixedFiles() : [];

describeWith([orthancHere, haveDatabase(), haveSamples()], 'A study of a real PACS', () => {
  let orthanc: Orthanc;
  let proxy: CountingProxy;
  let test: TestApp;
  let staff: StaffActor;
  let sourceId: string;
  let request: MadeRequest;

  beforeAll(async () => {
    if (!orthancHere.present) return;
    orthanc = await startOrthanc(orthancHere.value);
    test = await openTestApp();
    staff = await addStaff(test);
  });
  afterAll(async () => {
    await test?.close();
    await orthanc?.stop();
  });

  beforeEach(async () => {
    const bytes = files.map((file) => file.bytes);
    await storeInOrthanc(orthanc, bytes);
    proxy = await startCountingProxy(orthanc.dicomwebUrl);
    sourceId = await addSource(test, proxy.url);
    const { familyName, givenName, birthDate } = mixed;
    const { patientId } = await addPatient(test, {
      familyName,
      givenName,
      birthDate,
      mrn: mixed.mrn,
      issuer: randomUUID(),
    });
    request = await addRequest(test, { patientId, proved: true });
  });
  afterEach(async () => {
    await test.app.db.updateTable('image_source').set({ enabled: false }).execute();
    await test.app.db.deleteFrom('patient_identifier').execute();
    await proxy.close();
  });

  const run = (matchId: string) => retrieveStudy(test.app, { matchId, signal: AbortSignal.timeout(60_000) });
  const derive = (matchId: string) => deriveStudy(test.app, { matchId, signal: AbortSignal.timeout(120_000) });

  async function match(): Promise<string> {
    const [examItemId = ''] = request.examItemIds;
    const found = await searchStudies(test.app, staff, {
      requestId: request.accessRequestId,
      examItemId,
      familyName: 'Media',
      givenName: 'Test',
      birthDate: mixed.birthDate,
    });
    if (!found.ok) throw new Error(found.refusal.code);
    expect(found.value.sources).toMatchObject([{ imageSourceId: sourceId, state: 'answered', candidates: 1 }]);
    expect(found.value.candidates).toMatchObject([{ studyInstanceUid: mixed.studyInstanceUid, verdict: 'exact' }]);
    const confirmed = await confirmMatch(test.app, staff, {
      examItemId,
      searchId: found.value.id,
      imageSourceId: sourceId,
      studyInstanceUid: mixed.studyInstanceUid,
    });
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    return confirmed.value.matchId;
  }

  it('is found, matched, listed, fetched byte for byte and made visible', async () => {
    const matchId = await match();
    expect(await stateOfItem(test, request)).toBe('retrieving');
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    const held = await heldOf(test, matchId);
    expect(held.map((row) => row.sha256).sort()).toEqual(files.map((file) => file.sha256).sort());
    for (const row of held) {
      const own = await fetch(`${orthanc.url}instances/${await orthancIdOf(orthanc, row.sop_instance_uid)}/file`);
      expect(Buffer.from(await own.arrayBuffer()).equals(await test.app.objects.readBytes(row.sha256))).toBe(true);
    }
    const listing = await test.app.db
      .selectFrom('source_listing')
      .selectAll()
      .where('match_id', '=', matchId)
      .execute();
    expect(listing.map((row) => row.instances.length)).toEqual([files.length]);
    expect(await derive(matchId)).toEqual({ ok: true, value: null });
    expect(await retrievalOf(test, matchId)).toMatchObject({ state: 'done', listed: files.length, failure_code: null });
    expect(await stateOfItem(test, request)).toBe('checking');
    const kinds = await test.app.db.selectFrom('derived_file').select('kind').distinct().orderBy('kind').execute();
    expect(kinds.map((row) => row.kind)).toEqual(
      expect.arrayContaining(['picture', 'thumbnail', 'report-json', 'report-pdf']),
    );
    expect(new Set(proxy.fetched).size).toBe(proxy.fetched.length);
  });

  it('whose object vanished after the listing arrives without it, and it is named', async () => {
    const matchId = await match();
    const [lost] = files;
    if (!lost) throw new Error('no file');
    const { app } = test;
    // The list is frozen by a first run that breaks before the first object came.
    proxy.cutAtObject(1);
    expect((await run(matchId)).ok).toBe(false);
    expect(
      await app.db.selectFrom('source_listing').select('id').where('match_id', '=', matchId).execute(),
    ).toHaveLength(1);
    await fetch(`${orthanc.url}instances/${await orthancIdOf(orthanc, lost.sopInstanceUid)}`, { method: 'DELETE' });
    proxy.restore();
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    const gaps = await app.db
      .selectFrom('retrieved_instance')
      .selectAll()
      .where('match_id', '=', matchId)
      .where('state', '!=', 'held')
      .execute();
    expect(gaps).toMatchObject([
      { sop_instance_uid: lost.sopInstanceUid, state: 'missing', reason: 'gone-from-source' },
    ]);
    expect(await heldOf(test, matchId)).toHaveLength(files.length - 1);
    // Once it is back, staff fetch what is missing, and only that.
    await derive(matchId);
    await storeInOrthanc(orthanc, [lost.bytes]);
    proxy.fetched.length = 0;
    expect(await retrieveAgain(app, staff, { matchId })).toEqual({ ok: true, value: null });
    expect(await stateOfItem(test, request)).toBe('retrieving');
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    expect(proxy.fetched).toEqual([lost.sopInstanceUid]);
    expect(await heldOf(test, matchId)).toHaveLength(files.length);
  });

  it('that is cut off in the middle goes on without fetching anything twice', async () => {
    const matchId = await match();
    proxy.cutAtObject(5);
    const broken = await run(matchId);
    expect(broken.ok ? broken : broken.refusal.code).toBe('source-unreachable');
    expect(await retrievalOf(test, matchId)).toMatchObject({ state: 'failed', failure_code: 'source-unreachable' });
    expect(await stateOfItem(test, request)).toBe('retrieving');
    const before = (await heldOf(test, matchId)).map((row) => row.sop_instance_uid);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(files.length);
    proxy.restore();
    proxy.fetched.length = 0;
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    expect(proxy.fetched.filter((uid) => before.includes(uid))).toEqual([]);
    expect(proxy.fetched.length).toBe(files.length - before.length);
    expect((await heldOf(test, matchId)).map((row) => row.sha256).sort()).toEqual(
      files.map((file) => file.sha256).sort(),
    );
    const listings = await test.app.db
      .selectFrom('source_listing')
      .select('id')
      .where('match_id', '=', matchId)
      .execute();
    expect(listings).toHaveLength(1);
  });

  it('that grew since it was listed is fetched whole, and the first list stays as it was', async () => {
    const [late] = files;
    if (!late) throw new Error('no file');
    await fetch(`${orthanc.url}instances/${await orthancIdOf(orthanc, late.sopInstanceUid)}`, { method: 'DELETE' });
    const matchId = await match();
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    expect(await derive(matchId)).toEqual({ ok: true, value: null });
    await storeInOrthanc(orthanc, [late.bytes]);
    expect(await retrieveAgain(test.app, staff, { matchId })).toEqual({ ok: true, value: null });
    expect(await run(matchId)).toEqual({ ok: true, value: null });
    expect(await heldOf(test, matchId)).toHaveLength(files.length);
    const listings = await test.app.db
      .selectFrom('source_listing')
      .select('instances')
      .where('match_id', '=', matchId)
      .orderBy('listed_at')
      .execute();
    expect(listings.map((row) => row.instances.length).sort()).toEqual([files.length - 1, files.length]);
    const told = await test.app.db
      .selectFrom('audit_event')
      .select('objects')
      .where('type', '=', 'retrieval.finished')
      .where('access_request_id', '=', request.accessRequestId)
      .orderBy('sequence')
      .execute();
    expect(told.map((event) => event.objects)).toMatchObject([
      { listedSince: 0 },
      { listedSince: 1, delistedSince: 0 },
    ]);
  });

  it('of a PACS that is down leaves the request where it was', async () => {
    const matchId = await match();
    proxy.cut();
    const down = await run(matchId);
    expect(down.ok ? down : down.refusal.code).toBe('source-unreachable');
    expect(await stateOfItem(test, request)).toBe('retrieving');
    const events = await test.app.db
      .selectFrom('audit_event')
      .select(['type', 'reason'])
      .where('access_request_id', '=', request.accessRequestId)
      .orderBy('sequence')
      .execute();
    expect(events.at(-1)).toEqual({ type: 'retrieval.failed', reason: 'source-unreachable' });
  });
});

async function addSource(test: TestApp, baseUrl: string): Promise<string> {
  const id = randomUUID();
  await test.app.db
    .insertInto('image_source')
    .values({
      id,
      facility_id: test.app.facilityId,
      kind: 'dicomweb',
      name: `PACS ${id.slice(0, 8)}`,
      settings: JSON.stringify({ kind: 'dicomweb', baseUrl, timeoutMs: 10_000, maxConcurrent: 2 }),
    })
    .execute();
  return id;
}

async function stateOfItem(test: TestApp, request: MadeRequest): Promise<string | undefined> {
  const item = await test.app.db
    .selectFrom('exam_item')
    .select('state')
    .where('id', '=', request.examItemIds[0] ?? '')
    .executeTakeFirst();
  return item?.state;
}

function retrievalOf(test: TestApp, matchId: string) {
  return test.app.db.selectFrom('retrieval').selectAll().where('match_id', '=', matchId).executeTakeFirst();
}

function heldOf(test: TestApp, matchId: string) {
  return test.app.db
    .selectFrom('retrieved_instance')
    .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
    .select(['instance.sop_instance_uid', 'instance.sha256'])
    .where('match_id', '=', matchId)
    .where('retrieved_instance.state', '=', 'held')
    .execute();
}

async function orthancIdOf(orthanc: Orthanc, sopInstanceUid: string): Promise<string> {
  const body = JSON.stringify({ Level: 'Instance', Query: { SOPInstanceUID: sopInstanceUid } });
  const answer = await fetch(`${orthanc.url}tools/find`, { method: 'POST', body });
  const [id = ''] = (await answer.json()) as string[];
  return id;
}
