import type { Db } from '../store/database.ts';

/** Which files of an exam are given. */
export type GivenPart = {
  /** SOP Instance UIDs that were asked for; null where the whole study was. */
  asked: ReadonlySet<string> | null;
  /** What was denied, in part and standing: 45 CFR 164.524(d)(1) gives the rest. */
  denied: ReadonlySet<string>;
  reportDenied: boolean;
};

export const wholeStudy: GivenPart = { asked: null, denied: new Set(), reportDenied: false };

export function isGiven({ asked, denied }: GivenPart, sopInstanceUid: string): boolean {
  return !denied.has(sopInstanceUid) && (asked === null || asked.has(sopInstanceUid));
}

/** The newest choice of pictures and the denials that stand, by exam. */
export async function readGivenParts(db: Db, examItemIds: readonly string[]): Promise<Map<string, GivenPart>> {
  if (examItemIds.length === 0) return new Map();
  const choices = await db
    .selectFrom('picture_choice')
    .select(['exam_item_id', 'sop_instance_uids'])
    .where('exam_item_id', 'in', examItemIds)
    .orderBy('chosen_at')
    .execute();
  const denials = await db
    .selectFrom('denial')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .leftJoin('denial_review', 'denial_review.denial_id', 'denial.id')
    .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
    .select(['denial.exam_item_id', 'denial.withheld_objects', 'denial.withholds_report', 'review_decision.result'])
    .where('denial.exam_item_id', 'in', examItemIds)
    .where('denial_decision.decision', '=', 'denied-in-part')
    .execute();
  const newest = new Map(choices.map((choice) => [choice.exam_item_id, choice.sop_instance_uids]));
  return new Map(
    examItemIds.map((id) => {
      const standing = denials.filter((denial) => denial.exam_item_id === id && denial.result !== 'overturned');
      const asked = newest.get(id) ?? null;
      return [
        id,
        {
          asked: asked && new Set(asked),
          denied: new Set(standing.flatMap((denial) => denial.withheld_objects)),
          reportDenied: standing.some((denial) => denial.withholds_report),
        },
      ];
    }),
  );
}
