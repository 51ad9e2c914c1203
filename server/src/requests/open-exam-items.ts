import type { Db } from '../store/database.ts';

/** The exams of a request that still lack an outcome, in their order. */
export async function openExamItems(db: Db, accessRequestId: string): Promise<string[]> {
  const items = await db
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .where('state', '!=', 'closed')
    .orderBy('ordinal')
    .execute();
  return items.map(({ id }) => id);
}
