import { describe, expect, it } from 'vitest';
import { dateWords } from './dates.ts';

const newYork = dateWords('en', 'America/New_York', '2026-11-23');

describe('dates in words', () => {
  it('name the weekday, and the year only when it is another one', () => {
    expect(newYork.day('2026-12-23')).toBe('Wednesday, December 23');
    expect(newYork.day('2027-01-04')).toBe('Monday, January 4, 2027');
    expect(dateWords('es', 'America/New_York', '2026-11-23').day('2026-12-23')).toBe('miércoles, 23 de diciembre');
  });

  it('do not slip a day whatever the zone of the reader', () => {
    expect(dateWords('en', 'Pacific/Kiritimati', '2026-11-23').plainDay('1993-04-12')).toBe('April 12, 1993');
    expect(dateWords('en', 'Pacific/Pago_Pago', '2026-11-23').plainDay('1993-04-12')).toBe('April 12, 1993');
  });

  it('say a time on the wall clock as it stands there, whatever the zone', () => {
    expect(newYork.dayAt({ on: '2026-12-02', at: '14:30' })).toBe('Wednesday, December 2, 2:30 pm');
    expect(newYork.dayAt({ on: '2027-01-04', at: '00:05' })).toBe('Monday, January 4, 2027, 12:05 am');
  });

  it('put an instant into the day and hour of the facility', () => {
    expect(newYork.dayOf('2026-11-24T03:30:00Z')).toBe('2026-11-23');
    expect(newYork.dayAndTime('2026-11-23T21:12:00Z')).toBe('Monday, November 23, 4:12 pm');
    expect(newYork.opening('2026-11-23T21:12:00Z')).toBe('Monday, November 23, 4:12 pm');
    expect(newYork.opening('2026-11-26T05:00:00Z')).toBe('Thursday, November 26');
  });
});
