import type { App } from '../app.ts';
import { mayGo, readInstruments } from '../authority/instruments.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { readSources } from '../facility/kept-pack.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { Tx } from '../store/database.ts';
import { readCopyDenied } from './copy-denied.ts';
import { isTakenBack } from './standing-release.ts';
import { writeDelivery } from './write-delivery.ts';

/** A copy that waited for its paper goes out under the release that was approved, if standing still holds. */
export async function sendLate(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  const release = await tx
    .selectFrom('release')
    .select(['id', 'manifest'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('approved_at', 'desc')
    .executeTakeFirst();
  if (!release || (await isTakenBack(tx, release.id))) return;
  const { identityProved, authorityShown, allowed } = await standingOf(tx, app, accessRequestId);
  if (!identityProved || !authorityShown) return;
  const denied = await readCopyDenied(tx, accessRequestId);
  if (release.manifest.exams.some(({ examItemId }) => !allowed.has(examItemId) || denied.has(examItemId))) return;
  const { timeZone } = await readFacilityFacts(tx, app);
  const sent = await tx
    .selectFrom('delivery')
    .select('asked_delivery_id')
    .where('release_id', '=', release.id)
    .execute();
  const gone = new Set(sent.map(({ asked_delivery_id }) => asked_delivery_id));
  const sources = await readSources(tx, app, accessRequestId);
  const instruments = await readInstruments(tx, accessRequestId, app.now(), timeZone, sources);
  const late = instruments.filter((each) => mayGo(each) && !gone.has(each.askedDeliveryId));
  if (late.length === 0) return;
  for (const { askedDeliveryId, kind } of late) await writeDelivery(tx, release.id, askedDeliveryId, kind);
  await app.jobs.enqueue(tx, 'prepare-release', { releaseId: release.id }, { singletonKey: release.id });
}
