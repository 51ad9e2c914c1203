import type { App } from '../app.ts';
import type { Manifest, ManifestInstance, ReleaseCounts } from '../store/records.ts';

/** A release as it was approved. It never changes, so it may be remembered. */
export type ReleaseRecord = {
  releaseId: string;
  accessRequestId: string;
  approvedAt: Date;
  manifest: Manifest;
  manifestSha256: string;
  counts: ReleaseCounts;
  /** Every object with its place among all, as people page through them. */
  items: ManifestInstance[];
};

/** A manifest of 2,000 objects is 3 MB of JSON: read for each picture it would cost more than the picture. */
const mostRemembered = 4;
const remembered = new WeakMap<App, Map<string, ReleaseRecord>>();

export async function readRelease(app: App, releaseId: string): Promise<ReleaseRecord | undefined> {
  const kept = remembered.get(app) ?? new Map<string, ReleaseRecord>();
  remembered.set(app, kept);
  const known = kept.get(releaseId);
  if (known) {
    // The one that was used last is forgotten last.
    kept.delete(releaseId);
    kept.set(releaseId, known);
    return known;
  }
  const row = await app.db
    .selectFrom('release')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .select(['release.access_request_id', 'release.approved_at', 'release.manifest', 'release.counts'])
    .select('release.manifest_sha256')
    .where('release.id', '=', releaseId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { manifest, counts } = row;
  const record: ReleaseRecord = {
    releaseId,
    accessRequestId: row.access_request_id,
    approvedAt: row.approved_at,
    manifest,
    manifestSha256: row.manifest_sha256,
    counts,
    items: manifest.exams.flatMap(({ instances }) => instances),
  };
  kept.set(releaseId, record);
  for (const oldest of kept.keys()) if (kept.size > mostRemembered) kept.delete(oldest);
  return record;
}
