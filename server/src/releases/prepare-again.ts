import type { App } from '../app.ts';
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
