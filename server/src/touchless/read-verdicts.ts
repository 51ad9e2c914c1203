import type { Db } from '../store/database.ts';
import type { TouchlessQuestion } from '../store/touchless-tables.ts';

export type VerdictView = {
  about: TouchlessQuestion;
  examItemId: string | null;
  byItself: boolean;
  reasons: string[];
  at: string;
};

/** The newest answer to each question about a request, in the order in which they were asked. */
export async function readVerdicts(db: Db, accessRequestId: string): Promise<VerdictView[]> {
  const rows = await db
    .selectFrom('touchless_verdict')
    .select(['about', 'exam_item_id', 'by_itself', 'reasons', 'decided_at'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('decided_at')
    .execute();
  const newest = new Map(rows.map((row) => [`${row.about} ${row.exam_item_id}`, row]));
  return [...newest.values()].map((row) => ({
    about: row.about,
    examItemId: row.exam_item_id,
    byItself: row.by_itself,
    reasons: row.reasons,
    at: row.decided_at.toISOString(),
  }));
}

/** Which of these requests have a copy that the program gave by itself; what was recalled is none. */
export async function givenByItself(db: Db, requestIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (requestIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select('release.access_request_id')
    .where('release.access_request_id', 'in', requestIds)
    .where('release.approved_by', 'is', null)
    .where('incident.id', 'is', null)
    .execute();
  return new Set(rows.map(({ access_request_id }) => access_request_id));
}
