import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor } from '../identity/actor.ts';
import { type CodeRefusal, spendCode } from '../identity/one-time-code.ts';
import { type NewSession, startSession } from '../identity/session.ts';
import { transaction } from '../store/database.ts';

/** Opens the page of one request to whoever reads its confirmed mailbox. Pictures need more than that (S3.1). */
export function signIn(
  app: App,
  actor: PublicActor,
  input: { codeId: string; code: string },
): Promise<Outcome<{ answer: { reference: string }; session: NewSession }, CodeRefusal>> {
  return transaction(app.db, async (tx) => {
    const { browserHash } = actor;
    const spent = await spendCode(tx, app, { purpose: 'sign-in', codeId: input.codeId, browserHash }, input.code);
    const accessRequestId = spent.ok ? spent.value.accessRequestId : null;
    // The session first: it refers to the request, whose row is locked before the trail, as everywhere.
    const session =
      accessRequestId && (await startSession(tx, app, { kind: 'requester', accessRequestId }, actor.sessionHashes));
    await appendAudit(tx, app, {
      type: accessRequestId ? 'sign-in.succeeded' : 'sign-in.failed',
      outcome: accessRequestId ? 'success' : 'refused',
      actor,
      accessRequestId,
      objects: { who: 'requester', codeId: input.codeId },
      ...(spent.ok ? {} : { reason: spent.refusal.code }),
    });
    if (!spent.ok) return spent;
    // A code for a reference that nobody has: no one was ever told it.
    if (!accessRequestId || !session) return refuse({ code: 'wrong-code' });
    const { reference } = await tx
      .selectFrom('access_request')
      .select('reference')
      .where('id', '=', accessRequestId)
      .executeTakeFirstOrThrow();
    return ok({ answer: { reference }, session });
  });
}
