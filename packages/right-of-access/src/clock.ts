import type { Limit } from './access-row.ts';
import { addDays, type CalendarDate, daysBetween, earliest, lastBusinessDayUpTo, latest } from './calendar.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, holidaysFor, type RuleClock, ruleClocks } from './rule-clock.ts';
import type { Why } from './why.ts';

/** The one letter that moves a due date, kept as it was sent. */
export type Extension = {
  readonly sentOn: CalendarDate;
  readonly promisedOn: CalendarDate;
  readonly reason: string;
};

/** A due date is only ever computed: what is kept is the day of receipt and, if there was one, the extension letter. */
export type DueDate = {
  readonly on: CalendarDate;
  readonly working:
    | {
        readonly kind: 'period';
        readonly received: CalendarDate;
        readonly startedOn: CalendarDate;
        readonly limit: Limit;
        /** Calendar days from the start to the due date, whatever the limit is counted in. */
        readonly days: number;
        readonly cite: string;
      }
    | {
        readonly kind: 'extension';
        readonly received: CalendarDate;
        readonly extension: Extension;
        readonly cite: string;
      };
  /** Every period that runs for this kind of access, the earliest first. */
  readonly clocks: readonly RuleClock[];
  readonly why: readonly Why[];
};

/**
 * Last day to act, to 23:59:59 local time: the earliest of all periods that run, or the date promised in the one extension
 * letter. A rule that starts later or is longer never moves another rule's date.
 */
export function dueDate(
  received: CalendarDate,
  extension: Extension | undefined,
  pack: Pack,
  facts: ClockFacts = {},
): DueDate {
  const clocks = ruleClocks(received, pack, facts);
  const first = governing(clocks, facts, pack);
  if (extension) {
    const on = earliest(actingOf(clocks).map((clock) => extendedDue(clock, extension.promisedOn)));
    const cite = first.row.extension?.cite ?? first.row.cite;
    const inputs = [
      ...first.why.inputs,
      { name: 'extensionSentOn', value: extension.sentOn },
      { name: 'promisedOn', value: extension.promisedOn },
    ];
    const why = [{ ...first.why, cite, inputs }];
    return { on, working: { kind: 'extension', received, extension, cite }, clocks, why };
  }
  const { startedOn, limit, due, row } = first;
  const days = daysBetween(startedOn, due);
  const working = { kind: 'period', received, startedOn, limit, days, cite: row.cite } as const;
  return { on: due, working, clocks, why: clocks.map((clock) => clock.why) };
}

/** The rules that may move a due date: low confidence is shown and moves nothing. */
function actingOf(clocks: readonly RuleClock[]): readonly RuleClock[] {
  return clocks.filter((clock) => clock.acts);
}

/** The period that ends first. A pack without any period for a kind of access is a fault of the pack. */
export function governing(clocks: readonly RuleClock[], { kind = 'copy' }: ClockFacts, pack: Pack): RuleClock {
  const first = actingOf(clocks)[0];
  if (!first) throw new RangeError(`The pack ${pack.jurisdiction} sets no period for: ${kind}`);
  return first;
}

function extendedDue(clock: RuleClock, promisedOn: CalendarDate): CalendarDate {
  return latest([clock.due, earliest([promisedOn, clock.maxExtended])]);
}

/** The last business day on or before the due date: for planning post and pick-up, never shown as the legal date. */
export function actionBy(due: CalendarDate, pack: Pack, facts: Pick<ClockFacts, 'holidays'>): CalendarDate {
  return lastBusinessDayUpTo(due, holidaysFor({}, pack, facts)());
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
 * How the clock stands on a day. For a request that is closed, pass the day on which it stopped. Waits in `facts` move
 * something only where the pack lists them as pauses.
 */
export function clockStatus(
  received: CalendarDate,
  extension: Extension | undefined,
  today: CalendarDate,
  pack: Pack,
  facts: ClockFacts = {},
): ClockStatus {
  const due = dueDate(received, extension, pack, facts);
  const span = Math.max(1, daysBetween(received, due.on));
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
