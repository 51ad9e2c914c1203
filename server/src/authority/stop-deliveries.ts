import type { App } from '../app.ts';
import { finishRelease } from '../deliveries/finish-release.ts';
import { readRelease } from '../deliveries/read-release.ts';
import { deliveryRevoked } from '../deliveries/revoked-delivery.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';

/** Its authorization does not stand: links are dead at once, and what has not left the house stays in it. */
export async function stopDeliveries(tx: Tx, app: App, actor: StaffActor, askedDeliveryId: string): Promise<void> {
  await tx
    .updateTable('share_link')
    .set({ revoked_at: app.now() })
    .where('revoked_at', 'is', null)
    .where('delivery_id', 'in', (query) =>
      query.selectFrom('delivery').select('id').where('asked_delivery_id', '=', askedDeliveryId),
    )
    .execute();
  const stopped = await tx
    .updateTable('delivery')
    .set({ state: 'failed', failure_code: deliveryRevoked })
    .where('asked_delivery_id', '=', askedDeliveryId)
    .where('state', '!=', 'delivered')
    .returning('release_id')
    .execute();
  for (const { release_id } of stopped) {
    const release = await readRelease(app, release_id);
    if (release) await finishRelease(tx, app, actor, release);
  }
}
