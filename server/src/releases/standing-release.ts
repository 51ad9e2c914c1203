import type { Db } from '../store/database.ts';

/**
 * May what was approved still leave? Not once it was recalled, and not once the person took the request back before it
 * went out. What has reached them stays theirs, unless it was recalled.
 */
export async function mayStillLeave(db: Db, releaseId: string): Promise<boolean> {
  const stopped = await db
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .leftJoin('withdrawal', 'withdrawal.access_request_id', 'release.access_request_id')
    .select('release.id')
    .where('release.id', '=', releaseId)
    .where((row) => row.or([row('incident.id', 'is not', null), row('withdrawal.id', 'is not', null)]))
    .executeTakeFirst();
  return stopped === undefined;
}
