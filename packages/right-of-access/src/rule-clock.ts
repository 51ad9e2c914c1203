import type { AccessKind, AccessRow, ExtensionRule, Limit } from './access-row.ts';
import {
  addBusinessDays,
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  type Holidays,
  lastBusinessDayUpTo,
  latest,
  nextBusinessDayFrom,
} from './calendar.ts';
import type { Pause } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleWhy } from './rule-why.ts';
import type { Why } from './why.ts';

/** A wait for the person. It moves a deadline only in packs that list it as a pause. Open while `until` is absent. */
export type DatedWait = {
  readonly cause: 'identity' | 'clarification' | 'fee' | 'format' | 'vendor' | 'signature';
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** The person had shown who they are, though the wait goes on for something else. */
  readonly answeredOn?: CalendarDate;
  /** Asked at once, on a reasonable doubt. */
  readonly askedPromptly?: boolean;
  readonly veryLargeRecord?: boolean;
};

/** What, beside the day of receipt, a period may depend on. Everything has the reading that is best for the patient. */
export type ClockFacts = {
  /** `copy` when absent. */
  readonly kind?: AccessKind;
  /** When it first stood in writing; the day of receipt when absent. */
  readonly writtenOn?: CalendarDate;
  readonly paidOn?: CalendarDate | 'nothing-to-pay';
  readonly authorizedOn?: CalendarDate;
  readonly modality?: 'mammography';
  readonly kept?: 'in-state' | 'out-of-state';
  readonly waits?: readonly DatedWait[];
  /** Holidays by name of calendar. A calendar that a rule needs and that is not here is a fault. */
  readonly holidays?: Readonly<Record<string, Holidays>>;
};

/** One rule's period for one request. Several run at once; the earliest that acts is the due date. */
export type RuleClock = {
  readonly row: AccessRow;
  readonly limit: Limit;
  readonly startedOn: CalendarDate;
  readonly due: CalendarDate;
  /** The latest day that one extension letter may promise; `due` where the rule gives none. */
  readonly maxExtended: CalendarDate;
  /** A row of low confidence is shown and moves nothing. */
  readonly acts: boolean;
  readonly why: Why;
};

/** Every period that runs for this kind of access, the earliest first; those whose start has not come are left out. */
export function ruleClocks(received: CalendarDate, pack: Pack, facts: ClockFacts = {}): readonly RuleClock[] {
  const kind = facts.kind ?? 'copy';
  return pack.access
    .filter((row) => row.kind === kind || (kind === 'report' && row.kind === 'copy'))
    .filter((row) => !row.modalities || (facts.modality !== undefined && row.modalities.includes(facts.modality)))
    .filter((row) => !row.kept || row.kept === (facts.kept ?? 'in-state'))
    .flatMap((row) => clockOf(row, received, pack, facts) ?? [])
    .sort((a, b) => daysBetween(b.due, a.due));
}

function clockOf(row: AccessRow, received: CalendarDate, pack: Pack, facts: ClockFacts): RuleClock | undefined {
  const asked = startOf(row, received, pack, facts);
  if (!row.limit || !asked) return undefined;
  const { startedOn, stoodStill, end, due } = periodOf(
    row.limit,
    asked,
    pack,
    withWaitsInTime(row.limit, asked, pack, facts),
  );
  const maxExtended = row.extension ? longest(row.extension, startedOn, due, stoodStill, pack, facts) : due;
  const inputs = [
    { name: 'received', value: received },
    { name: 'startedOn', value: startedOn },
    { name: 'limit', value: `${row.limit.n} ${row.limit.unit}` },
    ...(stoodStill > 0 ? [{ name: 'daysStoodStill', value: String(stoodStill) }] : []),
    ...(end === due ? [] : [{ name: 'periodEnds', value: end }]),
    { name: 'due', value: due },
  ];
  const why = ruleWhy(row, pack, inputs);
  return { row, limit: row.limit, startedOn, due, maxExtended, acts: row.conf !== 'low', why };
}

function periodOf(limit: Limit, asked: CalendarDate, pack: Pack, facts: ClockFacts) {
  const startedOn = latest([asked, ...restarts(pack, facts)]);
  const stoodStill = daysStoodStill(pack, facts);
  const end = addDays(counted(startedOn, limit, pack, facts), stoodStill);
  return { startedOn, stoodStill, end, due: settled(end, limit, pack, facts) };
}

/** What was asked for when the period was over already moves it no more: else a late answer could be made one in time. */
function withWaitsInTime(limit: Limit, asked: CalendarDate, pack: Pack, facts: ClockFacts): ClockFacts {
  const inOrder = [...(facts.waits ?? [])].sort((a, b) => daysBetween(b.from, a.from));
  const waits: DatedWait[] = [];
  for (const wait of inOrder) {
    if (wait.from <= periodOf(limit, asked, pack, { ...facts, waits }).due) waits.push(wait);
  }
  return { ...facts, waits };
}

