import type { App } from '../app.ts';
import { finishRelease } from '../deliveries/finish-release.ts';
import { readRelease } from '../deliveries/read-release.ts';
import { deliveryRevoked } from '../deliveries/revoked-delivery.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { readSources } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { prepareWaiting } from '../releases/prepare-again.ts';
import { sendLate } from '../releases/send-late.ts';
import { isTakenBack } from '../releases/standing-release.ts';
import type { Tx } from '../store/database.ts';
import { mayGo, readInstruments } from './instruments.ts';

/** Its authorization does not stand: links are dead at once, and what has not left the house stays in it. */
export async function stopDeliveries(tx: Tx, app: App, actor: StaffActor, askedDeliveryId: string): Promise<void> {
  await tx
    .updateTable('share_link')
    .set({ revoked_at: app.now() })
    .where('revoked_at', 'is', null)
    .where('delivery_id', 'in', (query) =>
      query.selectFrom('delivery').select('id').where('asked_delivery_id', '=', askedDeliveryId),
    )
    .execute();
  const stopped = await tx
    .updateTable('delivery')
    .set({ state: 'failed', failure_code: deliveryRevoked })
    .where('asked_delivery_id', '=', askedDeliveryId)
    .where('state', '!=', 'delivered')
    .returning('release_id')
    .execute();
  for (const { release_id } of stopped) {
    const release = await readRelease(app, release_id);
    if (release) await finishRelease(tx, app, actor, release);
  }
}

/** What was noted of its authorization was a mistake: what was stopped goes on, and links open again until their own end. */
export async function resumeDeliveries(
  tx: Tx,
  app: App,
  { accessRequestId, askedDeliveryId }: { accessRequestId: string; askedDeliveryId: string },
): Promise<void> {
  const { timeZone } = await readFacilityFacts(tx, app);
  const sources = await readSources(tx, app, accessRequestId);
  const instruments = await readInstruments(tx, accessRequestId, app.now(), timeZone, sources);
  const instrument = instruments.find((each) => each.askedDeliveryId === askedDeliveryId);
  if (!instrument || !mayGo(instrument)) return;
  const deliveries = await tx
    .selectFrom('delivery')
    .select(['id', 'release_id', 'ready_at', 'failure_code'])
    .where('asked_delivery_id', '=', askedDeliveryId)
    .execute();
  for (const { id, release_id, ready_at, failure_code } of deliveries) {
    if (await isTakenBack(tx, release_id)) continue;
    await tx.updateTable('share_link').set({ revoked_at: null }).where('delivery_id', '=', id).execute();
    if (failure_code !== deliveryRevoked) continue;
    const state = ready_at ? 'ready' : 'preparing';
    await tx.updateTable('delivery').set({ state, failure_code: null }).where('id', '=', id).execute();
  }
  await prepareWaiting(tx, app, accessRequestId);
  // Where the release was approved without it.
  await sendLate(tx, app, accessRequestId);
}
