import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import type { SeenFault } from '../store/authority-tables.ts';
import { transaction } from '../store/database.ts';
import { resumeDeliveries, stopDeliveries } from './stop-deliveries.ts';

/** None: what was noted before was a mistake. */
type Noted = { requestId: string; askedDeliveryId: string; faults: SeenFault[]; whatWasSeen: string };

/**
 * What makes an authorization invalid and is seen only by reading it: 45 CFR 164.508(b)(2)(iv), (v). Under it nothing leaves
 * any more, and letter L-AUTH names exactly what was seen.
 */
export function noteAuthorizationFaults(
  app: App,
  actor: StaffActor,
  { requestId, askedDeliveryId, faults, whatWasSeen }: Noted,
): Promise<Outcome<null, { code: 'not-found' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const authorization = await tx
      .selectFrom('hipaa_authorization')
      .select('id')
      .where('asked_delivery_id', '=', askedDeliveryId)
      .where('access_request_id', '=', requestId)
      .executeTakeFirst();
    if (!request || !authorization) return refuse({ code: 'not-found' });
    await tx
      .insertInto('authorization_fault')
      .values({
        id: randomUUID(),
        hipaa_authorization_id: authorization.id,
        faults: JSON.stringify(faults),
        what_was_seen: whatWasSeen,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'authorization.faults-noted',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { authorizationId: authorization.id, faults },
    });
    if (faults.length > 0) await stopDeliveries(tx, app, actor, askedDeliveryId);
    else await resumeDeliveries(tx, app, { accessRequestId: requestId, askedDeliveryId });
    return ok(null);
  });
}
