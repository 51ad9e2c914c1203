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

/** Once every exam has its outcome there is nobody left to identify. */
export async function isClosed(tx: Tx, requestId: string): Promise<boolean> {
  const open = await tx
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', requestId)
    .where('state', '!=', 'closed')
    .executeTakeFirst();
  return open === undefined;
}
