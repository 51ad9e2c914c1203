import type { CalendarDate } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

export type ReturnedAccess = { requestId: string; reference: string; returnedOn: string };

/**
 * Requests of which a part was denied until a day that has come, as of research in progress (45 CFR 164.524(a)(2)(iii)), and
 * that nobody has opened again since: the person was told that their access returns.
 */
export async function readReturnedAccess(db: Db, app: App, today: CalendarDate): Promise<ReturnedAccess[]> {
  const rows = await db
    .selectFrom('denial')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select(['access_request.id', 'access_request.reference', 'denial.access_returns_on'])
    .distinct()
    .where('access_request.facility_id', '=', app.facilityId)
    .where('denial_decision.decision', '!=', 'not-denied')
    .where('denial.access_returns_on', '<=', today)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reopening')
            .select('reopening.id')
            .whereRef('reopening.exam_item_id', '=', 'denial.exam_item_id')
            .whereRef('reopening.reopened_at', '>=', 'denial_decision.decided_at'),
        ),
      ),
    )
    .orderBy('denial.access_returns_on')
    .execute();
  return rows.flatMap(({ id, reference, access_returns_on }) =>
    access_returns_on === null ? [] : [{ requestId: id, reference, returnedOn: access_returns_on }],
  );
}
