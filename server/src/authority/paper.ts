import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { paperKind } from './paper-kind.ts';

/** S6.1: the largest paper that is taken, and how many of them a request holds. */
const maxBytes = 10 * 1024 * 1024;
const mostPapers = 10;

type Refusal = { code: 'not-a-paper' | 'too-large' | 'too-many-papers' | 'storage-full' };

/** Keeps a paper as it came. What it is, its own bytes say; nothing of it is read or run here. */
export async function sendPaper(
  app: App,
  actor: RequesterActor,
  _input: object,
  upload: { bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<{ paperId: string }, Refusal>> {
  const { accessRequestId } = actor;
  if ((await countPapers(app, accessRequestId)) >= mostPapers) return refuse({ code: 'too-many-papers' });
  const bytes = await collect(upload.bytes);
  if (!bytes) return refuse({ code: 'too-large' });
  const mediaType = paperKind(bytes);
  if (!mediaType) return refuse({ code: 'not-a-paper' });
  const stored = await app.objects.putBytes(bytes);
  if (!stored.ok) return refuse({ code: 'storage-full' });
  const { sha256, sizeBytes } = stored.value;
  return transaction(app.db, async (tx) => {
    const paperId = randomUUID();
    await tx
      .insertInto('authority_document')
      .values({
        id: paperId,
        access_request_id: accessRequestId,
        media_type: mediaType,
        sha256,
        size_bytes: sizeBytes,
        sent_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'paper.received',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { paperId, sha256, bytes: sizeBytes, kind: mediaType },
    });
    return ok({ paperId });
  });
}

/** The desk looks at it. Shown as what its bytes said that it is, and never as a page. */
export async function openPaper(
  app: App,
  _actor: StaffActor,
  { paperId }: { paperId: string },
): Promise<Outcome<FileAnswer, { code: 'not-found' }>> {
  const paper = await app.db
    .selectFrom('authority_document')
    .innerJoin('access_request', 'access_request.id', 'authority_document.access_request_id')
    .select(['media_type', 'sha256', 'size_bytes'])
    .where('authority_document.id', '=', paperId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!paper) return refuse({ code: 'not-found' });
  const bytes = await app.objects.readBytes(paper.sha256);
  const extension = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }[paper.media_type];
  return ok({
    mediaType: paper.media_type,
    sizeBytes: bytes.byteLength,
    etag: `"${paper.sha256}"`,
    fileName: `paper.${extension}`,
    disposition: 'inline',
    stream: (start, end, write) => write(bytes.subarray(start, end)),
  });
}

async function countPapers(app: App, accessRequestId: string): Promise<number> {
  const { count } = await app.db
    .selectFrom('authority_document')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('access_request_id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return undefined;
    chunks.push(Uint8Array.from(chunk));
  }
  return Buffer.concat(chunks);
}
