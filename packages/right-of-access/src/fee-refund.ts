import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

export type RefundCause = 'fee-fell' | 'above-rule' | 'withdrawn' | 'waived' | 'joined' | 'not-given';

/** What L-REFUND says: how much comes back, and why. `voidedCents` was billed and not paid yet, and is not asked for. */
export type Refund = {
  readonly refundCents: number;
  readonly voidedCents: number;
  readonly cause: RefundCause;
  readonly why: Why;
};

/**
 * What comes back to the payer when the fee is `rightCents` after all. Withdrawn, waived, not given, or joined to an
 * earlier request that is charged already: everything does. Nothing owed either way: no refund.
 */
export function refundOf(
  cause: RefundCause,
  bill: { readonly billedCents: number; readonly paidCents: number; readonly rightCents: number },
  pack: Pack,
): Refund | undefined {
  const { billedCents, paidCents } = bill;
  const rightCents = cause === 'fee-fell' || cause === 'above-rule' ? bill.rightCents : 0;
  const refundCents = Math.max(0, paidCents - rightCents);
  const voidedCents = Math.max(0, billedCents - Math.max(paidCents, rightCents));
  if (refundCents === 0 && voidedCents === 0) return undefined;
  const { id, cite, conf } = pack.chargeable;
  const inputs = { cause, 'billed-cents': billedCents, 'paid-cents': paidCents, 'right-cents': rightCents };
  return { refundCents, voidedCents, cause, why: because(`${id}/refund`, cite, inputs, conf) };
}
