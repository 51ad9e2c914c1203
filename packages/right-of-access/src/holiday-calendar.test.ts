import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type HolidayRule, holidaysOf } from './holiday-calendar.ts';
import { californiaHolidays, federalHolidays, sharedHolidays } from './packs/us-holidays.ts';

it('keeps the federal holidays of 2026 and 2027 as the government publishes them', () => {
  const days = [...holidaysOf(federalHolidays, { from: 2026, to: 2027 })].sort();
  expect(days).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-01-18',
    '2027-02-15',
    '2027-05-31',
    '2027-06-18',
    '2027-07-05',
    '2027-09-06',
    '2027-10-11',
    '2027-11-11',
    '2027-11-25',
    '2027-12-24',
    '2027-12-31',
  ]);
});

it('knows no Juneteenth before 2021', () => {
  expect([...holidaysOf(federalHolidays, { from: 2020, to: 2020 })]).not.toContain('2020-06-19');
});

it('closes California on the day after Thanksgiving and on March 31', () => {
  const days = [...holidaysOf(californiaHolidays, { from: 2027, to: 2027 })];
  for (const day of ['2027-03-31', '2027-05-31', '2027-11-26']) expect(days).toContain(day);
  expect(days).not.toContain('2027-10-11');
});

it('shares only the six that every state keeps, on the day itself', () => {
  const days = [...holidaysOf(sharedHolidays, { from: 2027, to: 2027 })].sort();
  expect(days).toEqual(['2027-01-01', '2027-05-31', '2027-07-04', '2027-09-06', '2027-11-25', '2027-12-25']);
});

describe('a rule for a holiday', () => {
  const kept = (rule: HolidayRule, from: number, to = from) =>
    [...holidaysOf({ name: 'x', version: '1', cite: 'x', holidays: [rule] }, { from, to })].sort();
  const fixed = (
    month: number,
    day: number,
    observed: 'nearest-weekday' | 'monday-after-sunday' | 'friday-before-saturday' | 'as-it-falls',
  ) => ({ kind: 'fixed', name: 'x', month, day, observed }) as const;

  // 2026-07-04 is a Saturday, 2027-07-04 a Sunday, 2028-07-04 a Tuesday.
  it.each([
    ['nearest-weekday', ['2026-07-03', '2027-07-05', '2028-07-04']],
    ['monday-after-sunday', ['2026-07-04', '2027-07-05', '2028-07-04']],
    ['friday-before-saturday', ['2026-07-03', '2027-07-04', '2028-07-04']],
    ['as-it-falls', ['2026-07-04', '2027-07-04', '2028-07-04']],
  ] as const)('that falls on a weekend is kept: %s', (observed, days) => {
    expect(kept(fixed(7, 4, observed), 2026, 2028)).toEqual(days);
  });

  it('puts New Year’s Day of 2028 into 2027, where it is kept, and not into 2028', () => {
    expect(kept(fixed(1, 1, 'nearest-weekday'), 2027)).toEqual(['2027-01-01', '2027-12-31']);
    expect(kept(fixed(1, 1, 'nearest-weekday'), 2028)).toEqual([]);
  });

  it('counts the first to the fourth of a weekday, and days after it', () => {
    const nth = (count: number, plusDays?: number) =>
      kept({ kind: 'nth', name: 'x', month: 3, weekday: 'Monday', nth: count, ...(plusDays && { plusDays }) }, 2027);
    expect([1, 2, 3, 4].flatMap((count) => nth(count))).toEqual([
      '2027-03-01',
      '2027-03-08',
      '2027-03-15',
      '2027-03-22',
    ]);
    expect(nth(1, 1)).toEqual(['2027-03-02']);
  });

  it('finds the last of a weekday, in December too', () => {
    const last = (month: number, weekday: 'Monday' | 'Friday') =>
      kept({ kind: 'last', name: 'x', month, weekday }, 2027);
    expect(last(5, 'Monday')).toEqual(['2027-05-31']);
    expect(last(12, 'Friday')).toEqual(['2027-12-31']);
    expect(last(4, 'Friday')).toEqual(['2027-04-30']);
  });

  it('begins in the year of its law', () => {
    const since = { ...fixed(6, 18, 'as-it-falls'), since: 2027 };
    expect(kept(since, 2026, 2028)).toEqual([calendarDate('2027-06-18'), calendarDate('2028-06-18')]);
  });
});
