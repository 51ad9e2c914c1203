import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import type { StoredObject } from '../store/object-store.ts';
import { looksLikePdf } from './looks-like-pdf.ts';

type Refusal = { code: 'not-found' | 'not-a-pdf' | 'too-large' | 'wrong-step' | 'storage-full' };

/** S6.1: the largest paper that is taken. */
const maxBytes = 20 * 1024 * 1024;

/** Adds the radiologist's report to an exam whose archive has none. The bytes are kept as they came. */
export async function attachReport(
  app: App,
  actor: StaffActor,
  { examItemId }: { examItemId: string },
  upload: { bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<{ reportId: string }, Refusal>> {
  const item = await findItem(app, examItemId);
  if (!item) return refuse({ code: 'not-found' });
  if (!takesReports(item.state)) return refuse({ code: 'wrong-step' });
  const kept = await keepPdf(app, upload.bytes);
  if (!kept.ok) return kept;
  const stored = kept.value;
  return transaction(app.db, async (tx) => {
    const still = await tx
      .selectFrom('exam_item')
      .select('state')
      .where('id', '=', examItemId)
      .forUpdate()
      .executeTakeFirst();
    if (!still || !takesReports(still.state)) return refuse({ code: 'wrong-step' });
    const reportId = randomUUID();
    await tx
      .insertInto('attached_report')
      .values({
        id: reportId,
        exam_item_id: examItemId,
        sha256: stored.sha256,
        crc32: stored.crc32,
        size_bytes: stored.sizeBytes,
        attached_by: actor.staffId,
        attached_at: app.now(),
        removed_at: null,
        removed_by: null,
        removed_reason: null,
      })
      .execute();
    await raiseVersion(tx, item.access_request_id);
    await appendAudit(tx, app, {
      type: 'report.attached',
      outcome: 'success',
      actor,
      accessRequestId: item.access_request_id,
      objects: { examItemId, reportId, sha256: stored.sha256, sizeBytes: stored.sizeBytes },
    });
    return ok({ reportId });
  });
}

function findItem(app: App, examItemId: string) {
  return app.db
    .selectFrom('exam_item')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['exam_item.state', 'exam_item.access_request_id'])
    .where('exam_item.id', '=', examItemId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

/** What has left the house is recalled, not changed. */
export function takesReports(state: string): boolean {
  return !['released', 'delivered', 'closed'].includes(state);
}

/** At most `maxBytes` are held: a report is small, and nothing reaches the store that is not a PDF. */
async function keepPdf(
  app: App,
  source: AsyncIterable<Uint8Array>,
): Promise<Outcome<StoredObject, { code: 'not-a-pdf' | 'too-large' | 'storage-full' }>> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return refuse({ code: 'too-large' });
    chunks.push(Uint8Array.from(chunk));
  }
  const bytes = Buffer.concat(chunks);
  if (!looksLikePdf(bytes)) return refuse({ code: 'not-a-pdf' });
  const stored = await app.objects.putBytes(bytes);
  return stored.ok ? stored : refuse({ code: 'storage-full' });
}
