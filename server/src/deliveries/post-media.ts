import { isParcel, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { StaffActor } from '../identity/actor.ts';
import { mayStillLeave } from '../releases/standing-release.ts';
import { type Tx, transaction } from '../store/database.ts';
import { finishRelease } from './finish-release.ts';
import { readRelease } from './read-release.ts';
import { recordDisclosure } from './record-disclosure.ts';

type Handover = {
  deliveryId: string;
  carrier: string;
  trackingNumber?: string | undefined;
  /** The person, or somebody they sent, came for it. */
  collected?: boolean | undefined;
};

/** A disc, stick or prints left the house: accepted by the carrier or collected. What that ends is the law's to say (OD-8). */
export async function postMedia(
  app: App,
  actor: StaffActor,
  { deliveryId, carrier, trackingNumber, collected = false }: Handover,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' } | ChargedWorkRefused>> {
  const found = await findDelivery(app, deliveryId);
  const release = found && (await readRelease(app, found.release_id));
  if (!release) return refuse({ code: 'not-found' });
  return transaction(app.db, async (tx) => {
    await tx.selectFrom('access_request').select('id').where('id', '=', release.accessRequestId).forUpdate().execute();
    const work = await mayWorkBegin(tx, app, release.accessRequestId);
    if (!work.ok) return work;
    if (!(await mayStillLeave(tx, app, release.releaseId)) || !(await takeReady(tx, deliveryId)))
      return refuse({ code: 'wrong-step' });
    await tx
      .updateTable('delivery')
      .set({
        state: 'delivered',
        delivered_at: app.now(),
        carrier,
        collected,
        tracking_number: trackingNumber || null,
        handed_over_by: actor.staffId,
      })
      .where('id', '=', deliveryId)
      .execute();
    await recordDisclosure(tx, app, { release, deliveryId });
    await appendAudit(tx, app, {
      type: 'delivery.handed-over',
      outcome: 'success',
      actor,
      accessRequestId: release.accessRequestId,
      objects: { deliveryId, tracked: Boolean(trackingNumber), collected },
    });
    await finishRelease(tx, app, actor, release);
    return ok(null);
  });
}

/** The release that a delivery of this facility belongs to. */
export function findDelivery(app: App, deliveryId: string) {
  return app.db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .select('delivery.release_id')
    .where('delivery.id', '=', deliveryId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

/** Deliveries of a release are finished one after the other, so that the last one knows that it is the last. */
async function takeReady(tx: Tx, deliveryId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('delivery')
    .select(['id', 'kind', 'state'])
    .where('release_id', '=', (query) =>
      query.selectFrom('delivery as one').select('release_id').where('one.id', '=', deliveryId),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const row = rows.find(({ id }) => id === deliveryId);
  return row !== undefined && row.state === 'ready' && isParcel(row.kind);
}
