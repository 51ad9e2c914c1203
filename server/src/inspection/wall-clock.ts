import { calendarDate, startOfLocalDay } from '@echoback/right-of-access';
import type { InspectionTime } from '../store/inspection-tables.ts';

/** The instant of a time on the facility's wall clock; on the day of a clock change it may be an hour off. */
export function instantOf({ on, at }: InspectionTime, timeZone: string): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return new Date(startOfLocalDay(timeZone, calendarDate(on)) + (hour * 60 + minute) * 60_000);
}

export function isOver(time: InspectionTime, now: Date, timeZone: string): boolean {
  return instantOf(time, timeZone) <= now;
}
