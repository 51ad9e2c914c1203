import {
  type ChargedWorkRefusal,
  decideChargedWork,
  decideQuoteChange,
  type FeeAcceptance,
  type FeeNotice,
  type FeeQuote,
  type Outcome,
  type Pack,
} from '@echoback/right-of-access';

/** One quote of a request with what followed from it. */
export type TracedQuote = {
  id: string;
  quote: FeeQuote;
  notice?: FeeNotice;
  yes?: FeeAcceptance;
  /** The last word of the person on this quote. */
  answer?: 'yes' | 'no';
};

export type FeeStanding = {
  /** What holds: the last quote that needed no yes or has one. */
  inForce: TracedQuote | undefined;
  /** A quote that does not hold (yet): not told, waiting for an answer, or declined. */
  pending: (TracedQuote & { state: 'not-told' | 'waiting' | 'declined' }) | undefined;
  /** May work begin that is charged, and up to what? */
  work: Outcome<{ readonly upToCents: number }, ChargedWorkRefusal>;
};

/**
 * Reads the quotes from the first to the last: a fall holds at once, a rise only with its own notice and yes, and until then
 * the work goes on at what held before. What was told and what was said is on record; this is worked out each time.
 */
export function feeStanding(quotes: readonly TracedQuote[], pack: Pack): FeeStanding {
  let inForce: TracedQuote | undefined;
  let agreed: FeeAcceptance | undefined;
  for (const each of quotes) {
    if (!holds(agreed, each, pack)) continue;
    inForce = each;
    // A yes to an amount covers the lower one after it, and not the way back up.
    const said = each.yes ?? agreed;
    agreed = each.quote.totalCents === 0 || !said ? undefined : { ...said, totalCents: each.quote.totalCents };
  }
  const last = quotes.at(-1);
  const open = last && last !== inForce ? last : undefined;
  return {
    inForce,
    pending: open && { ...open, state: stateOf(open) },
    work: inForce
      ? { ok: true, value: { upToCents: inForce.quote.totalCents } }
      : last
        ? decideChargedWork(last.quote, last.notice, last.yes, pack)
        : { ok: true, value: { upToCents: 0 } },
  };
}

function holds(agreed: FeeAcceptance | undefined, next: TracedQuote, pack: Pack): boolean {
  if (next.quote.totalCents === 0) return true;
  const { notice, yes: acceptance } = next;
  if (!agreed) return decideChargedWork(next.quote, notice, acceptance, pack).ok;
  const renewed = { ...(notice ? { notice } : {}), ...(acceptance ? { acceptance } : {}) };
  return decideQuoteChange(agreed, next.quote, renewed, pack).ok;
}

function stateOf({ notice, answer }: TracedQuote): 'not-told' | 'waiting' | 'declined' {
  if (answer === 'no') return 'declined';
  return notice ? 'waiting' : 'not-told';
}
