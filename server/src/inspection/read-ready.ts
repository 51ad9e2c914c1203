import { deliveryRevoked } from '../deliveries/revoked-delivery.ts';
import type { Db } from '../store/database.ts';
import type { Manifest, ReleaseCounts } from '../store/records.ts';

export type ReadyToShow = {
  deliveryId: string;
  releaseId: string;
  readyAt: Date;
  exams: Manifest['exams'];
  counts: ReleaseCounts;
};

/** Releases that wait to be looked at in person, the oldest first; what was recalled or taken back is shown to nobody. */
export async function readReady(db: Db, requestId: string): Promise<ReadyToShow[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .leftJoin('withdrawal', 'withdrawal.access_request_id', 'release.access_request_id')
    .select(['delivery.id', 'delivery.ready_at', 'release.id as releaseId', 'release.manifest', 'release.counts'])
    .where('release.access_request_id', '=', requestId)
    .where('delivery.kind', '=', 'inspection')
    .where('delivery.state', '=', 'ready')
    .where('delivery.failure_code', 'is distinct from', deliveryRevoked)
    .where('incident.id', 'is', null)
    .where('withdrawal.id', 'is', null)
    .orderBy('release.approved_at')
    .execute();
  return rows.flatMap(({ id, ready_at, releaseId, manifest, counts }) =>
    ready_at ? [{ deliveryId: id, releaseId, readyAt: ready_at, exams: manifest.exams, counts }] : [],
  );
}
