import { randomUUID } from 'node:crypto';
import type { Tx } from '../store/database.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

/** One way that a release goes to one recipient; preparing it is a job's work. */
export async function writeDelivery(
  tx: Tx,
  releaseId: string,
  askedDeliveryId: string,
  kind: DeliveryKind,
): Promise<void> {
  await tx
    .insertInto('delivery')
    .values({
      id: randomUUID(),
      release_id: releaseId,
      asked_delivery_id: askedDeliveryId,
      kind,
      state: 'preparing',
      failure_code: null,
      package: null,
      ready_at: null,
      delivered_at: null,
      carrier: null,
      tracking_number: null,
      handed_over_by: null,
    })
    .execute();
}
