import type { CalendarDate } from './calendar.ts';
import type { FeeQuote } from './fee.ts';
import { feeReason } from './fee-reason.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

/** Who let a fee go, when and why. Hardship is the person's word: nobody asks for proof. */
export type FeeWaiver = {
  readonly kind: 'hardship' | 'courtesy' | 'our-mistake' | 'late-answer';
  readonly reason: string;
  readonly by: string;
  readonly on: CalendarDate;
};

export type WaiverRefusal = { readonly code: 'reason-missing' | 'who-missing'; readonly why: Why };

/** The same copy for nothing. A facility may always ask for less than the law allows; what it would have been stays in the why. */
export function waiveFee(quote: FeeQuote, waiver: FeeWaiver, pack: Pack): Outcome<FeeQuote, WaiverRefusal> {
  const why = because(`${pack.chargeable.id}/waiver`, 'house rule: a waiver says who, when and why', {
    kind: waiver.kind,
  });
  if (waiver.by.trim() === '') return refuse({ code: 'who-missing', why });
  if (waiver.kind !== 'hardship' && waiver.reason.trim() === '') return refuse({ code: 'reason-missing', why });
  const { kind, by, on } = waiver;
  const reason = waiver.reason.trim() || kind;
  const inputs = { 'would-be-cents': quote.totalCents, kind, reason, by, on };
  const waived = feeReason('waived', { ...pack.chargeable, id: `${pack.chargeable.id}/waiver` }, pack, inputs);
  return ok({
    ...quote,
    totalCents: 0,
    method: 'free',
    lines: [],
    approximate: false,
    needsSupervisor: false,
    why: [...quote.why, waived],
  });
}
