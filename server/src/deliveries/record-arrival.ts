import { calendarDate, calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { awaitsArrival, copyOnItsWay } from './delivery-end.ts';
import { finishRelease } from './finish-release.ts';
import { findDelivery } from './post-media.ts';
import { readRelease } from './read-release.ts';

type Arrival = { deliveryId: string; arrivedOn: string };
type ArrivalRefusal =
  | { code: 'not-found' | 'wrong-step' }
  | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/** The carrier says that the parcel arrived: where the facility chose to wait for that, the copy is given on this day (OD-8). */
export async function recordArrival(
  app: App,
  actor: StaffActor,
  { deliveryId, arrivedOn }: Arrival,
): Promise<Outcome<null, ArrivalRefusal>> {
  const found = await findDelivery(app, deliveryId);
  const release = found && (await readRelease(app, found.release_id));
  if (!release) return refuse({ code: 'not-found' });
  const facility = await readFacilityFacts(app.db, app);
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, release.accessRequestId);
    if (!request) return refuse({ code: 'not-found' });
    const row = await tx
      .selectFrom('delivery')
      .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
      .selectAll('delivery')
      .select('asked_delivery.recipient')
      .where('delivery.id', '=', deliveryId)
      .forUpdate('delivery')
      .executeTakeFirstOrThrow();
    const handedOverAt = row.delivered_at;
    const copy = { ...copyOnItsWay(row), state: row.state };
    const awaited = awaitsArrival(copy, facility, await packOfRequest(tx, facility, request));
    if (!handedOverAt || !awaited) return refuse({ code: 'wrong-step' });
    const postedOn = calendarDateIn(facility.timeZone, handedOverAt.getTime());
    const on = calendarDate(arrivedOn);
    if (on < postedOn || on > facility.today) {
      const message = 'A day from the posting to today.';
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/arrivedOn', message }] });
    }
    const arrival = { arrived_on: on, arrival_recorded_by: actor.staffId, arrival_recorded_at: app.now() };
    await tx.updateTable('delivery').set(arrival).where('id', '=', deliveryId).execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'delivery.arrived',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { deliveryId, on },
    });
    await finishRelease(tx, app, actor, release);
    return ok(null);
  });
}
