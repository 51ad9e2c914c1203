import { addDays, type CalendarDate, daysBetween } from './calendar.ts';
import type { Extension } from './extension.ts';
import type { Pack } from './policy-pack.ts';

/** A due date is only ever computed: what is kept is the day of receipt and, if there was one, the extension letter. */
export type DueDate = {
  readonly on: CalendarDate;
  readonly working:
    | { readonly kind: 'response-days'; readonly received: CalendarDate; readonly days: number; readonly cite: string }
    | {
        readonly kind: 'extension';
        readonly received: CalendarDate;
        readonly extension: Extension;
        readonly cite: string;
      };
};

/** Last day to act: receipt plus the pack's days, or the date promised in the one extension letter. 45 CFR 164.524(b)(2). */
export function dueDate(received: CalendarDate, extension: Extension | undefined, pack: Pack): DueDate {
  if (extension) {
    return { on: extension.promisedOn, working: { kind: 'extension', received, extension, cite: pack.extension.cite } };
  }
  const { value: days, cite } = pack.responseDays;
  return { on: addDays(received, days), working: { kind: 'response-days', received, days, cite } };
}

/** `fine`, `soon` (the clock is near) and `late` (it is over): the only thing that amber and red are for. */
export type ClockLevel = 'fine' | 'soon' | 'late';

export type ClockWarning = { readonly percent: number; readonly on: CalendarDate; readonly reached: boolean };

export type ClockStatus = {
  readonly due: DueDate;
  /** 0 on the last day to act, negative afterwards. */
  readonly daysLeft: number;
  /** 0 on the day of receipt, 1 on the due date, more when late. */
  readonly fractionUsed: number;
  readonly level: ClockLevel;
  readonly warnings: readonly ClockWarning[];
  /** First day on which the answer is late. */
  readonly overdueFrom: CalendarDate;
};

/**
 * How the clock stands on a day. For a request that is closed, pass the day on which it stopped.
 * Waits (for identity, an answer, a fee, a signature) are not arguments: in this pack they move nothing.
 */
export function clockStatus(
  received: CalendarDate,
  extension: Extension | undefined,
  today: CalendarDate,
  pack: Pack,
): ClockStatus {
  const due = dueDate(received, extension, pack);
  const span = daysBetween(received, due.on);
  const used = Math.max(0, daysBetween(received, today));
  const { percents, soonFrom } = pack.warnings.value;
  const warnings = percents.map((percent) => warningAt(received, span, percent, today));
  const daysLeft = daysBetween(today, due.on);
  const soon = today >= warningAt(received, span, soonFrom, today).on;
  const level = daysLeft < 0 ? 'late' : soon ? 'soon' : 'fine';
  return { due, daysLeft, fractionUsed: used / span, level, warnings, overdueFrom: addDays(due.on, 1) };
}

function warningAt(received: CalendarDate, span: number, percent: number, today: CalendarDate): ClockWarning {
  const on = addDays(received, Math.floor((span * percent) / 100));
  return { percent, on, reached: today >= on };
}