function longest(
  rule: ExtensionRule,
  startedOn: CalendarDate,
  due: CalendarDate,
  stoodStill: number,
  pack: Pack,
  facts: ClockFacts,
): CalendarDate {
  const end =
    rule.from === 'start'
      ? addDays(counted(startedOn, rule.limit, pack, facts), stoodStill)
      : plusLimit(due, rule.limit, holidaysFor(rule.limit, pack, facts));
  return settled(end, rule.limit, pack, facts);
}

function startOf(row: AccessRow, received: CalendarDate, pack: Pack, facts: ClockFacts): CalendarDate | undefined {
  switch (row.startsOn) {
    case 'receipt':
      return received;
    case 'writtenRequest':
      return latest([received, facts.writtenOn ?? received]);
    case 'requestAndPayment':
      if (facts.paidOn === 'nothing-to-pay') return received;
      if (facts.paidOn) return latest([received, facts.paidOn]);
      // Where the fee is billed with the release, no payment is waited for (OD-9).
      return pack.answers['OD-9'] === 'invoice-with-release' ? received : undefined;
    case 'authorization':
      return facts.authorizedOn && latest([received, facts.authorizedOn]);
  }
}

/** The end of a period before any roll. OD-1 decides whether the first day is counted. */
function counted(startedOn: CalendarDate, limit: Limit, pack: Pack, facts: ClockFacts): CalendarDate {
  const zeroth = pack.answers['OD-1'] === 'day-1' ? addDays(startedOn, -1) : startedOn;
  return plusLimit(zeroth, limit, holidaysFor(limit, pack, facts));
}

/** The end of a limit counted from a day that is not counted itself. */
export function plusLimit(from: CalendarDate, limit: Limit, holidays: () => Holidays): CalendarDate {
  switch (limit.unit) {
    case 'calendar-day':
      return addDays(from, limit.n);
    case 'business-day':
      return addBusinessDays(from, limit.n, holidays());
    case 'month':
      return addMonths(from, limit.n);
  }
}

/** Where a last day that nobody works on ends up: OD-2. */
function settled(end: CalendarDate, limit: Limit, pack: Pack, facts: ClockFacts): CalendarDate {
  switch (pack.answers['OD-2']) {
    case 'stays':
      return end;
    case 'moves-earlier':
      return lastBusinessDayUpTo(end, holidaysFor(limit, pack, facts)());
    case 'moves-later':
      return nextBusinessDayFrom(end, holidaysFor(limit, pack, facts)());
  }
}

/** The holidays of a limit's calendar, or none where business days are weekdays (OD-20). */
export function holidaysFor(
  limit: Pick<Limit, 'calendar'>,
  pack: Pack,
  facts: Pick<ClockFacts, 'holidays'>,
): () => Holidays {
  return () => {
    if (pack.answers['OD-20'] === 'weekends-only') return new Set();
    const name = limit.calendar ?? pack.calendar;
    const holidays = facts.holidays?.[name];
    if (!holidays) throw new RangeError(`No holidays were given for the calendar ${name}`);
    return holidays;
  };
}

/** The rule by which a wait of this cause may move the deadline, with its condition; undefined where nothing pauses (OD-5). */
export function pauseFor(cause: Pause['cause'], pack: Pack): Pause | undefined {
  return pausesOf(pack).find((pause) => pause.cause === cause);
}

function pausesOf(pack: Pack): readonly Pause[] {
  return pack.answers['OD-5'] === 'never' ? [] : pack.pauses.filter(({ conf }) => conf !== 'low');
}

/** What this wait does to the deadline; undefined where it stands beside one that does not move. */
export function pauseOf(wait: DatedWait, pack: Pack): Pause['effect'] | undefined {
  const rule = pausesOf(pack).find(
    ({ cause, onlyIf }) =>
      cause === wait.cause &&
      (onlyIf === 'asked-promptly' ? wait.askedPromptly === true : wait.veryLargeRecord === true),
  );
  return rule?.effect;
}

function pausing(pack: Pack, facts: ClockFacts, effect: Pause['effect']) {
  return (facts.waits ?? []).filter((wait) => pauseOf(wait, pack) === effect);
}

function restarts(pack: Pack, facts: ClockFacts): readonly CalendarDate[] {
  return pausing(pack, facts, 'period-starts-when-answered').flatMap((wait) => wait.answeredOn ?? wait.until ?? []);
}

/** Days on which the period stood still; days in two waits count once, and a wait that is still open not yet. */
function daysStoodStill(pack: Pack, facts: ClockFacts): number {
  const waits = pausing(pack, facts, 'period-stands-still')
    .flatMap(({ from, until }) => (until && until > from ? [{ from, until }] : []))
    .sort((a, b) => daysBetween(b.from, a.from));
  let total = 0;
  let reached: CalendarDate | undefined;
  for (const { from, until } of waits) {
    const begin = reached === undefined ? from : latest([from, reached]);
    total += Math.max(0, daysBetween(begin, until));
    reached = reached === undefined ? until : latest([until, reached]);
  }
  return total;
}
