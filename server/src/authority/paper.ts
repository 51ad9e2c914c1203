import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor, RequesterActor, StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { collectPaper } from './collect-paper.ts';
import { paperKind } from './paper-kind.ts';

/** S6.1: how many papers a request holds. */
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
  const bytes = await collectPaper(upload.bytes);
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

type PaperToFile = {
  draftPaperId: string;
  mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
  object: { sha256: string; sizeBytes: number };
  sentAt: Date;
};

/** What was handed in before the request was sent becomes part of its file, unless it was taken back in between. */
export async function filePapers(
  tx: Tx,
  app: App,
  actor: PublicActor,
  accessRequestId: string,
  papers: readonly PaperToFile[],
): Promise<void> {
  for (const { draftPaperId, mediaType, object, sentAt } of papers) {
    const still = await tx.selectFrom('draft_paper').select('id').where('id', '=', draftPaperId).executeTakeFirst();
    if (!still) continue;
    const { sha256, sizeBytes } = object;
    const row = { id: draftPaperId, access_request_id: accessRequestId, media_type: mediaType, sha256 };
    await tx
      .insertInto('authority_document')
      .values({ ...row, size_bytes: sizeBytes, sent_at: sentAt })
      .execute();
    await appendAudit(tx, app, {
      type: 'paper.received',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { paperId: draftPaperId, sha256, bytes: sizeBytes, kind: mediaType },
    });
  }
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
