import type { Holidays } from '../calendar.ts';
import { type HolidayCalendar, type HolidayRule, holidaysOf } from '../holiday-calendar.ts';

const fixed = (name: string, month: number, day: number): HolidayRule => ({
  kind: 'fixed',
  name,
  month,
  day,
  observed: 'nearest-weekday',
});

const memorialDay: HolidayRule = { kind: 'last', name: 'Memorial Day', month: 5, weekday: 'Monday' };
const laborDay: HolidayRule = { kind: 'nth', name: 'Labor Day', month: 9, weekday: 'Monday', nth: 1 };
const thanksgiving: HolidayRule = { kind: 'nth', name: 'Thanksgiving', month: 11, weekday: 'Thursday', nth: 4 };
const kingDay: HolidayRule = {
  kind: 'nth',
  name: 'Martin Luther King Day',
  month: 1,
  weekday: 'Monday',
  nth: 3,
  since: 1986,
};
const presidentsDay: HolidayRule = { kind: 'nth', name: 'Washington’s Birthday', month: 2, weekday: 'Monday', nth: 3 };

/** 5 U.S.C. 6103: a holiday on Saturday is kept on Friday, one on Sunday on Monday. */
export const federalHolidays: HolidayCalendar = {
  name: 'us-federal',
  version: '2021-06-17',
  cite: '5 U.S.C. 6103',
  holidays: [
    fixed('New Year’s Day', 1, 1),
    kingDay,
    presidentsDay,
    memorialDay,
    { ...fixed('Juneteenth', 6, 19), since: 2021 },
    fixed('Independence Day', 7, 4),
    laborDay,
    { kind: 'nth', name: 'Columbus Day', month: 10, weekday: 'Monday', nth: 2 },
    fixed('Veterans Day', 11, 11),
    thanksgiving,
    fixed('Christmas Day', 12, 25),
  ],
};

const sunday = (name: string, month: number, day: number): HolidayRule => ({
  kind: 'fixed',
  name,
  month,
  day,
  observed: 'monday-after-sunday',
});

/** The days on which the offices of California are closed. */
export const californiaHolidays: HolidayCalendar = {
  name: 'us-ca',
  version: '2015-01-01',
  cite: 'Cal. Gov. Code 6700, 19853',
  holidays: [
    sunday('New Year’s Day', 1, 1),
    kingDay,
    presidentsDay,
    { ...sunday('Cesar Chavez Day', 3, 31), since: 2001 },
    memorialDay,
    sunday('Independence Day', 7, 4),
    laborDay,
    fixed('Veterans Day', 11, 11),
    thanksgiving,
    { ...thanksgiving, name: 'Day after Thanksgiving', plusDays: 1 },
    sunday('Christmas Day', 12, 25),
  ],
};

/** The six that every state keeps, each only on the day itself: business days end soonest with the fewest holidays. */
export const sharedHolidays: HolidayCalendar = {
  name: 'us-common',
  version: '2026-11-01',
  cite: 'the days that every state keeps',
  holidays: [
    { kind: 'fixed', name: 'New Year’s Day', month: 1, day: 1, observed: 'as-it-falls' },
    memorialDay,
    { kind: 'fixed', name: 'Independence Day', month: 7, day: 4, observed: 'as-it-falls' },
    laborDay,
    thanksgiving,
    { kind: 'fixed', name: 'Christmas Day', month: 12, day: 25, observed: 'as-it-falls' },
  ],
};

/** All calendars by name, as the clock wants them. */
export function usHolidays(years: { readonly from: number; readonly to: number }): Readonly<Record<string, Holidays>> {
  const calendars = [federalHolidays, californiaHolidays, sharedHolidays];
  return Object.fromEntries(calendars.map((calendar) => [calendar.name, holidaysOf(calendar, years)]));
}
