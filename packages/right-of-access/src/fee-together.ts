import { type FeeQuote, type FeeRefusal, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import type { FeeReason } from './fee-reason.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import { type Outcome, ok } from './outcome.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';

/** The ways that go out by one right: the person's own, a directive, an authorization, treatment. */
export type FeePart = { readonly choices: readonly FeeChoice[]; readonly facts: FeeFacts };

/**
 * What a request costs when its copies go out by several rights: each part by its own rule (45 CFR 164.524(c)(4) for the
 * person, OD-24 and section 164.508 for third parties), and one sum for whoever asked.
 */
export function quoteTogether(
  parts: readonly FeePart[],
  schedule: FeeSchedule,
  pack: Pack,
): Outcome<FeeQuote, FeeRefusal> {
  const quotes: FeeQuote[] = [];
  for (const { choices, facts } of parts) {
    const quote = quoteFees(choices, schedule, pack, facts);
    if (!quote.ok) return quote;
    quotes.push(quote.value);
  }
  const [first, ...more] = quotes;
  if (!first) return quoteFees([], schedule, pack);
  return ok(more.length === 0 ? first : joined(quotes, first));
}

function joined(quotes: readonly FeeQuote[], first: FeeQuote): FeeQuote {
  const charged = quotes.filter(({ totalCents }) => totalCents > 0);
  const methods = [...new Set(charged.map(({ method }) => method))];
  const [only] = methods;
  return {
    totalCents: totalOf(quotes),
    // Two methods side by side are, as a whole, what the copies cost.
    method: only === undefined ? 'free' : methods.length === 1 ? only : 'actual',
    lines: quotes.flatMap(({ lines }) => lines),
    route: (charged[0] ?? first).route,
    approximate: quotes.some(({ approximate }) => approximate),
    compared: compared(charged),
    cite: (charged[0] ?? first).cite,
    why: once(quotes.flatMap(({ why }) => why)),
    offers: once(quotes.flatMap(({ offers }) => offers)),
    toConfirm: once(quotes.flatMap(({ toConfirm }) => toConfirm)),
    needsSupervisor: quotes.some(({ needsSupervisor }) => needsSupervisor),
  };
}

/** Each method over the whole: a part that has it by that method, the others at what they come to. */
function compared(quotes: readonly FeeQuote[]): FeeQuote['compared'] {
  const methods: FeeMethod[] = [...new Set(quotes.flatMap((quote) => quote.compared.map(({ method }) => method)))];
  return methods.map((method) => ({
    method,
    totalCents: quotes.reduce(
      (sum, quote) => sum + (quote.compared.find((each) => each.method === method) ?? quote).totalCents,
      0,
    ),
  }));
}

function totalOf(quotes: readonly FeeQuote[]): number {
  return quotes.reduce((sum, { totalCents }) => sum + totalCents, 0);
}

function once(reasons: readonly FeeReason[]): readonly FeeReason[] {
  return reasons.filter(
    ({ kind, rule }, index) => reasons.findIndex((each) => each.kind === kind && each.rule === rule) === index,
  );
}
