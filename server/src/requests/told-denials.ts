import { denialGround, type Pack } from '@echoback/right-of-access';
import type { App } from '../app.ts';

export type ToldDenial = {
  id: string;
  examItemId: string;
  mayAskReview: boolean;
  review: 'open' | 'upheld' | 'overturned' | null;
};

/** Denials of a request that were decided and told by letter. */
export function readToldDenials(app: App, accessRequestId: string) {
  return app.db
    .selectFrom('denial')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .leftJoin('denial_review', 'denial_review.denial_id', 'denial.id')
    .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
    .select(['denial.id', 'denial.exam_item_id', 'denial.ground', 'denial_review.id as review_id'])
    .select('review_decision.result')
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('denial_decision.decision', '!=', 'not-denied')
    .orderBy('denial_decision.decided_at')
    .execute();
}

type Row = Awaited<ReturnType<typeof readToldDenials>>[number];

export function toldDenial({ id, exam_item_id, ground, review_id, result }: Row, pack: Pack): ToldDenial {
  return {
    id,
    examItemId: exam_item_id,
    mayAskReview: review_id === null && denialGround(pack, ground)?.reviewable === true,
    review: review_id === null ? null : (result ?? 'open'),
  };
}
