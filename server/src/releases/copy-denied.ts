import type { Db } from '../store/database.ts';

/** Exams of which a copy was denied and a look was not: they are shown here and go nowhere. 45 CFR 164.524(a)(2)(ii). */
export async function readCopyDenied(db: Db, accessRequestId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('denial')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .select(['denial.exam_item_id', 'denial.withheld_objects', 'denial.withholds_report'])
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('denial_decision.decision', '=', 'denied-in-part')
    .execute();
  // What names no part of the exam denied the copy of all of it.
  const whole = rows.filter((row) => row.withheld_objects.length === 0 && !row.withholds_report);
  return new Set(whole.map((row) => row.exam_item_id));
}

type AskedExam = { id: string; stage: string; outcome: string | null };

/** Goes a copy out, or may one still? A look is none, and what ended without being given has none; else nothing is owed. */
export function copyComes(exams: readonly AskedExam[], denied: ReadonlySet<string>): boolean {
  return exams.some(
    ({ id, stage, outcome }) => !denied.has(id) && (stage !== 'closed' || outcome?.startsWith('given') === true),
  );
}
