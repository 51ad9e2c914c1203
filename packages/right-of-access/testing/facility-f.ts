import { type CalendarDate, calendarDate, type Holidays } from '../src/calendar.ts';
import { dueDate } from '../src/clock.ts';
import type { Outcome } from '../src/outcome.ts';
import { usFederal } from '../src/packs/us-federal.ts';
import { type Pack, packInForce } from '../src/policy-pack.ts';

/** Facility F of the scenarios: federal pack, federal holidays, New York time. */
export const timeZone = 'America/New_York';

export function packOn(receivedOn: string): Pack {
  const found = packInForce([usFederal], 'us-federal', calendarDate(receivedOn));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

/** Federal holidays that the scenarios touch. */
const days = ['2026-06-19', '2026-07-03', '2026-11-26', '2026-12-25', '2027-01-18', '2027-05-31', '2027-07-05'];
export const holidays: { readonly holidays: Readonly<Record<string, Holidays>> } = {
  holidays: { 'us-federal': new Set(days.map(calendarDate)) },
};

export function due(receivedOn: string): CalendarDate {
  return dueDate(calendarDate(receivedOn), undefined, packOn(receivedOn)).on;
}

export function allowed<T, R>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

export function refusalOf<T, R>(outcome: Outcome<T, R>): R {
  if (outcome.ok) throw new Error('was not refused');
  return outcome.refusal;
}
