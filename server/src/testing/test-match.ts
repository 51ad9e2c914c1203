import { randomUUID } from 'node:crypto';
import type { TestApp } from './test-app.ts';
import { addPatient } from './test-people.ts';
import { addRequest, type MadeRequest } from './test-request.ts';

export async function addDicomwebSource(
  { app }: Pick<TestApp, 'app'>,
  baseUrl: string,
  settings: { timeoutMs?: number; maxConcurrent?: number } = {},
): Promise<string> {
  const id = randomUUID();
  const { timeoutMs = 10_000, maxConcurrent = 2 } = settings;
  await app.db
    .insertInto('image_source')
    .values({
      id,
      facility_id: app.facilityId,
      kind: 'dicomweb',
      name: `PACS ${id.slice(0, 8)}`,
      settings: JSON.stringify({ kind: 'dicomweb', baseUrl, timeoutMs, maxConcurrent }),
    })
    .execute();
  return id;
}

/** A request whose one exam is matched, granted and about to be fetched. */
export async function addMatch(
  test: TestApp,
  imageSourceId: string,
  studyInstanceUid: string,
): Promise<{ matchId: string; request: MadeRequest; examItemId: string }> {
  const { patientId } = await addPatient(test, { issuer: randomUUID() });
  const request = await addRequest(test, { patientId, proved: true, examItems: [{ state: 'retrieving' }] });
  const [examItemId = ''] = request.examItemIds;
  const matchId = randomUUID();
  await test.app.db
    .insertInto('match')
    .values({
      id: matchId,
      exam_item_id: examItemId,
      image_source_id: imageSourceId,
      study_instance_uid: studyInstanceUid,
      study: JSON.stringify({ studyInstanceUid }),
      evidence: '[]',
      near_miss_reason: null,
      confirmed_by: null,
      confirmed_at: test.app.now(),
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
    .execute();
  await test.app.db.insertInto('retrieval').values({ match_id: matchId, state: 'queued' }).execute();
  return { matchId, request, examItemId };
}
