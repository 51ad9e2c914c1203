import { type CalendarDate, calendarDate, parseCalendarDate } from './calendar.ts';

/** The same day of a later year; 1 March where that year has no 29 February, as `ageInYears` counts. */
export function yearsAfter(date: CalendarDate, years: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + years;
  const sameDay = parseCalendarDate(`${year}${date.slice(4)}`);
  return sameDay.ok ? sameDay.value : calendarDate(`${year}-03-01`);
}
