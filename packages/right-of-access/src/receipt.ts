import { type CalendarDate, calendarDateIn, earliest } from './calendar.ts';
import { openAnswer } from './open-answer.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

/**
 * One arrival of the request, at any door. `at`: milliseconds since 1970 or an ISO string with its offset. Of what came on
 * paper or was said only the day is known, as the facility's own calendar showed it: `on`.
 */
export type RequestArrival = {
  readonly holder: 'facility' | 'business-associate' | 'somebody-else';
  readonly channel: 'portal' | 'e-mail' | 'fax' | 'post' | 'phone' | 'walk-in';
} & ({ readonly at: number | string } | { readonly on: CalendarDate });

export type ReceiptRefusal = { readonly code: 'not-received'; readonly why: readonly Why[] };

/**
 * The day of receipt: the local day of the first arrival at the facility or somebody who acts for it, by any channel, spoken
 * ones too (OD-3, OD-4, OD-11). Reminders and repeats are later arrivals, and move nothing.
 */
export function receiptDay(
  arrivals: readonly RequestArrival[],
  timeZone: string,
  pack: Pack,
): Outcome<{ readonly on: CalendarDate; readonly why: readonly Why[] }, ReceiptRefusal> {
  const counted = arrivals.filter(({ holder }) => holder !== 'somebody-else');
  const ids = [
    'OD-3',
    'OD-4',
    ...(counted.some(({ channel }) => isSpoken(channel)) ? ['OD-11' as const] : []),
  ] as const;
  const why = ids.map((id) => openAnswer(pack, id).why);
  if (counted.length === 0) return refuse({ code: 'not-received', why });
  return ok({ on: earliest(counted.map((arrival) => dayOf(arrival, timeZone))), why });
}

function dayOf(arrival: RequestArrival, timeZone: string): CalendarDate {
  return 'on' in arrival ? arrival.on : calendarDateIn(timeZone, arrival.at);
}

function isSpoken(channel: RequestArrival['channel']): boolean {
  return channel === 'phone' || channel === 'walk-in';
}
