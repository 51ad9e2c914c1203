import { calendarDate, startOfLocalDay } from '@echoback/right-of-access';
import type { InspectionTime } from '../store/inspection-tables.ts';

/** The instant of a time on the facility's wall clock; on the day of a clock change it may be an hour off. */
export function instantOf({ on, at }: InspectionTime, timeZone: string): Date {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return new Date(startOfLocalDay(timeZone, calendarDate(on)) + (hour * 60 + minute) * 60_000);
}

/** A day, and a time of it where somebody knows one. */
export type WallTime = { on: string; at?: string | undefined };

/** Without a time it was during that day: at its end, or up to now where the day is not over. */
export function instantDuring({ on, at }: WallTime, now: Date, timeZone: string): Date {
  if (at) return instantOf({ on, at }, timeZone);
  const end = instantOf({ on, at: '23:59' }, timeZone);
  return end > now && instantOf({ on, at: '00:00' }, timeZone) <= now ? now : end;
}

export function isOver(time: InspectionTime, now: Date, timeZone: string): boolean {
  return instantOf(time, timeZone) <= now;
}
