import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { stopDeliveries } from './stop-deliveries.ts';

type Revocation = { requestId: string; askedDeliveryId: string; whatWasSeen: string };

/**
 * The person takes an authorization back, in writing, at any time: 45 CFR 164.508(b)(5). What has not left stays here and
 * links to it are dead at once; what was done in reliance on it is not undone.
 */
export function revokeAuthorization(
  app: App,
  actor: StaffActor,
  { requestId, askedDeliveryId, whatWasSeen }: Revocation,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const authorization = await tx
      .selectFrom('hipaa_authorization')
      .select('id')
      .where('asked_delivery_id', '=', askedDeliveryId)
      .where('access_request_id', '=', requestId)
      .executeTakeFirst();
    if (!request || !authorization) return refuse({ code: 'not-found' });
    const written = await tx
      .insertInto('authorization_revocation')
      .values({
        id: randomUUID(),
        hipaa_authorization_id: authorization.id,
        revoked_at: app.now(),
        what_was_seen: whatWasSeen,
        recorded_by: actor.staffId,
      })
      .onConflict((conflict) => conflict.column('hipaa_authorization_id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return refuse({ code: 'wrong-step' });
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'authorization.revoked',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { authorizationId: authorization.id },
    });
    await stopDeliveries(tx, app, actor, askedDeliveryId);
    return ok(null);
  });
}
