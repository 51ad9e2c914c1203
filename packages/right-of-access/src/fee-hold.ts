import { neverChargedCite } from './fee-citations.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import { openAnswer } from './open-answer.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

/** Money that somebody may want to hold a copy for. */
export type MoneyHold =
  | { readonly for: 'unpaid-care' }
  | { readonly for: 'earlier-copy' }
  | { readonly for: 'this-copy'; readonly freeViewOpen: boolean; readonly cannotPay: boolean };

export type MoneyHoldRefusal = {
  readonly code:
    | 'copies-not-withheld-for-unpaid-care'
    | 'copies-not-withheld-for-earlier-fee'
    | 'fee-not-asked-first'
    | 'free-view-not-open'
    | 'cannot-pay';
  readonly why: Why;
};

/** What goes with a fee that is asked for first: none of it moves the due date. */
export type PrepaymentTerms = { readonly clockRuns: true; readonly hardshipWaiver: 'one-click'; readonly why: Why };

/**
 * May a copy wait for money? Never for a bill for care, never for the fee of an earlier copy. For this copy's own fee only where
 * the pack answers OD-9 so, the free view is open already, and the person has not said that they can not pay.
 */
export function decideHoldForMoney(hold: MoneyHold, pack: Pack): Outcome<PrepaymentTerms, MoneyHoldRefusal> {
  const inputs = { for: hold.for };
  if (hold.for !== 'this-copy') {
    const line: ForbiddenLine = hold.for === 'unpaid-care' ? 'bill-for-care' : 'earlier-copy';
    const why = because(`${pack.chargeable.id}/${line}`, neverChargedCite(line, pack), inputs);
    return refuse({
      code: line === 'bill-for-care' ? 'copies-not-withheld-for-unpaid-care' : 'copies-not-withheld-for-earlier-fee',
      why,
    });
  }
  const { setting, why } = openAnswer(pack, 'OD-9');
  const never = pack.access.find(
    (row) => row.conf !== 'low' && row.fee.freeWhen.some((rule) => rule.when === 'cannot-pay'),
  );
  if (never) return refuse({ code: 'fee-not-asked-first', why: because(never.id, never.cite, inputs, never.conf) });
  if (setting !== 'fee-first') return refuse({ code: 'fee-not-asked-first', why });
  if (!hold.freeViewOpen) return refuse({ code: 'free-view-not-open', why });
  if (hold.cannotPay) return refuse({ code: 'cannot-pay', why });
  return ok({ clockRuns: true, hardshipWaiver: 'one-click', why });
}
