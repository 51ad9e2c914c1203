import type { Db, Tx } from '../store/database.ts';

/** What came in for the copies of one request, and what went back. */
export async function readMoney(db: Db | Tx, requestId: string) {
  const payments = await db.selectFrom('fee_payment').selectAll().where('access_request_id', '=', requestId).execute();
  const refunds = await db.selectFrom('fee_refund').selectAll().where('access_request_id', '=', requestId).execute();
  const sum = (amounts: number[]) => amounts.reduce((total, cents) => total + cents, 0);
  return {
    paidCents: sum(payments.map(({ cents }) => cents)),
    refundedCents: sum(refunds.map(({ refund_cents }) => refund_cents)),
    voidedCents: sum(refunds.map(({ voided_cents }) => voided_cents)),
  };
}
