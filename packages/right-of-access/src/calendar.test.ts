import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addDays,
  addMonths,
  ageInYears,
  calendarDate,
  calendarDateIn,
  daysBetween,
  earliest,
  isBusinessDay,
  isTimeZone,
  lastBusinessDayUpTo,
  latest,
  nextBusinessDayFrom,
  parseCalendarDate,
  startOfLocalDay,
  weekday,
} from './calendar.ts';

describe('calendar', () => {
  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
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

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2027-04-30', 1, '2027-05-01'],
    ['2027-05-31', 0, '2027-05-31'],
    ['2026-08-03', 365, '2027-08-03'],
    ['2027-03-01', 366, '2028-03-01'],
    ['1970-01-01', -1, '1969-12-31'],
    ['1969-12-31', 2, '1970-01-02'],
    ['1000-01-01', 0, '1000-01-01'],
    ['1971-01-01', 0, '1971-01-01'],
    ['2096-12-31', 0, '2096-12-31'],
    ['9999-12-30', 1, '9999-12-31'],
  ])('%s and %i days is %s, and as many days lie between', (from, days, to) => {
    expect(addDays(calendarDate(from), days)).toBe(to);
    expect(daysBetween(calendarDate(from), calendarDate(to))).toBe(days);
  });

  it('has no half days', () => {
    expect(() => addDays(calendarDate('2027-01-01'), 0.5)).toThrow('Not a whole number of days');
    expect(() => addDays(calendarDate('2027-01-01'), Number.NaN)).toThrow(RangeError);
    expect(() => calendarDate('2027-02-29')).toThrow('Not a calendar date: 2027-02-29');
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-03-31', 1, '2027-04-30'],
    ['2027-03-30', 1, '2027-04-30'],
    ['2027-11-15', 2, '2028-01-15'],
    ['2027-11-15', 1, '2027-12-15'],
    ['2027-12-15', 1, '2028-01-15'],
    ['2027-01-15', 12, '2028-01-15'],
    ['2027-05-31', 1, '2027-06-30'],
    ['2027-08-31', 1, '2027-09-30'],
    ['2027-10-31', 1, '2027-11-30'],
    ['2027-07-31', 1, '2027-08-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(calendarDate(from), months)).toBe(to);
  });

  it.each([
    ['1969-12-28', 'Sunday'],
    ['1969-12-31', 'Wednesday'],
    ['1970-01-01', 'Thursday'],
    ['2027-03-01', 'Monday'],
    ['2027-03-02', 'Tuesday'],
    ['2027-03-05', 'Friday'],
    ['2027-03-06', 'Saturday'],
  ])('%s is a %s', (date, name) => {
    expect(weekday(calendarDate(date))).toBe(name);
  });

  it('knows the first and the last of several days', () => {
    const days = ['2027-03-02', '2027-03-01', '2027-03-03', '2027-03-02'].map(calendarDate);
    expect([earliest(days), latest(days)]).toEqual(['2027-03-01', '2027-03-03']);
  });

  it('begins a local day at midnight, or where a clock change skips it', () => {
    const begins = (zone: string, date: string) => new Date(startOfLocalDay(zone, calendarDate(date))).toISOString();
    expect(begins('America/New_York', '2027-03-14')).toBe('2027-03-14T05:00:00.000Z');
    expect(begins('America/New_York', '2027-03-15')).toBe('2027-03-15T04:00:00.000Z');
    expect(begins('Pacific/Auckland', '2027-02-14')).toBe('2027-02-13T11:00:00.000Z');
    expect(begins('Pacific/Kiritimati', '2027-02-14')).toBe('2027-02-13T10:00:00.000Z');
    expect(begins('Pacific/Pago_Pago', '2027-02-14')).toBe('2027-02-14T11:00:00.000Z');
    // Midnight of 2026-09-06 did not take place in Chile: 00:00 became 01:00.
    expect(begins('America/Santiago', '2026-09-06')).toBe('2026-09-06T04:00:00.000Z');
  });

  it.each([
    ['2027-02-14T03:40:00Z', '2027-02-13'],
    ['2027-02-14T03:40:00+00:00', '2027-02-13'],
    ['2027-02-14T03:40:00+0000', '2027-02-13'],
    ['2027-02-14T00:40:00-08:00', '2027-02-14'],
  ])('reads the instant %s with its offset', (instant, date) => {
    expect(calendarDateIn('America/New_York', instant)).toBe(date);
  });

  it.each(['2027-02-14', 'soon', '', '2027-02-14T03:40:00Z and more'])('takes %j for no instant', (text) => {
    expect(() => calendarDateIn('America/New_York', text)).toThrow(`Not an instant with its offset: ${text}`);
  });

  it('works on weekdays that are no holidays', () => {
    const holidays = new Set([calendarDate('2027-05-31')]);
    const days = ['2027-05-28', '2027-05-29', '2027-05-30', '2027-05-31', '2027-06-01'].map(calendarDate);
    expect(days.map((date) => isBusinessDay(date, holidays))).toEqual([true, false, false, false, true]);
    const [friday, saturday] = [calendarDate('2027-05-28'), calendarDate('2027-05-29')];
    expect([nextBusinessDayFrom(friday, holidays), nextBusinessDayFrom(saturday, holidays)]).toEqual([
      '2027-05-28',
      '2027-06-01',
    ]);
    expect([lastBusinessDayUpTo(friday, holidays), lastBusinessDayUpTo(saturday, holidays)]).toEqual([
      '2027-05-28',
      '2027-05-28',
    ]);
    expect([0, 1, 2].map((count) => addBusinessDays(friday, count, holidays))).toEqual([
      '2027-05-28',
      '2027-06-01',
      '2027-06-02',
    ]);
  });
});
