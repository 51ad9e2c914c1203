import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor } from '../identity/actor.ts';
import { confirmedContact, contactConfirmedHere, giveUpContact } from '../identity/confirmed-contact.ts';
import { type Tx, transaction } from '../store/database.ts';
import { hashContact, openAnswers, sealAnswers } from './draft-seal.ts';

/** S6.2 */
export const draftKeptForMs = 30 * 86_400_000;
/** S3.6: without a sign of life for so long, the same browser needs a new code. */
const resumesWithinMs = 30 * 60_000;

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Draft = Record<string, Json>;
export type NotConfirmed = { code: 'contact-not-confirmed' };

/** One draft for each confirmed address; saving again replaces what it says and begins its 30 days anew. */
export function saveDraft(
  app: App,
  actor: PublicActor,
  input: { contactCodeId: string; draft: object },
): Promise<Outcome<{ expiresAt: string }, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, input.contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    await forgetExpired(tx, app);
    const known = await readRow(tx, app, contact);
    const id = known?.id ?? randomUUID();
    const savedAt = app.now();
    const expiresAt = new Date(savedAt.getTime() + draftKeptForMs);
    const kept = { content: sealAnswers(app, id, input.draft), saved_at: savedAt, expires_at: expiresAt };
    if (known) {
      await tx.updateTable('request_draft').set(kept).where('id', '=', id).execute();
    } else {
      const of = { id, facility_id: app.facilityId, contact_hash: hashContact(app, contact) };
      await tx
        .insertInto('request_draft')
        .values({ ...of, ...kept })
        .execute();
    }
    await tx
      .updateTable('draft_paper')
      .set({ expires_at: expiresAt })
      .where('facility_id', '=', app.facilityId)
      .where('contact_hash', '=', hashContact(app, contact))
      .execute();
    // Once: it is saved again with every answer.
    if (!known) await account(tx, app, actor, 'draft.kept', id);
    return ok({ expiresAt: expiresAt.toISOString() });
  });
}

export type OpenedDraft = {
  contactCodeId: string;
  email: string;
  savedAt: string;
  expiresAt: string;
  draft: Draft;
  papers: { id: string; mediaType: string; sizeBytes: number; sentAt: string }[];
};

/** Only whoever read the mailbox a moment ago learns that there is one. */
export function openDraft(
  app: App,
  actor: PublicActor,
  { contactCodeId }: { contactCodeId: string },
): Promise<Outcome<{ opened: OpenedDraft | null }, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    return ok({ opened: (await openRow(tx, app, actor, { codeId: contactCodeId, contact })) ?? null });
  });
}

/** A reload lost the page's memory: the browser that was writing a moment ago goes on where it was. */
export function resumeDraft(app: App, actor: PublicActor): Promise<Outcome<{ opened: OpenedDraft | null }, never>> {
  return transaction(app.db, async (tx) => {
    const here = await contactConfirmedHere(tx, app, actor);
    if (!here) return ok({ opened: null });
    const since = new Date(app.now().getTime() - resumesWithinMs);
    return ok({ opened: (await openRow(tx, app, actor, here, since)) ?? null });
  });
}

async function openRow(
  tx: Tx,
  app: App,
  actor: PublicActor,
  { codeId, contact }: { codeId: string; contact: string },
  savedSince?: Date,
): Promise<OpenedDraft | undefined> {
  await forgetExpired(tx, app);
  const row = await readRow(tx, app, contact);
  if (!row || (savedSince && row.saved_at < savedSince)) return undefined;
  const papers = await tx
    .selectFrom('draft_paper')
    .select(['id', 'media_type', 'size_bytes', 'sent_at'])
    .where('facility_id', '=', app.facilityId)
    .where('contact_hash', '=', hashContact(app, contact))
    .orderBy('sent_at')
    .execute();
  await account(tx, app, actor, 'draft.opened', row.id);
  return {
    contactCodeId: codeId,
    email: contact,
    savedAt: row.saved_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    draft: openAnswers(app, row.id, row.content) as Draft,
    papers: papers.map(({ id, media_type: mediaType, size_bytes: sizeBytes, sent_at }) => ({
      ...{ id, mediaType, sizeBytes },
      sentAt: sent_at.toISOString(),
    })),
  };
}

/** For later: nobody who sits at this browser next comes back to it without the mailbox. */
export function leaveDraft(
  app: App,
  actor: PublicActor,
  { contactCodeId }: { contactCodeId: string },
): Promise<Outcome<null, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    await giveUpContact(tx, app, actor, contact);
    return ok(null);
  });
}

export function deleteDraft(
  app: App,
  actor: PublicActor,
  { contactCodeId }: { contactCodeId: string },
): Promise<Outcome<null, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    const row = await readRow(tx, app, contact);
    await forgetDraft(tx, app, contact);
    await giveUpContact(tx, app, actor, contact);
    if (row) await account(tx, app, actor, 'draft.deleted', row.id);
    return ok(null);
  });
}

/** Also when the request was sent: then answers and papers are in it, and nowhere else. */
export async function forgetDraft(tx: Tx, app: App, contact: string): Promise<void> {
  for (const table of ['request_draft', 'draft_paper'] as const) {
    await tx
      .deleteFrom(table)
      .where('facility_id', '=', app.facilityId)
      .where('contact_hash', '=', hashContact(app, contact))
      .execute();
  }
}

/** Each morning, whether or not anybody asks: what was not sent within 30 days is erased (S6.2). */
export function forgetExpiredDrafts(app: App): Promise<void> {
  return transaction(app.db, (tx) => forgetExpired(tx, app));
}

async function forgetExpired(tx: Tx, app: App): Promise<void> {
  await tx.deleteFrom('request_draft').where('expires_at', '<=', app.now()).execute();
  await tx.deleteFrom('draft_paper').where('expires_at', '<=', app.now()).execute();
}

function readRow(tx: Tx, app: App, contact: string) {
  return tx
    .selectFrom('request_draft')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('contact_hash', '=', hashContact(app, contact))
    .executeTakeFirst();
}

function account(
  tx: Tx,
  app: App,
  actor: PublicActor,
  type: 'draft.kept' | 'draft.opened' | 'draft.deleted',
  draftId: string,
): Promise<void> {
  return appendAudit(tx, app, { type, outcome: 'success', actor, accessRequestId: null, objects: { draftId } });
}
