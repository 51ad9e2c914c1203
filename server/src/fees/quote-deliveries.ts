import {
  type FeeChoice,
  type FeeFacts,
  type FeePart,
  type FeeQuote,
  type FeeReason,
  type FeeRefusal,
  type FeeRoute,
  feeReasonWords,
  type Outcome,
  type Pack,
  quoteTogether,
} from '@echoback/right-of-access';
import type { FeeScheduleRow, QuoteReason, QuoteRow } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

export type AskedWay = { kind: DeliveryKind; who?: 'self' | 'third-party' | undefined };

/** What is known of one request beside its ways: the minutes that were logged, and what makes it free. */
export type QuoteFacts = { facts?: FeeFacts; copyMinutes?: number };

/** How many sheets an exam takes in print, before anybody has seen it; the bill counts the real ones and may only be lower. */
const sheetsPerExam = 4;

/** What the ways of receiving a copy cost together. The fee schedule is the facility's; a wrong one is a fault of set-up. */
export function quoteDeliveries(
  ways: readonly AskedWay[],
  examCount: number,
  schedule: FeeScheduleRow,
  pack: Pack,
): FeeQuote {
  const quote = quoteWays(ways, examCount, schedule, pack);
  if (!quote.ok) throw new Error(`The fee schedule can not be used: ${quote.refusal.code}`);
  return quote.value;
}

/** The same with everything that is known of a request; what cannot be priced is refused with its rule. */
export function quoteWays(
  ways: readonly AskedWay[],
  examCount: number,
  schedule: FeeScheduleRow,
  pack: Pack,
  known: QuoteFacts = {},
): Outcome<FeeQuote, FeeRefusal> {
  const exams = Math.max(1, examCount);
  const routes = [...new Set(ways.map(routeOf))];
  let minutesLeft = known.copyMinutes;
  const parts = routes.map((route): FeePart => {
    const choices = ways
      .filter((way) => routeOf(way) === route)
      .map((way) => {
        const choice = choiceOf(way.kind, exams);
        if (minutesLeft === undefined || !isByHand(way.kind)) return choice;
        // Minutes are logged for the request: they are counted once, with its first copy.
        const timed = { ...choice, copyMinutes: minutesLeft } as FeeChoice;
        minutesLeft = 0;
        return timed;
      });
    return { choices, facts: { ...known.facts, exams, route } };
  });
  return quoteTogether(parts, schedule, pack);
}

/** An electronic copy goes to a third party by directive; prints need an authorization: 45 CFR 164.524(c)(3)(ii), Ciox. */
function routeOf({ kind, who }: AskedWay): FeeRoute {
  if (who !== 'third-party') return 'individual';
  return kind === 'prints' ? 'authorization' : 'directive';
}

/** What is agreed on later has its price with the agreement. */
const withoutHands: readonly DeliveryKind[] = [
  'online',
  'email-unencrypted',
  'secure-link',
  'other-form',
  'inspection',
];

function isByHand(kind: DeliveryKind): boolean {
  return !withoutHands.includes(kind);
}

/** Nobody has copied anything yet, so there are no minutes: the engine estimates with the average for each exam. */
function choiceOf(kind: DeliveryKind, exams: number): FeeChoice {
  switch (kind) {
    case 'online':
    case 'secure-link':
    case 'inspection':
      return { kind };
    case 'email-unencrypted':
      return { kind: 'email' };
    case 'other-form':
      return { kind: 'online' };
    case 'prints':
      return { kind, by: 'post', sheets: sheetsPerExam * exams };
    default:
      return { kind, by: 'post' };
  }
}

/** A quote as it is shown and kept: its lines, and the rules behind it in both languages. */
export function quoteView(quote: FeeQuote): QuoteRow {
  return {
    totalCents: quote.totalCents,
    method: quote.method,
    lines: quote.lines.map((line) => ({ ...line })),
    route: quote.route,
    approximate: quote.approximate,
    compared: quote.compared.map((each) => ({ ...each })),
    cite: quote.cite,
    why: quote.why.map(reasonView),
    offers: quote.offers.map(reasonView),
    toConfirm: quote.toConfirm.map(reasonView),
    needsSupervisor: quote.needsSupervisor,
  };
}

function reasonView(reason: FeeReason): QuoteReason {
  const { kind, rule, cite, confidence, inputs } = reason;
  return {
    kind,
    rule,
    cite,
    confidence,
    inputs: inputs.map((each) => ({ ...each })),
    words: { en: feeReasonWords(reason, 'en'), es: feeReasonWords(reason, 'es') },
  };
}

/** A kept quote as the engine reads it. Steps that were kept without a kind stay words and decide nothing. */
export function quoteOf(row: QuoteRow): FeeQuote {
  const reasons = (kept: QuoteReason[]): FeeReason[] =>
    kept.flatMap(({ kind, rule, cite, confidence, inputs = [] }) =>
      kind ? [{ kind, rule, cite, confidence, inputs }] : [],
    );
  return {
    ...(row as unknown as FeeQuote),
    why: reasons(row.why),
    offers: reasons(row.offers),
    toConfirm: reasons(row.toConfirm),
  };
}
