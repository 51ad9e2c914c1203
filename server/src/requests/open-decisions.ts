import type { CalendarDate } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { Db } from '../store/database.ts';

/** What of a request waits for somebody's decision, or stands under a hold. */
export type OpenDecisions = {
  /** The ground of a denial that was proposed and is not decided. */
  pendingGround: string | null;
  reviewOpen: boolean;
  /** The day on which the oldest review that is still open was asked for. */
  reviewAskedOn: string | null;
  /** Held, or given by themselves while their report is. */
  picturesHeld: boolean;
};

const noDecisions: OpenDecisions = {
  pendingGround: null,
  reviewOpen: false,
  reviewAskedOn: null,
  picturesHeld: false,
};

/** Reads many requests with four queries, whatever their number. */
export async function readOpenDecisions(
  db: Db,
  ids: readonly string[],
  today: CalendarDate,
): Promise<(requestId: string) => OpenDecisions> {
  if (ids.length === 0) return () => noDecisions;
  const [pending, reviews, holds, parts] = await Promise.all([
    readPending(db, ids),
    readReviews(db, ids),
    readHolds(db, ids, today),
    readPicturesGiven(db, ids),
  ]);
  const of = <Row extends { access_request_id: string }>(rows: Row[], id: string) =>
    rows.filter((row) => row.access_request_id === id);
  return (id) => ({
    pendingGround: of(pending, id)[0]?.ground ?? null,
    reviewOpen: of(reviews, id).length > 0,
    reviewAskedOn: of(reviews, id)[0]?.asked_on ?? null,
    picturesHeld: of(holds, id).some(
      (hold) => hold.holds.includes('images') || (hold.holds.includes('report') && of(parts, id).length > 0),
    ),
  });
}

function readPending(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('denial')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .leftJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .select(['exam_item.access_request_id', 'denial.ground'])
    .where('exam_item.access_request_id', 'in', ids)
    .where('exam_item.state', '<>', 'closed')
    .where('denial_decision.denial_id', 'is', null)
    .orderBy('denial.proposed_at')
    .execute();
}

function readReviews(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('denial_review')
    .innerJoin('denial', 'denial.id', 'denial_review.denial_id')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
    .select(['exam_item.access_request_id', 'denial_review.asked_on'])
    .where('exam_item.access_request_id', 'in', ids)
    .where('review_decision.review_id', 'is', null)
    .orderBy('denial_review.asked_on')
    .execute();
}

function readHolds(db: Db, ids: readonly string[], today: CalendarDate) {
  return db
    .selectFrom('hold')
    .leftJoin('hold_end', 'hold_end.hold_id', 'hold.id')
    .select(['hold.access_request_id', 'hold.holds'])
    .where('hold.access_request_id', 'in', ids)
    .where('hold_end.hold_id', 'is', null)
    .where((row) => row.or([row('hold.until_day', 'is', null), row('hold.until_day', '>=', today)]))
    .execute();
}

/** Requests of which pictures were given by themselves (OD-17). */
function readPicturesGiven(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('release')
    .select('access_request_id')
    .where('access_request_id', 'in', ids)
    .where(sql<boolean>`jsonb_path_exists(manifest, '$.exams[*] ? (@.only == "pictures")')`)
    .execute();
}
