import { randomUUID } from 'node:crypto';
import { calendarDate, type HipaaAuthorization, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { sendLate } from '../releases/send-late.ts';
import { endSignatureWait, writeSigned } from '../requests/end-signature-wait.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';

/** The signed page came: the wait for it ends, it carries each directive, and what only waited for it goes on. */
export function recordSignature(
  app: App,
  actor: StaffActor,
  input: { requestId: string; signedOn: string },
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  const signedAt = new Date(`${input.signedOn}T12:00:00Z`);
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    const ended = await endSignatureWait(tx, app, request.id);
    const signed =
      (await signDirectives(tx, request, signedAt)) + (await signAuthorizations(tx, request, input.signedOn));
    if (!ended && signed === 0) return refuse({ code: 'wrong-step' });
    await writeSigned(tx, request.id, { signedName: request.requester_name, signedAt });
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'signature.recorded',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { signedOn: input.signedOn },
    });
    await grantMatched(tx, app, actor, request.id);
    await sendLate(tx, app, request.id);
    return ok(null);
  });
}

/** A signed page is writing and signature of every copy for somebody else that it names: 45 CFR 164.524(c)(3)(ii). */
async function signDirectives(
  tx: Tx,
  request: { id: string; requester_is: string; requester_name: string },
  signedAt: Date,
): Promise<number> {
  const bare = await tx
    .selectFrom('directive')
    .leftJoin('directive_signature', 'directive_id', 'directive.id')
    .select('directive.id')
    .where('access_request_id', '=', request.id)
    .where('directive_signature.id', 'is', null)
    .execute();
  for (const { id } of bare) {
    await tx.updateTable('directive').set({ written: true }).where('id', '=', id).execute();
    await tx
      .insertInto('directive_signature')
      .values({
        id: randomUUID(),
        directive_id: id,
        signed_by: request.requester_is === 'self' ? 'individual' : 'personal-representative',
        signed_name: request.requester_name,
        signed_at: signedAt,
      })
      .execute();
  }
  return bare.length;
}

/** The same page carries an authorization that came without a signature: 45 CFR 164.508(c)(1)(vi). */
async function signAuthorizations(
  tx: Tx,
  request: { id: string; requester_is: string; requester_basis: string | null },
  signedOn: string,
): Promise<number> {
  const rows = await tx
    .selectFrom('hipaa_authorization')
    .select(['id', 'content'])
    .where('access_request_id', '=', request.id)
    .execute();
  const bare = rows.filter(({ content }) => !content.signature);
  const isSelf = request.requester_is === 'self';
  for (const { id, content } of bare) {
    const signature: NonNullable<HipaaAuthorization['signature']> = {
      on: calendarDate(signedOn),
      by: isSelf ? 'individual' : 'personal-representative',
      ...(isSelf ? {} : { authority: request.requester_basis || request.requester_is }),
    };
    await tx
      .updateTable('hipaa_authorization')
      .set({ content: JSON.stringify({ ...content, signature }) })
      .where('id', '=', id)
      .execute();
  }
  return bare.length;
}
