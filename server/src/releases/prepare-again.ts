import type { App } from '../app.ts';
import { deliveryRevoked } from '../deliveries/revoked-delivery.ts';
import type { Tx } from '../store/database.ts';

/** A copy that was approved and waited for the person's word is made now. */
export async function prepareAgain(tx: Tx, app: App, askedDeliveryId: string): Promise<void> {
  const waiting = await tx
    .selectFrom('delivery')
    .select('release_id')
    .where('asked_delivery_id', '=', askedDeliveryId)
    .where('ready_at', 'is', null)
    .execute();
  for (const { release_id: releaseId } of waiting) {
    await app.jobs.enqueue(tx, 'prepare-release', { releaseId }, { singletonKey: releaseId });
  }
}

/** Standing that was lost after the approval is there again: what it held back goes on. */
export async function prepareWaiting(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  const waiting = await tx
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .select('delivery.release_id')
    .distinct()
    .where('release.access_request_id', '=', accessRequestId)
    .where('delivery.ready_at', 'is', null)
    .where('delivery.failure_code', 'is distinct from', deliveryRevoked)
    .execute();
  for (const { release_id: releaseId } of waiting) {
    await app.jobs.enqueue(tx, 'prepare-release', { releaseId }, { singletonKey: releaseId });
  }
}
