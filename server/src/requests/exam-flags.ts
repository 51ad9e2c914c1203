import type { ExamFlag } from '@echoback/right-of-access';
import type { Db } from '../store/database.ts';

/**
 * What stands beside an exam's stage because something was recorded: a letter that extended, a denial in part that
 * stands, a review that is open, a recall, a reopening. No flag is kept.
 */
export async function examFlags(db: Db, examItemId: string, accessRequestId: string): Promise<ExamFlag[]> {
  const { extended, partDenied, underReview, recalled, reopened } = await db
    .selectNoFrom((row) => [
      row
        .exists(
          row.selectFrom('extension').select('sent_on').where('extension.access_request_id', '=', accessRequestId),
        )
        .as('extended'),
      row.exists(standingDenials(db, examItemId, 'denied-in-part')).as('partDenied'),
      row
        .exists(
          row
            .selectFrom('denial_review')
            .innerJoin('denial', 'denial.id', 'denial_review.denial_id')
            .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
            .select('denial_review.id')
            .where('denial.exam_item_id', '=', examItemId)
            .where('review_decision.review_id', 'is', null),
        )
        .as('underReview'),
      row
        .exists(
          row
            .selectFrom('incident')
            .innerJoin('release', 'release.id', 'incident.release_id')
            .select('incident.id')
            .where('release.access_request_id', '=', accessRequestId),
        )
        .as('recalled'),
      row.exists(row.selectFrom('reopening').select('id').where('exam_item_id', '=', examItemId)).as('reopened'),
    ])
    .executeTakeFirstOrThrow();
  const flags: [ExamFlag, unknown][] = [
    ['extended', extended],
    ['part-denied', partDenied],
    ['under-review', underReview],
    ['recalled', recalled],
    ['reopened', reopened],
  ];
  return flags.flatMap(([flag, is]) => (is ? [flag] : []));
}

/** Denials of an exam that were decided and that no review has overturned. */
function standingDenials(db: Db, examItemId: string, decision: 'denied-in-part' | 'denied-in-whole') {
  return db
    .selectFrom('denial')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .selectAll('denial')
    .select(['denial_decision.decided_by', 'denial_decision.decided_at', 'denial_decision.letter_id'])
    .where('denial.exam_item_id', '=', examItemId)
    .where('denial_decision.decision', '=', decision)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('review_decision')
            .innerJoin('denial_review', 'denial_review.id', 'review_decision.review_id')
            .select('review_decision.review_id')
            .whereRef('denial_review.denial_id', '=', 'denial.id')
            .where('review_decision.result', '=', 'overturned'),
        ),
      ),
    );
}
