import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { foldName } from '../directory/fold-name.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { sendLate } from '../releases/send-late.ts';
import { endSignatureWait, writeSigned } from '../requests/end-signature-wait.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import { writeSignature } from './write-instrument.ts';

type Signature = {
  directiveId: string;
  signedName: string;
  recipientName?: string | undefined;
  recipientEmail?: string | undefined;
};

/**
 * The one step that completes a directive: from this moment its legal clock runs (OD-6), and what was given already goes
 * on to whom it names. No purpose, expiry, witness or authorization is asked for.
 */
export function signDirective(
  app: App,
  actor: RequesterActor,
  input: Signature,
): Promise<Outcome<null, { code: 'not-found' | 'signature-differs' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, actor.accessRequestId);
    const directive = await tx
      .selectFrom('directive')
      .innerJoin('asked_delivery', 'asked_delivery.id', 'directive.asked_delivery_id')
      .leftJoin('directive_signature', 'directive_id', 'directive.id')
      .select(['directive.id', 'asked_delivery_id', 'recipient', 'directive_signature.id as signatureId'])
      .where('directive.id', '=', input.directiveId)
      .where('directive.access_request_id', '=', actor.accessRequestId)
      .executeTakeFirst();
    if (!request || !directive) return refuse({ code: 'not-found' });
    if (directive.signatureId && isWhole(directive.recipient)) return refuse({ code: 'wrong-step' });
    if (foldName(input.signedName) !== foldName(request.requester_name)) return refuse({ code: 'signature-differs' });
    await completeRecipient(tx, directive, input);
    // A directive in words becomes one in writing when it is signed.
    await tx.updateTable('directive').set({ written: true }).where('id', '=', directive.id).execute();
    const { requester_is: requesterIs } = request;
    const { signedName } = input;
    // A page that was signed before keeps its signature: only who or where was missing.
    if (!directive.signatureId) {
      const signedAt = app.now();
      await writeSignature(tx, { directiveId: directive.id, requesterIs, signedName, signedAt });
      // One writing, one signature: what asked for the copy is signed with it.
      if (await endSignatureWait(tx, app, request.id)) await writeSigned(tx, request.id, { signedName, signedAt });
    }
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'directive.signed',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { directiveId: directive.id },
    });
    await grantMatched(tx, app, actor, request.id);
    await sendLate(tx, app, request.id);
    return ok(null);
  });
}

function isWhole({ name, email, address }: AskedRecipient): boolean {
  return Boolean(name) && Boolean(email ?? address?.length);
}

/** What was written stays; only what was missing is filled in. */
async function completeRecipient(
  tx: Tx,
  {
    asked_delivery_id,
    recipient,
  }: { asked_delivery_id: string; recipient: object & { name?: string; email?: string } },
  { recipientName, recipientEmail }: Signature,
): Promise<void> {
  const complete = {
    ...recipient,
    ...(recipient.name || !recipientName ? {} : { name: recipientName }),
    ...(recipient.email || !recipientEmail ? {} : { email: recipientEmail }),
  };
  await tx
    .updateTable('asked_delivery')
    .set({ recipient: JSON.stringify(complete) })
    .where('id', '=', asked_delivery_id)
    .execute();
}
