import { addDays, type CalendarDate, calendarDate, type Holidays, type Weekday, weekday } from './calendar.ts';

/** When a holiday falls in a year, and where it is kept when that is a weekend. */
export type HolidayRule = {
  readonly name: string;
  /** First year in which it is kept. */
  readonly since?: number;
} & (
  | {
      readonly kind: 'fixed';
      readonly month: number;
      readonly day: number;
      readonly observed: 'nearest-weekday' | 'monday-after-sunday' | 'friday-before-saturday' | 'as-it-falls';
    }
  /** The nth weekday of a month, 1 to 4; `plusDays` after it. */
  | {
      readonly kind: 'nth';
      readonly month: number;
      readonly weekday: Weekday;
      readonly nth: number;
      readonly plusDays?: number;
    }
  | { readonly kind: 'last'; readonly month: number; readonly weekday: Weekday }
);

/** A named list of holidays. A changed list has another version; open business-day clocks are counted anew, closed ones stay. */
export type HolidayCalendar = {
  readonly name: string;
  readonly version: string;
  readonly cite: string;
  readonly holidays: readonly HolidayRule[];
};

/** The days off of these years, both included. */
export function holidaysOf(calendar: HolidayCalendar, years: { readonly from: number; readonly to: number }): Holidays {
  const days = new Set<CalendarDate>();
  // One year more: the first of January may be kept on the last of December.
  for (let year = years.from; year <= years.to + 1; year += 1) {
    for (const rule of calendar.holidays) {
      if (year < (rule.since ?? year)) continue;
      const day = keptOn(rule, year);
      const inYear = Number(day.slice(0, 4));
      if (inYear >= years.from && inYear <= years.to) days.add(day);
    }
  }
  return days;
}

function keptOn(rule: HolidayRule, year: number): CalendarDate {
  switch (rule.kind) {
    case 'fixed':
      return observedDay(dayOf(year, rule.month, rule.day), rule.observed);
    case 'nth': {
      const first = firstWeekday(dayOf(year, rule.month, 1), rule.weekday);
      return addDays(first, (rule.nth - 1) * 7 + (rule.plusDays ?? 0));
    }
    case 'last': {
      const nextMonth = rule.month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, rule.month + 1, 1);
      return firstWeekday(addDays(nextMonth, -7), rule.weekday);
    }
  }
}

function observedDay(
  day: CalendarDate,
  observed: 'nearest-weekday' | 'monday-after-sunday' | 'friday-before-saturday' | 'as-it-falls',
): CalendarDate {
  const name = weekday(day);
  if (name === 'Sunday' && (observed === 'nearest-weekday' || observed === 'monday-after-sunday'))
    return addDays(day, 1);
  if (name === 'Saturday' && (observed === 'nearest-weekday' || observed === 'friday-before-saturday'))
    return addDays(day, -1);
  return day;
}

function firstWeekday(from: CalendarDate, wanted: Weekday): CalendarDate {
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(from, days));
  return week.find((day) => weekday(day) === wanted) as CalendarDate;
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  return calendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}
