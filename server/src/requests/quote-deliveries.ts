import { type FeeChoice, type FeeQuote, type Pack, quoteFees } from '@echoback/right-of-access';
import type { FeeScheduleRow } from '../store/records.ts';
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
  const choices = kinds.map((kind) => choiceOf(kind, examCount, schedule));
  const quote = quoteFees(choices, schedule, pack);
  if (!quote.ok) throw new Error(`The fee schedule can not be used: ${quote.refusal.code}`);
  return quote.value;
}

function choiceOf(kind: DeliveryKind, examCount: number, schedule: FeeScheduleRow): FeeChoice {
  const copyMinutes = schedule.averageMinutes * examCount;
  switch (kind) {
    case 'online':
    case 'secure-link':
      return { kind };
    case 'prints':
      return { kind, by: 'post', sheets: sheetsPerExam * examCount, copyMinutes };
    default:
      return { kind, by: 'post', copyMinutes };
  }
}

/** A quote as it is shown and kept. */
export function quoteView(quote: FeeQuote): {
  totalCents: number;
  method: string;
  lines: { label: string; cents: number; rule: string; cite: string }[];
} {
  return { totalCents: quote.totalCents, method: quote.method, lines: quote.lines.map((line) => ({ ...line })) };
}
