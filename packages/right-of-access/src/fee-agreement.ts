import type { CalendarDate } from './calendar.ts';
import type { FeeQuote } from './fee.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import { because, type Why } from './why.ts';

/** A quote as the person was told it, before any work that costs something. */
export type FeeNotice = { readonly quote: FeeQuote; readonly sentOn: CalendarDate };

/** The person's yes to one notice, kept with the request. */
export type FeeAcceptance = {
  readonly totalCents: number;
  readonly on: CalendarDate;
  readonly by: 'patient' | 'representative';
  readonly channel: 'portal' | 'phone' | 'paper' | 'in-person';
};

export type AcceptanceRefusal =
  | { readonly code: 'other-amount'; readonly toldCents: number; readonly acceptedCents: number; readonly why: Why }
  | { readonly code: 'accepted-before-notice'; readonly sentOn: CalendarDate; readonly why: Why };

/** Keeps a yes. It is a yes to the amount that the person was told, and to nothing that comes later. */
export function acceptFee(
  notice: FeeNotice,
  acceptance: FeeAcceptance,
  pack: Pack,
): Outcome<FeeAcceptance, AcceptanceRefusal> {
  const { totalCents: toldCents } = notice.quote;
  const { totalCents: acceptedCents, on } = acceptance;
  const why = noticeWhy(pack, {
    'told-cents': toldCents,
    'accepted-cents': acceptedCents,
    'notice-sent': notice.sentOn,
  });
  if (acceptedCents !== toldCents) return refuse({ code: 'other-amount', toldCents, acceptedCents, why });
  if (on < notice.sentOn) return refuse({ code: 'accepted-before-notice', sentOn: notice.sentOn, why });
  return ok(acceptance);
}

export type ChargedWorkRefusal =
  | { readonly code: 'notice-missing'; readonly why: Why }
  | { readonly code: 'not-accepted'; readonly why: Why };

/** May work begin that the person will be charged for? Only after the notice and the yes. Free work never waits for either. */
export function decideChargedWork(
  quote: FeeQuote,
  notice: FeeNotice | undefined,
  acceptance: FeeAcceptance | undefined,
  pack: Pack,
): Outcome<{ readonly upToCents: number }, ChargedWorkRefusal> {
  if (quote.totalCents === 0) return ok({ upToCents: 0 });
  const why = noticeWhy(pack, { 'total-cents': quote.totalCents });
  if (!notice || notice.quote.totalCents < quote.totalCents) return refuse({ code: 'notice-missing', why });
  if (!acceptance) return refuse({ code: 'not-accepted', why });
  return ok({ upToCents: acceptance.totalCents });
}

export type QuoteChange =
  | { readonly kind: 'same' | 'risen'; readonly chargeCents: number; readonly why: Why }
  | { readonly kind: 'fallen'; readonly chargeCents: number; readonly fellByCents: number; readonly why: Why };

export type QuoteChangeRefusal = {
  readonly code: 'rise-needs-notice-and-agreement';
  readonly lacks: readonly ('notice' | 'agreement')[];
  readonly agreedCents: number;
  readonly wantedCents: number;
  /** What the work goes on at. */
  readonly chargeCents: number;
  readonly why: Why;
};

/**
 * A quote that changes: it may fall by itself, and rises only with a notice of the higher one and the person's agreement to
 * that notice. Until then the work goes on at what was agreed.
 */
export function decideQuoteChange(
  agreed: FeeAcceptance,
  wanted: FeeQuote,
  renewed: { readonly notice?: FeeNotice; readonly acceptance?: FeeAcceptance },
  pack: Pack,
): Outcome<QuoteChange, QuoteChangeRefusal> {
  const { totalCents: agreedCents } = agreed;
  const { totalCents: wantedCents } = wanted;
  const why = noticeWhy(pack, { 'agreed-cents': agreedCents, 'wanted-cents': wantedCents });
  if (wantedCents === agreedCents) return ok({ kind: 'same', chargeCents: agreedCents, why });
  if (wantedCents < agreedCents) {
    return ok({ kind: 'fallen', chargeCents: wantedCents, fellByCents: agreedCents - wantedCents, why });
  }
  const { notice, acceptance } = renewed;
  const told = notice !== undefined && notice.quote.totalCents === wantedCents;
  const said = told && acceptance !== undefined && acceptFee(notice, acceptance, pack).ok;
  if (said) return ok({ kind: 'risen', chargeCents: wantedCents, why });
  const lacks = told ? (['agreement'] as const) : (['notice', 'agreement'] as const);
  return refuse({
    code: 'rise-needs-notice-and-agreement',
    lacks,
    agreedCents,
    wantedCents,
    chargeCents: agreedCents,
    why,
  });
}

function noticeWhy(pack: Pack, inputs: Readonly<Record<string, string | number>>): Why {
  const { id, cite, conf } = pack.chargeable;
  return because(
    `${id}/notice`,
    `${cite}; HHS guidance: the fee is told before the work; it rises only with agreement`,
    inputs,
    conf,
  );
}
