import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  daysBetween,
  isBusinessDay,
  weekday,
} from './calendar.ts';

/** An independent calendar: walks day by day, knowing only the lengths of months and the Gregorian leap rule. */
function walk(from: { y: number; m: number; d: number }, steps: number): string[] {
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const days: string[] = [];
  let { y, m, d } = from;
  for (let step = 0; step < steps; step++) {
    days.push(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    const leap = m === 2 && (y % 400 === 0 || (y % 4 === 0 && y % 100 !== 0));
    d += 1;
    if (d > (lengths[m - 1] as number) + (leap ? 1 : 0)) [m, d] = [m + 1, 1];
    if (m > 12) [y, m] = [y + 1, 1];
  }
  return days;
}

const cases = { numRuns: 10_000 };
const fourCenturies = walk({ y: 1895, m: 1, d: 1 }, 146_097 + 400) as CalendarDate[];
const position = fc.integer({ min: 0, max: fourCenturies.length - 1 });

describe('calendar arithmetic against a day-by-day walk over four centuries', () => {
  it('adds days as the walk does', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(addDays(fourCenturies[a] as CalendarDate, b - a)).toBe(fourCenturies[b]);
      }),
      cases,
    );
  });

  it('counts days as the walk does', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(daysBetween(fourCenturies[a] as CalendarDate, fourCenturies[b] as CalendarDate)).toBe(b - a);
      }),
      cases,
    );
  });

  it('steps one day at a time without a gap, and repeats the weekday every seventh day', () => {
    for (let day = 7; day < fourCenturies.length; day += 1) {
      const date = fourCenturies[day] as CalendarDate;
      if (addDays(fourCenturies[day - 1] as CalendarDate, 1) !== date) expect.fail(`no step to ${date}`);
      if (weekday(date) !== weekday(fourCenturies[day - 7] as CalendarDate)) expect.fail(`weekday of ${date}`);
    }
    expect(weekday(calendarDate('2026-11-23'))).toBe('Monday');
  });

  it('counts thirty calendar days over both clock changes in any zone', () => {
    const zones = [
      'America/New_York',
      'America/Los_Angeles',
      'America/Phoenix',
      'Pacific/Honolulu',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
        (zone, instant) => {
          const here = calendarDateIn(zone, instant);
          const oneDayOn = calendarDateIn(zone, instant + 24 * 3_600_000);
          const between = daysBetween(here, oneDayOn);
          // A local day lasts 23 to 25 hours, so 24 hours later is the next day or, at its edge, the same or the one after.
          expect(between >= 0 && between <= 2).toBe(true);
          expect(daysBetween(here, addDays(here, 30))).toBe(30);
        },
      ),
      cases,
    );
  });

  it('counts business days as a walk over weekdays does', () => {
    const holidays = new Set([calendarDate('2026-11-26'), calendarDate('2026-12-25')]);
    const first = fourCenturies.indexOf(calendarDate('2026-11-02'));
    // 2 November 2026 was a Monday: of seven days the first five are worked on.
    const open = fourCenturies.slice(first, first + 200).map((day, at) => at % 7 < 5 && !holidays.has(day));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
        const from = fourCenturies[first + offset] as CalendarDate;
        const reached = fourCenturies.indexOf(addBusinessDays(from, days, holidays), first) - first;
        if (!open[reached]) expect.fail(`reached a day that is not worked on, ${offset} and ${days}`);
        if (open.slice(offset + 1, reached + 1).filter(Boolean).length !== days)
          expect.fail(`not ${days} business days`);
      }),
      cases,
    );
    expect(
      open.every((isOpen, at) => isBusinessDay(fourCenturies[first + at] as CalendarDate, holidays) === isOpen),
    ).toBe(true);
  });
});
