import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';

/** A request of this facility, held until the transaction ends: two decisions on one file wait for one another. */
export function lockRequest(tx: Tx, app: App, requestId: string) {
  return tx
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .forUpdate()
    .executeTakeFirst();
}
