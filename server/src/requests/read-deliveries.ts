import { sql } from 'kysely';
import type { Db } from '../store/database.ts';

/** Of a request that was given again the newest copy counts; what was recalled is no copy. */
export function readDeliveries(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('asked_delivery')
    .leftJoinLateral(
      (row) =>
        row
          .selectFrom('delivery')
          .innerJoin('release', 'release.id', 'delivery.release_id')
          .leftJoin('incident', 'incident.release_id', 'release.id')
          .selectAll('delivery')
          .whereRef('delivery.asked_delivery_id', '=', 'asked_delivery.id')
          .where('incident.id', 'is', null)
          .orderBy('release.approved_at', 'desc')
          // Of one release the copy that is still being made, then the one that was made last.
          .orderBy('delivery.ready_at', (order) => order.desc().nullsFirst())
          .limit(1)
          .as('delivery'),
      (join) => join.onTrue(),
    )
    .select([
      'asked_delivery.access_request_id',
      'asked_delivery.id as askedDeliveryId',
      'asked_delivery.kind',
      'asked_delivery.recipient',
      'delivery.id as deliveryId',
      'delivery.state',
      'delivery.failure_code as failureCode',
      'delivery.carrier',
      'delivery.tracking_number as trackingNumber',
      'delivery.ready_at as readyAt',
      'delivery.delivered_at as handedOverAt',
      'delivery.collected',
      'delivery.arrived_on as arrivedOn',
    ])
    .select(sql<number>`coalesce(jsonb_array_length(delivery.package->'heldReports'), 0)`.as('closedReports'))
    .where('asked_delivery.access_request_id', 'in', ids)
    .orderBy('asked_delivery.ordinal')
    .execute();
}
