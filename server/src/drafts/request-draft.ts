import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { PublicActor } from '../identity/actor.ts';
import { confirmedContact } from '../identity/confirmed-contact.ts';
import { type Tx, transaction } from '../store/database.ts';
import { hashContact, openAnswers, sealAnswers } from './draft-seal.ts';

const keptForMs = 30 * 86_400_000;

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Answers = Record<string, Json>;
type NotConfirmed = { code: 'contact-not-confirmed' };

/** One draft for each confirmed address; saving again replaces it and begins its 30 days anew. */
export function saveDraft(
  app: App,
  actor: PublicActor,
  input: { contactCodeId: string; answers: Answers },
): Promise<Outcome<{ expiresAt: string }, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, input.contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    await forgetExpired(tx, app);
    await forgetDraft(tx, app, contact);
    const id = randomUUID();
    const savedAt = app.now();
    const expiresAt = new Date(savedAt.getTime() + keptForMs);
    await tx
      .insertInto('request_draft')
      .values({
        id,
        facility_id: app.facilityId,
        contact_hash: hashContact(app, contact),
        content: sealAnswers(app, id, input.answers),
        saved_at: savedAt,
        expires_at: expiresAt,
      })
      .execute();
    return ok({ expiresAt: expiresAt.toISOString() });
  });
}

export type OpenedDraft = { answers: Answers; savedAt: string; expiresAt: string };

/** Only whoever read the mailbox a moment ago learns that there is one. */
export function openDraft(
  app: App,
  actor: PublicActor,
  input: { contactCodeId: string },
): Promise<Outcome<OpenedDraft, NotConfirmed | { code: 'no-draft' }>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, input.contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    await forgetExpired(tx, app);
    const draft = await tx
      .selectFrom('request_draft')
      .selectAll()
      .where('facility_id', '=', app.facilityId)
      .where('contact_hash', '=', hashContact(app, contact))
      .executeTakeFirst();
    if (!draft) return refuse({ code: 'no-draft' });
    return ok({
      answers: openAnswers(app, draft.id, draft.content) as Answers,
      savedAt: draft.saved_at.toISOString(),
      expiresAt: draft.expires_at.toISOString(),
    });
  });
}

export function deleteDraft(
  app: App,
  actor: PublicActor,
  input: { contactCodeId: string },
): Promise<Outcome<null, NotConfirmed>> {
  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, input.contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    await forgetDraft(tx, app, contact);
    return ok(null);
  });
}

/** Also when the request was sent: then the answers are in it, and nowhere else. */
export async function forgetDraft(tx: Tx, app: App, contact: string): Promise<void> {
  await tx
    .deleteFrom('request_draft')
    .where('facility_id', '=', app.facilityId)
    .where('contact_hash', '=', hashContact(app, contact))
    .execute();
}

async function forgetExpired(tx: Tx, app: App): Promise<void> {
  await tx.deleteFrom('request_draft').where('expires_at', '<=', app.now()).execute();
}
