import type { App } from '../app.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { Db } from '../store/database.ts';

/** Recalled, or the person took the request back before it went out. What has reached them stays theirs, unless recalled. */
export async function isTakenBack(db: Db, releaseId: string): Promise<boolean> {
  const stopped = await db
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .leftJoin('withdrawal', 'withdrawal.access_request_id', 'release.access_request_id')
    .select('release.id')
    .where('release.id', '=', releaseId)
    .where((row) => row.or([row('incident.id', 'is not', null), row('withdrawal.id', 'is not', null)]))
    .executeTakeFirst();
  return stopped !== undefined;
}

/**
 * May what was approved still leave? Not once it was taken back, and not while who asks has not shown who they are, or may
 * not have an exam of it any more: standing may end between the approval and the post (45 CFR 164.502(g), 164.514(h)).
 */
export async function mayStillLeave(db: Db, app: App, releaseId: string): Promise<boolean> {
  if (await isTakenBack(db, releaseId)) return false;
  const { access_request_id, manifest } = await db
    .selectFrom('release')
    .select(['access_request_id', 'manifest'])
    .where('id', '=', releaseId)
    .executeTakeFirstOrThrow();
  const { identityProved, authorityShown, allowed } = await standingOf(db, app, access_request_id);
  return identityProved && authorityShown && manifest.exams.every(({ examItemId }) => allowed.has(examItemId));
}
