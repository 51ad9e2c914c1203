import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { waitForYes } from '../forms/mail-warning.ts';
import type { StaffActor } from '../identity/actor.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { type Tx, transaction } from '../store/database.ts';
import { isBeyondProof, lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';

type Change = { requestId: string; email: string; howKnown: string };

/**
 * Somebody gives their e-mail address later, or it was written wrongly. Letters reach them there from now on, and codes to
 * sign in. A typed address proves nothing: who reads it shows again who they are before anything opens (45 CFR 164.514(h)),
 * and whoever signed in by the old one is signed out.
 */
export function changeRequesterEmail(
  app: App,
  actor: StaffActor,
  { requestId, email, howKnown }: Change,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    if (!request) return refuse({ code: 'not-found' });
    const before = request.requester_email;
    // After the last answer nobody could show who they are any more: they ask anew.
    if (before === email || (await isBeyondProof(tx, requestId))) return refuse({ code: 'wrong-step' });
    const at = app.now();
    await tx
      .updateTable('access_request')
      .set({ requester_email: email, requester_email_since: at })
      .where('id', '=', requestId)
      .execute();
    await tx
      .insertInto('requester_email_change')
      .values({
        id: randomUUID(),
        access_request_id: requestId,
        email_before: before,
        email,
        how_known: howKnown,
        changed_by: actor.staffId,
        changed_at: at,
      })
      .execute();
    await shutOldMailbox(tx, app, requestId);
    await mailCopiesThere(tx, app, requestId, email);
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'requester-email.changed',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { hadOneBefore: before !== null },
    });
    // The old mailbox hears that something changed: that is how a person learns of a change that was not theirs.
    const news = { kind: 'news', reference: request.reference, address: app.config.publicUrl } as const;
    for (const recipient of [before, email]) {
      if (!recipient) continue;
      const { language } = request;
      await queueMail(tx, app, { channel: 'email', recipient, accessRequestId: requestId, language, wish: news });
    }
    return ok(null);
  });
}

/** A copy by unencrypted mail that has not gone goes to the new address, and waits for the yes to that one. */
async function mailCopiesThere(tx: Tx, app: App, accessRequestId: string, email: string): Promise<void> {
  const moved = await tx
    .updateTable('asked_delivery')
    .set({ recipient: sql`recipient || ${JSON.stringify({ email })}::jsonb` })
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', 'email-unencrypted')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.asked_delivery_id', '=', 'asked_delivery.id')
            .where('delivery.ready_at', 'is not', null),
        ),
      ),
    )
    .returning('id')
    .execute();
  if (moved.length === 0) return;
  const ids = moved.map(({ id }) => id);
  const saidYes = await tx
    .selectFrom('mail_warning')
    .select('address')
    .where('asked_delivery_id', 'in', ids)
    .executeTakeFirst();
  if (saidYes) await waitForYes(tx, app, accessRequestId);
}

/** Sessions and codes that went to the address before. */
async function shutOldMailbox(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: app.now() })
    .where('ended_at', 'is', null)
    .where('access_request_id', '=', accessRequestId)
    .where('principal', '=', 'requester')
    .execute();
  await tx
    .updateTable('one_time_code')
    .set({ replaced_at: app.now() })
    .where('access_request_id', '=', accessRequestId)
    .where('purpose', '=', 'sign-in')
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
}
