import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';

type QuarantineRow = {
  id: string;
  imageSourceName: string | null;
  reference: string | null;
  reason: string;
  detail: string;
  sizeBytes: number;
  quarantinedAt: string;
};

const NEWEST = 500;

/** What was kept and not used, newest first, with why: the bytes themselves are never shown (S7.6). */
export async function listQuarantine(app: App, _actor: StaffActor): Promise<Outcome<{ rows: QuarantineRow[] }, never>> {
  const rows = await app.db
    .selectFrom('quarantine')
    .leftJoin('image_source', 'image_source.id', 'quarantine.image_source_id')
    .leftJoin('match', 'match.id', 'quarantine.match_id')
    .leftJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .leftJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select([
      'quarantine.id',
      'image_source.name as imageSourceName',
      'access_request.reference',
      'quarantine.reason',
      'quarantine.detail',
      'quarantine.size_bytes as sizeBytes',
      'quarantine.quarantined_at as quarantinedAt',
    ])
    .where('quarantine.facility_id', '=', app.facilityId)
    .orderBy('quarantine.quarantined_at', 'desc')
    .limit(NEWEST)
    .execute();
  return ok({ rows: rows.map((row) => ({ ...row, quarantinedAt: row.quarantinedAt.toISOString() })) });
}
