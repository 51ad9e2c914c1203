import type { App } from '../app.ts';

/** The latest search of a request, as it was answered then. */
export async function readLastSearch(app: App, accessRequestId: string) {
  const row = await app.db
    .selectFrom('study_search')
    .selectAll()
    .where('access_request_id', '=', accessRequestId)
    .orderBy('searched_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    searchedAt: row.searched_at.toISOString(),
    query: row.query as Record<string, string>,
    sources: row.sources,
    candidates: row.candidates,
  };
}
