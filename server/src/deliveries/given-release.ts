import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { RecipientActor, RequesterActor } from '../identity/actor.ts';
import { readCopyDenied } from '../releases/copy-denied.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { PackageRecord } from '../store/records.ts';
import { withoutReports } from './held-reports.ts';
import { type ReleaseRecord, readRelease } from './read-release.ts';

/** A release that somebody may open now, by which delivery, with its package. */
export type GivenRelease = { release: ReleaseRecord; deliveryId: string; package: PackageRecord };

export type RequesterRefusal = { code: 'identity-not-proved' | 'still-preparing' | 'not-found' };
export type RecipientRefusal = { code: 'not-found' | 'still-preparing' };

/**
 * The requester's own release. Holding the code of a request is not identity: the pictures open only after a proof that
 * is bound to the patient (S3.1). It opens once the program itself has opened it.
 */
export async function releaseOfRequester(
  app: App,
  { accessRequestId }: RequesterActor,
): Promise<Outcome<GivenRelease, RequesterRefusal>> {
  const standing = await standingOf(app.db, app, accessRequestId);
  if (!standing.identityProved || !standing.authorityShown) return refuse({ code: 'identity-not-proved' });
  const rows = await app.db
    .selectFrom('release')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .innerJoin('delivery', 'delivery.release_id', 'release.id')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select(['release.id as releaseId', 'delivery.id as deliveryId', 'delivery.kind', 'delivery.ready_at'])
    .select('delivery.package')
    .where('release.access_request_id', '=', accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .where('incident.id', 'is', null)
    .orderBy('release.approved_at', 'desc')
    .execute();
  const denied = await readCopyDenied(app.db, accessRequestId);
  const mine = denied.size > 0 ? rows.filter(({ kind }) => kind !== 'inspection') : rows;
  if (mine.length === 0) return refuse({ code: 'not-found' });
  // A part that was given stays open while the next one, which holds it too, is being made (OD-17).
  const ready = mine.filter((row) => row.ready_at !== null);
  const newest = ready.filter((row) => row.releaseId === ready[0]?.releaseId);
  const chosen = newest.find(({ kind }) => kind === 'online') ?? newest[0];
  if (!chosen?.package) return refuse({ code: 'still-preparing' });
  const given = await opened(app, chosen.releaseId, chosen.deliveryId, chosen.package);
  if (!given.ok) return given;
  // A parent's standing ends with a birthday, also for what was given before: 45 CFR 164.502(g)(3).
  const { exams } = given.value.release.manifest;
  return exams.every(({ examItemId }) => standing.allowed.has(examItemId)) ? given : refuse({ code: 'not-found' });
}

/** What one secure link opens. The door has looked at the link itself (revoked, ended) for this very request. */
export async function releaseOfRecipient(
  app: App,
  { deliveryId }: Pick<RecipientActor, 'deliveryId'>,
): Promise<Outcome<GivenRelease, RecipientRefusal>> {
  const row = await app.db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select(['delivery.release_id', 'delivery.ready_at', 'delivery.package'])
    .where('delivery.id', '=', deliveryId)
    .where('incident.id', 'is', null)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!row) return refuse({ code: 'not-found' });
  if (!row.ready_at || !row.package) return refuse({ code: 'still-preparing' });
  return opened(app, row.release_id, deliveryId, row.package);
}

async function opened(
  app: App,
  releaseId: string,
  deliveryId: string,
  record: PackageRecord,
): Promise<Outcome<GivenRelease, { code: 'not-found' }>> {
  const release = await readRelease(app, releaseId);
  if (!release) return refuse({ code: 'not-found' });
  return ok({ release: withoutReports(release, record.heldReports ?? []), deliveryId, package: record });
}
