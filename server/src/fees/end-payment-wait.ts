import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import { readFeeCase } from './fee-case.ts';
import { readMoney } from './read-money.ts';

/** A fee that was asked for first (OD-9) and has come, was let go, or can not be paid is waited for no more. */
export async function endPaymentWait(tx: Tx, app: App, requestId: string): Promise<void> {
  const feeCase = await readFeeCase(tx, app, requestId);
  if (!feeCase) return;
  const { fee, said } = feeCase;
  const { paidCents, refundedCents } = await readMoney(tx, requestId);
  const askedCents = (fee.inForce ?? fee.pending)?.quote.totalCents ?? 0;
  if (!said.has('cannot-pay') && paidCents - refundedCents < askedCents) return;
  await tx
    .updateTable('wait')
    .set({ ended_at: app.now() })
    .where('access_request_id', '=', requestId)
    .where('kind', '=', 'payment')
    .where('ended_at', 'is', null)
    .execute();
}
