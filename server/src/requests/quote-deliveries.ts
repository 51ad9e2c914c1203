import {
  type FeeChoice,
  type FeeQuote,
  type FeeReason,
  feeReasonWords,
  type Pack,
  quoteFees,
} from '@echoback/right-of-access';
import type { FeeScheduleRow, QuoteRow } from '../store/records.ts';
import type { DeliveryKind } from '../store/schema.ts';

/** How many sheets an exam takes in print, before anybody has seen it; the bill counts the real ones and may only be lower. */
const sheetsPerExam = 4;

/** What the ways of receiving a copy cost together. The fee schedule is the facility's; a wrong one is a fault of set-up. */
export function quoteDeliveries(
  kinds: readonly DeliveryKind[],
  examCount: number,
  schedule: FeeScheduleRow,
  pack: Pack,
): FeeQuote {
  const choices = kinds.map((kind) => choiceOf(kind, examCount));
  const quote = quoteFees(choices, schedule, pack, { exams: Math.max(1, examCount) });
  if (!quote.ok) throw new Error(`The fee schedule can not be used: ${quote.refusal.code}`);
  return quote.value;
}

/** Nobody has copied anything yet, so there are no minutes: the engine estimates with the average for each exam. */
function choiceOf(kind: DeliveryKind, examCount: number): FeeChoice {
  switch (kind) {
    case 'online':
    case 'secure-link':
      return { kind };
    case 'prints':
      return { kind, by: 'post', sheets: sheetsPerExam * Math.max(1, examCount) };
    default:
      return { kind, by: 'post' };
  }
}

/** A quote as it is shown and kept: its lines, and the rules behind it in both languages. */
export function quoteView(quote: FeeQuote): Omit<QuoteRow, 'quotedAt'> {
  const words = (reason: FeeReason) => ({ en: feeReasonWords(reason, 'en'), es: feeReasonWords(reason, 'es') });
  return {
    totalCents: quote.totalCents,
    method: quote.method,
    lines: quote.lines.map((line) => ({ ...line })),
    approximate: quote.approximate,
    why: quote.why.map((reason) => ({
      rule: reason.rule,
      cite: reason.cite,
      confidence: reason.confidence,
      words: words(reason),
    })),
  };
}
