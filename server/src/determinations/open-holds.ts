import { type CalendarDate, holdBarsGrant } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
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

/** Holds on reports that a clinician ended, as the law of some states lets them. */
export async function readLetOpen(db: Db, accessRequestId: string) {
  const rows = await db
    .selectFrom('hold_end')
    .innerJoin('hold', 'hold.id', 'hold_end.hold_id')
    .innerJoin('staff', 'staff.id', 'hold_end.ended_by')
    .select(['clinician', 'clinician_at', 'hold_end.reason', 'staff.display_name as recordedBy'])
    .where('hold.access_request_id', '=', accessRequestId)
    .orderBy('hold_end.ended_at')
    .execute();
  return rows.flatMap(({ clinician, clinician_at, reason, recordedBy }) =>
    clinician && clinician_at ? [{ clinician, at: clinician_at.toISOString(), reason, recordedBy }] : [],
  );
}

/** How many open holds of a request let nobody grant a copy: 45 CFR 171.201, 171.202. */
export async function countBarringHolds(db: Db, app: App, accessRequestId: string): Promise<number> {
  const facility = await readFacilityFacts(db, app);
  const holds = await openHolds(db, accessRequestId, facility.today);
  if (holds.length === 0) return 0;
  const request = await db
    .selectFrom('access_request')
    .select(['received_on', 'pack_sha256'])
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  const pack = await packOfRequest(db, facility, request);
  return holds.filter((hold) => holdBarsGrant(pack, hold)).length;
}
