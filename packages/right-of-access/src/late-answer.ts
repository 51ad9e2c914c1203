import { addBusinessDays, type CalendarDate, type Holidays } from './calendar.ts';
import { because, type Why } from './why.ts';

/** What still stands between a late request and its answer. */
export type LateWork = 'identity' | 'search' | 'fetch' | 'check' | 'post';

/** House limits, in business days: to ask again who it is, to search everywhere, to fetch, to look, to hand over. */
const businessDays: Readonly<Record<LateWork, number>> = { identity: 2, search: 2, fetch: 1, check: 1, post: 1 };

/**
 * The day that L-LATE promises: as many business days as the work that is left may take. It moves no due date; the request
 * stays overdue until it is answered. With nothing left the answer goes out on the next business day.
 */
export function lateAnswerOn(
  left: readonly LateWork[],
  today: CalendarDate,
  holidays: Holidays,
): { readonly on: CalendarDate; readonly why: Why } {
  const days = [...new Set(left)].reduce((sum, work) => sum + businessDays[work], 0);
  const on = addBusinessDays(today, Math.max(1, days), holidays);
  const why = because('house/late-answer', 'house rule: a late answer has its day', {
    left: left.join(', '),
    days,
    on,
  });
  return { on, why };
}
