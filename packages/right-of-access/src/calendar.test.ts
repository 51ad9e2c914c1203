import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  ageInYears,
  calendarDate,
  calendarDateIn,
  isTimeZone,
  lastBusinessDayUpTo,
  parseCalendarDate,
} from './calendar.ts';

describe('calendar', () => {
  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-04-01',
    '2026-4-1',
    ' 2026-04-01',
    '2026-04-01T00:00',
    '',
  ])('refuses %j as a date', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, refusal: { code: 'not-a-calendar-date', text } });
  });

  it('accepts the leap day of a leap year', () => {
    expect(parseCalendarDate('2028-02-29').ok).toBe(true);
  });

  it.each([
    ['2027-02-13', '2027-03-15'],
    ['2028-01-30', '2028-02-29'],
    ['2027-01-30', '2027-03-01'],
    ['2026-12-31', '2027-01-30'],
    ['2026-08-03', '2026-09-02'],
  ])('thirty days after %s is %s', (from, to) => {
    expect(addDays(calendarDate(from), 30)).toBe(to);
  });

  it('takes the local day of the facility, not of Greenwich', () => {
    expect(calendarDateIn('America/New_York', '2027-02-14T03:40:00Z')).toBe('2027-02-13');
    expect(calendarDateIn('America/New_York', '2027-02-13T22:40:00-05:00')).toBe('2027-02-13');
    expect(calendarDateIn('Pacific/Auckland', Date.parse('2027-02-13T12:00:00Z'))).toBe('2027-02-14');
  });

  it('keeps one day on each side of a clock change', () => {
    expect(calendarDateIn('America/New_York', '2027-03-14T04:59:59Z')).toBe('2027-03-13');
    expect(calendarDateIn('America/New_York', '2027-03-14T05:00:00Z')).toBe('2027-03-14');
    expect(calendarDateIn('America/New_York', '2027-03-15T03:59:59Z')).toBe('2027-03-14');
    expect(calendarDateIn('America/New_York', '2027-03-15T04:00:00Z')).toBe('2027-03-15');
  });

  it('takes an instant without its offset as a fault: it would mean another day on another machine', () => {
    expect(() => calendarDateIn('America/New_York', '2027-02-14T03:40:00')).toThrow(RangeError);
    expect(() => calendarDateIn('America/New_York', Number.NaN)).toThrow(RangeError);
  });

  it('tells a time zone from a word', () => {
    expect(isTimeZone('America/New_York')).toBe(true);
    expect(isTimeZone('Riverside')).toBe(false);
  });

  it('finds the last business day before a due date on a holiday weekend', () => {
    const holidays = new Set([calendarDate('2026-12-25')]);
    expect(lastBusinessDayUpTo(calendarDate('2026-12-26'), holidays)).toBe('2026-12-24');
    expect(addBusinessDays(calendarDate('2026-12-24'), 1, holidays)).toBe('2026-12-28');
  });

  it('turns a year older on the birthday, not before', () => {
    expect(ageInYears(calendarDate('2010-05-02'), calendarDate('2028-05-01'))).toBe(17);
    expect(ageInYears(calendarDate('2010-05-02'), calendarDate('2028-05-02'))).toBe(18);
    expect(ageInYears(calendarDate('2008-02-29'), calendarDate('2026-02-28'))).toBe(17);
    expect(ageInYears(calendarDate('2008-02-29'), calendarDate('2026-03-01'))).toBe(18);
  });
});
