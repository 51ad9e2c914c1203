import type { App } from '../app.ts';

/** The latest search for each exam of a request, as it was answered then. */
export async function readLastSearches(app: App, accessRequestId: string) {
  const rows = await app.db
    .selectFrom('study_search')
    .innerJoin('exam_item', 'exam_item.id', 'study_search.exam_item_id')
    .distinctOn('exam_item.id')
    .select(['exam_item.id as examItemId', 'study_search.id', 'searched_at', 'query', 'sources', 'candidates'])
    .where('study_search.access_request_id', '=', accessRequestId)
    .orderBy('exam_item.id')
    .orderBy('searched_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    examItemId: row.examItemId,
    searchedAt: row.searched_at.toISOString(),
    query: row.query as Record<string, string>,
    sources: row.sources,
    candidates: row.candidates,
  }));
}
