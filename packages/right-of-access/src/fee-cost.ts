import { type ChargedChoice, copiesOf, type FeeFacts, isRemote } from './fee-choice.ts';
import { lineCite } from './fee-citations.ts';
import type { ChargeableLine, FeeLine } from './fee-line.ts';
import type { FeeSchedule } from './fee-schedule.ts';
import type { FeeMethod, Pack } from './policy-pack.ts';

export type CostGroup = 'electronic' | 'paper' | 'film' | 'summary';

/** A line together with what a ceiling needs to know about it. */
export type CostedLine = FeeLine & { readonly group: CostGroup };

export function groupOf(choice: ChargedChoice): CostGroup {
  if (choice.kind === 'summary') return 'summary';
  if (choice.kind === 'prints') return choice.on ?? 'paper';
  return choice.kind === 'paper-pages' ? 'paper' : 'electronic';
}

/** Sheets of one choice, over all its copies; 0 for what has none. */
export function sheetsOf(choice: ChargedChoice): number {
  if (choice.kind === 'prints') return choice.sheets * copiesOf(choice);
  return choice.kind === 'paper-pages' ? choice.pages * copiesOf(choice) : 0;
}

/** What one choice costs to make: copying, supplies, postage, each with its clause; labour is rounded down (OD-19). */
export function costLines(
  method: Exclude<FeeMethod, 'flat'>,
  choice: ChargedChoice,
  schedule: FeeSchedule,
  facts: FeeFacts,
  pack: Pack,
): readonly CostedLine[] {
  const group = groupOf(choice);
  const line = (label: ChargeableLine, cents: number, rule: FeeLine['rule'] = method): CostedLine => ({
    label,
    cents,
    rule,
    cite: lineCite(label, pack),
    group,
  });
  if (choice.kind === 'summary') return [line('summary', choice.agreedCents ?? 0, 'agreed')];
  const labour = line('labour', labourCents(minutesOf(method, choice, schedule, facts), schedule));
  if (isRemote(choice)) return [labour];
  const postage = choice.by === 'post' ? [line('postage', schedule.postageCents * copiesOf(choice))] : [];
  switch (choice.kind) {
    case 'prints':
      return [labour, line('print-sheets', sheetsOf(choice) * schedule.printSheetCents), ...postage];
    case 'paper-pages':
      return method === 'average' && schedule.paperPageCents !== undefined
        ? [line('paper-pages', sheetsOf(choice) * schedule.paperPageCents), ...postage]
        : [labour, line('paper-pages', sheetsOf(choice) * (schedule.paperSheetCents ?? 0)), ...postage];
    default:
      return [labour, line(choice.kind, copiesOf(choice) * mediumCents(choice.kind, schedule)), ...postage];
  }
}

/** One flat fee for all electronic copies of a request, with everything in it: labour, supplies and postage. */
export function flatLine(schedule: FeeSchedule, pack: Pack): CostedLine {
  return { label: 'flat', cents: schedule.flatCents, rule: 'flat', cite: lineCite('flat', pack), group: 'electronic' };
}

export function sumOf(lines: readonly { readonly cents: number }[]): number {
  return lines.reduce((total, line) => total + line.cents, 0);
}

function minutesOf(
  method: Exclude<FeeMethod, 'flat'>,
  choice: Exclude<ChargedChoice, { readonly kind: 'summary' }>,
  schedule: FeeSchedule,
  facts: FeeFacts,
): number {
  const average = schedule.averageMinutes * (facts.exams ?? 1) * copiesOf(choice);
  return method === 'average' ? average : (choice.copyMinutes ?? average);
}

function labourCents(minutes: number, schedule: FeeSchedule): number {
  return Math.floor((minutes * schedule.labourCentsPerHour) / 60);
}

function mediumCents(medium: 'cd' | 'dvd' | 'usb', schedule: FeeSchedule): number {
  return { cd: schedule.cdCents, dvd: schedule.dvdCents, usb: schedule.usbCents }[medium];
}
