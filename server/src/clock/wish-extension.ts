import { randomUUID } from 'node:crypto';
import { calendarDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import type { ExtensionCause } from '../store/clock-tables.ts';
import { type Tx, transaction } from '../store/database.ts';
import { decideWish, readExtensionCase } from './extension-case.ts';
import type { WishRefusal } from './extension-letter.ts';

export type WishInput = {
  requestId: string;
  promisedOn: string;
  reason: string;
  cause: ExtensionCause;
  readyNow?: string | undefined;
};

/**
 * Saves what the letter would say. A wish that the rules refuse is not kept, and the refusal is accounted for; one that
 * needs a supervisor is kept and waits.
 */
export function wishExtension(
  app: App,
  actor: StaffActor,
  input: WishInput,
): Promise<Outcome<{ wishId: string; needsSupervisor: boolean }, { code: 'not-found' | 'wrong-step' } | WishRefusal>> {
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, input.requestId);
    const file = await readExtensionCase(tx, app, input.requestId);
    if (!file) return refuse({ code: 'not-found' });
    if (file.openItems.length === 0) return refuse({ code: 'wrong-step' });
    const { reason, cause } = input;
    const supervisorAgreed = actor.role === 'supervisor';
    const wish = { promisedOn: calendarDate(input.promisedOn), reason, cause, supervisorAgreed };
    const judged = decideWish(file, wish);
    const needsSupervisor = !judged.ok && judged.refusal.code === 'supervisor-needed';
    // What else the rules have against it is told at once, not after a supervisor was troubled.
    const decided = needsSupervisor ? decideWish(file, { ...wish, supervisorAgreed: true }) : judged;
    if (!decided.ok) {
      await account(tx, app, actor, input, 'extension.refused', decided.refusal.code);
      return refuse({ code: decided.refusal.code });
    }
    const wishId = randomUUID();
    await tx
      .insertInto('extension_wish')
      .values({
        id: wishId,
        access_request_id: input.requestId,
        promised_on: input.promisedOn,
        reason: reason.trim(),
        cause,
        ready_now: input.readyNow?.trim() || null,
        wished_by: actor.staffId,
        wished_at: app.now(),
      })
      .execute();
    await account(tx, app, actor, input, 'extension.wished');
    return ok({ wishId, needsSupervisor });
  });
}

function account(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { requestId, promisedOn, cause }: WishInput,
  type: 'extension.wished' | 'extension.refused',
  reason?: string,
): Promise<void> {
  return appendAudit(tx, app, {
    type,
    outcome: reason ? 'refused' : 'success',
    actor,
    accessRequestId: requestId,
    objects: { to: promisedOn, kind: cause },
    ...(reason ? { reason } : {}),
  });
}
