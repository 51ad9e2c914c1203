import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { collectPaper } from '../authority/collect-paper.ts';
import { paperKind } from '../authority/paper-kind.ts';
import type { PublicActor } from '../identity/actor.ts';
import { confirmedContact } from '../identity/confirmed-contact.ts';
import { type Db, type Tx, transaction } from '../store/database.ts';
import type { StoredObject } from '../store/object-store.ts';
import { hashContact, openBytes, sealBytes } from './draft-seal.ts';
import { draftKeptForMs, type NotConfirmed } from './request-draft.ts';

/** S6.2: so many papers and bytes wait with one draft, and so many bytes of a facility in one day. */
const mostPapers = 5;
const mostBytes = 25 * 1024 * 1024;
const mostBytesADay = 5 * 1024 ** 3;
const dayMs = 86_400_000;

type PaperRefusal = NotConfirmed | { code: 'not-a-paper' | 'too-large' | 'too-many-papers' | 'storage-full' };
type PaperType = 'application/pdf' | 'image/jpeg' | 'image/png';
type Kept = { id: string; mediaType: PaperType; sizeBytes: number; sentAt: string };

/** Keeps a paper with the answers, sealed: it belongs to nobody's file until the request is sent. */
export async function sendDraftPaper(
  app: App,
  actor: PublicActor,
  { contactCodeId }: { contactCodeId: string },
  upload: { bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<Kept, PaperRefusal>> {
  const allowed = await transaction(app.db, (tx) => roomFor(tx, app, actor, contactCodeId, 0));
  if (!allowed.ok) return allowed;
  const bytes = await collectPaper(upload.bytes);
  if (!bytes) return refuse({ code: 'too-large' });
  const mediaType = paperKind(bytes);
  if (!mediaType) return refuse({ code: 'not-a-paper' });
  return transaction(app.db, async (tx) => {
    const room = await roomFor(tx, app, actor, contactCodeId, bytes.byteLength);
    if (!room.ok) return room;
    const id = randomUUID();
    const sentAt = app.now();
    await tx
      .insertInto('draft_paper')
      .values({
        id,
        facility_id: app.facilityId,
        contact_hash: room.value,
        media_type: mediaType,
        size_bytes: bytes.byteLength,
        content: sealBytes(app, id, bytes),
        sent_at: sentAt,
        expires_at: new Date(sentAt.getTime() + draftKeptForMs),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'paper.received',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { paperId: id, bytes: bytes.byteLength, kind: mediaType },
    });
    return ok({ id, mediaType, sizeBytes: bytes.byteLength, sentAt: sentAt.toISOString() });
  });
}

/** Whose it is, while there is room for so many more bytes. The code's row is locked, so two at once do not both fit. */
async function roomFor(
  tx: Tx,
  app: App,
  actor: PublicActor,
  codeId: string,
  more: number,
): Promise<Outcome<Buffer, PaperRefusal>> {
  const contact = await confirmedContact(tx, app, actor, codeId);
  if (!contact) return refuse({ code: 'contact-not-confirmed' });
  const hash = hashContact(app, contact);
  const mine = await tx
    .selectFrom('draft_paper')
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.sum<number>('size_bytes').as('bytes')])
    .where('facility_id', '=', app.facilityId)
    .where('contact_hash', '=', hash)
    .executeTakeFirstOrThrow();
  if (Number(mine.count) >= mostPapers || Number(mine.bytes ?? 0) + more > mostBytes) {
    return refuse({ code: 'too-many-papers' });
  }
  const today = await tx
    .selectFrom('draft_paper')
    .select((row) => row.fn.sum<number>('size_bytes').as('bytes'))
    .where('facility_id', '=', app.facilityId)
    .where('sent_at', '>', new Date(app.now().getTime() - dayMs))
    .executeTakeFirstOrThrow();
  return Number(today.bytes ?? 0) + more > mostBytesADay ? refuse({ code: 'storage-full' }) : ok(hash);
}

export function removeDraftPaper(
  app: App,
  actor: PublicActor,
  { contactCodeId, paperId }: { contactCodeId: string; paperId: string },
): Promise<Outcome<null, NotConfirmed | { code: 'not-found' }>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    const removed = await tx
      .deleteFrom('draft_paper')
      .where('id', '=', paperId)
      .where('facility_id', '=', app.facilityId)
      .where('contact_hash', '=', hashContact(app, contact))
      .returning('id')
      .executeTakeFirst();
    return removed ? ok(null) : refuse({ code: 'not-found' });
  });
}

export type PaperToFile = { draftPaperId: string; mediaType: PaperType; object: StoredObject; sentAt: Date };

/** Puts the papers of a draft where those of requests are: before the transaction that files them, because disks are slow. */
export async function unsealDraftPapers(
  app: App,
  db: Db,
  contact: string,
): Promise<Outcome<PaperToFile[], { code: 'storage-full' }>> {
  const rows = await db
    .selectFrom('draft_paper')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('contact_hash', '=', hashContact(app, contact))
    .orderBy('sent_at')
    .execute();
  const papers: PaperToFile[] = [];
  for (const { id, content, media_type: mediaType, sent_at: sentAt } of rows) {
    const stored = await app.objects.putBytes(openBytes(app, id, content));
    if (!stored.ok) return refuse({ code: 'storage-full' });
    papers.push({ draftPaperId: id, mediaType, object: stored.value, sentAt });
  }
  return ok(papers);
}
