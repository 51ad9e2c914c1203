import type { App } from '../app.ts';
import { lockRequest } from '../requests/lock-request.ts';
import type { Db, Tx } from '../store/database.ts';

/** A match of this facility with its source and where its exam item stands. */
export function readMatch(db: Db, app: App, matchId: string) {
  return db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .innerJoin('image_source', 'image_source.id', 'match.image_source_id')
    .select([
      'match.id',
      'match.exam_item_id',
      'match.study_instance_uid',
      'match.withdrawn_at',
      'exam_item.state',
      'exam_item.access_request_id',
      'image_source.id as image_source_id',
      'image_source.settings',
    ])
    .where('match.id', '=', matchId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

export type MatchFile = NonNullable<Awaited<ReturnType<typeof readMatch>>>;

/** The same with its request held until the transaction ends. Its row is locked before any other, as everywhere. */
export async function lockMatch(tx: Tx, app: App, matchId: string): Promise<MatchFile | undefined> {
  const match = await readMatch(tx, app, matchId);
  if (!match) return undefined;
  await lockRequest(tx, app, match.access_request_id);
  // What was read before the lock may be of yesterday.
  return readMatch(tx, app, matchId);
}
