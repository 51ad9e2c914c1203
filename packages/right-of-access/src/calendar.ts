import { type Outcome, ok, refuse } from './outcome.ts';

declare const calendarDateBrand: unique symbol;

/**
 * A day on the facility's wall calendar, `YYYY-MM-DD`, years 1000–9999. Legal periods are counted on these and never in
 * hours: a span over a clock change has 719 or 721 of them. Plain string order is calendar order.
 */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

export type CalendarRefusal = { readonly code: 'not-a-calendar-date'; readonly text: string };

export type Weekday = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday';

/** Reads `YYYY-MM-DD` exactly; refuses days that no calendar has (2027-02-29). */
export function parseCalendarDate(text: string): Outcome<CalendarDate, CalendarRefusal> {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return refuse({ code: 'not-a-calendar-date', text });
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? ok(text as CalendarDate) : refuse({ code: 'not-a-calendar-date', text });
}

/** For dates written in code and data; a wrong one is a fault. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new RangeError(`Not a calendar date: ${text}`);
  return parsed.value;
}

/** The local day in an IANA time zone at an instant: milliseconds since 1970, or an ISO string that states its offset. */
export function calendarDateIn(timeZone: string, instant: number | string): CalendarDate {
  const { year, month, day } = localParts(timeZone, instant);
  return calendarDate(`${year}-${month}-${day}`);
}

/** The first instant of a local day, milliseconds since 1970: 00:00, or later where a clock change skips midnight. */
export function startOfLocalDay(timeZone: string, date: CalendarDate): number {
  let before = Date.parse(`${date}T00:00:00Z`) - 26 * hourMs;
  let within = before + 52 * hourMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (calendarDateIn(timeZone, middle) < date) before = middle;
    else within = middle;
  }
  return within;
}

const hourMs = 3_600_000;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day of the month, so many months on; the last day of that month where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return calendarDate(isoDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month))));
}

/** The last of several days; at least one must be given. */
export function latest(dates: readonly CalendarDate[]): CalendarDate {
  return dates.reduce((a, b) => (a > b ? a : b));
}

/** The first of several days; at least one must be given. */
export function earliest(dates: readonly CalendarDate[]): CalendarDate {
  return dates.reduce((a, b) => (a < b ? a : b));
}

/** Days from one date to the other; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

const weekdays: readonly Weekday[] = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

export function weekday(date: CalendarDate): Weekday {
  // Day 0 (1970-01-01) was a Thursday.
  const index = ((dayNumber(date) % 7) + 7) % 7;
  return weekdays[index] as Weekday;
}

/** Whole years lived on a day. Somebody born on 29 February turns a year older on 1 March of a common year. */
export function ageInYears(bornOn: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

export type Holidays = ReadonlySet<CalendarDate>;

export function isBusinessDay(date: CalendarDate, holidays: Holidays): boolean {
  const name = weekday(date);
  return name !== 'Saturday' && name !== 'Sunday' && !holidays.has(date);
}

/** The n-th business day after a date; the date itself is not counted. */
export function addBusinessDays(date: CalendarDate, days: number, holidays: Holidays): CalendarDate {
  let reached = date;
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1);
    if (isBusinessDay(reached, holidays)) left -= 1;
  }
  return reached;
}

export function nextBusinessDayFrom(date: CalendarDate, holidays: Holidays): CalendarDate {
  let reached = date;
  while (!isBusinessDay(reached, holidays)) reached = addDays(reached, 1);
  return reached;
}

export function lastBusinessDayUpTo(date: CalendarDate, holidays: Holidays): CalendarDate {
  let reached = date;
  while (!isBusinessDay(reached, holidays)) reached = addDays(reached, -1);
  return reached;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. Years are taken to begin in March, so that the leap day is the last one of its year. */
function dayNumber(date: CalendarDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const marchYear = month > 2 ? year : year - 1;
  const century = Math.floor(marchYear / 100);
  const leapDays = Math.floor(marchYear / 4) - century + Math.floor(century / 4);
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return marchYear * 365 + leapDays + daysBeforeMonth + day - 719_469;
}

/** Finds the year by estimate and the month by subtraction. */
function fromDayNumber(days: number): CalendarDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  let year = 1970 + Math.floor(days / 365.2425);
  while (dayNumber(isoDate(year, 1, 1)) > days) year -= 1;
  let left = days - dayNumber(isoDate(year, 1, 1));
  while (left >= daysInYear(year)) {
    left -= daysInYear(year);
    year += 1;
  }
  let month = 1;
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month);
    month += 1;
  }
  return calendarDate(isoDate(year, month, left + 1));
}

function isoDate(year: number, month: number, day: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate;
}

/** One for each time zone that was asked for: making one costs more than a hundred uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

function localParts(timeZone: string, instant: number | string) {
  const milliseconds = typeof instant === 'number' ? instant : Date.parse(instant);
  const statesOffset = typeof instant === 'number' || /(Z|[+-]\d{2}:?\d{2})$/.test(instant);
  if (!Number.isFinite(milliseconds) || !statesOffset)
    throw new RangeError(`Not an instant with its offset: ${instant}`);
  const format = formats.get(timeZone) ?? localDay(timeZone);
  formats.set(timeZone, format);
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of format.formatToParts(milliseconds)) parts[part.type] = part.value;
  return parts;
}

function localDay(timeZone: string): Intl.DateTimeFormat {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', options);
}
