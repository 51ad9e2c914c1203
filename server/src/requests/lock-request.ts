import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';

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
  return !(await someItem(tx, requestId, (row) => row('state', '!=', 'closed')));
}

/** What ended because nobody had shown who they are opens again with the proof (OD-21). */
export async function isBeyondProof(tx: Tx, requestId: string): Promise<boolean> {
  return !(await someItem(tx, requestId, (row) =>
    row.or([row('state', '!=', 'closed'), row('outcome', '=', 'identity-not-shown')]),
  ));
}

async function someItem(
  tx: Tx,
  requestId: string,
  which: (row: ExpressionBuilder<Schema, 'exam_item'>) => Expression<SqlBool>,
): Promise<boolean> {
  const item = await tx
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', requestId)
    .where(which)
    .executeTakeFirst();
  return item !== undefined;
}
