import type { Confidence } from './why.ts';

/**
 * A ceiling on what the patient pays. `cents` is per unit of `on`; `basis` stands where the law names a cost and no number.
 * The lowest of all ceilings that apply wins, and the patient rate of the base pack is one of them.
 */
export type FeeCap = {
  readonly on: 'paper-page' | 'non-paper-page' | 'electronic-copy' | 'film-copy' | 'whole-copy';
  readonly cents: number | null;
  readonly basis?: 'documented-cost' | 'cost-of-materials' | 'reasonable-cost' | 'actual-cost';
  readonly conf: Confidence;
};

/** A copy that costs nothing. `once`: one such copy; `proof`: the person shows the claim or appeal. */
export type FreeWhen = {
  readonly when: 'first-copy' | 'electronic-copy' | 'benefit-claim' | 'inspection' | 'cannot-pay';
  readonly once: boolean;
  readonly proof: boolean;
  /** Where the row’s own clause, about its period, does not say it. */
  readonly cite?: string;
  readonly conf: Confidence;
};

export type NeverCharged = 'search' | 'retrieval' | 'administration' | 'verification' | 'request' | 'bill-for-care';

/** What one row adds about money. Ceilings above the patient rate are left out: the patient rate wins for the individual. */
export type FeeRow = {
  readonly caps: readonly FeeCap[];
  readonly freeWhen: readonly FreeWhen[];
  readonly neverCharge: readonly NeverCharged[];
};

export const noFeeRule: FeeRow = { caps: [], freeWhen: [], neverCharge: [] };
