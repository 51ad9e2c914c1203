import { describe, expect, it } from 'vitest';
import { calendarDateOf, partsOf, spanOf } from './calendar-parts.ts';

describe('a typed date', () => {
  it('becomes a calendar date, and reads back', () => {
    expect(calendarDateOf({ year: '1993', month: ' 4', day: '12 ' })).toBe('1993-04-12');
    expect(partsOf('1993-04-12')).toEqual({ year: '1993', month: '4', day: '12' });
  });

  it.each([
    ['a day that no month has', { year: '2026', month: '2', day: '30' }],
    ['a leap day in a common year', { year: '2025', month: '2', day: '29' }],
    ['a month 13', { year: '2026', month: '13', day: '1' }],
    ['a year of two digits', { year: '93', month: '4', day: '12' }],
    ['an empty box', { year: '1993', month: '', day: '12' }],
  ])('is none for %s', (_what, parts) => {
    expect(calendarDateOf(parts)).toBeUndefined();
  });

  it('spans its whole month, or its whole year when the month is open', () => {
    expect(spanOf({ year: '2024', month: '2' })).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(spanOf({ year: '2019', month: '' })).toEqual({ first: '2019-01-01', last: '2019-12-31' });
    expect(spanOf({ year: '2019', month: '12' })).toEqual({ first: '2019-12-01', last: '2019-12-31' });
    expect(spanOf({ year: '19', month: '' })).toBeUndefined();
  });
});
