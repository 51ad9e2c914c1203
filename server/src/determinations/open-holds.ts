import type { CalendarDate } from '@echoback/right-of-access';
import type { Db } from '../store/database.ts';

/** Holds of a request that stand on a day: set, not ended by anybody, and not past their own last day. */
export function openHolds(db: Db, accessRequestId: string, today: CalendarDate) {
  return db
    .selectFrom('hold')
    .innerJoin('staff', 'staff.id', 'hold.set_by')
    .leftJoin('hold_end', 'hold_end.hold_id', 'hold.id')
    .selectAll('hold')
    .select('staff.display_name as set_by_name')
    .where('hold.access_request_id', '=', accessRequestId)
    .where('hold_end.hold_id', 'is', null)
    .where((row) => row.or([row('hold.until_day', 'is', null), row('hold.until_day', '>=', today)]))
    .orderBy('hold.set_at')
    .execute();
}
