import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { PublicActor } from './actor.ts';

/** How long a confirmed address may wait for its form to be sent. */
const confirmationHoldsMs = 24 * 3_600_000;

/** The address that this very browser confirmed a short while ago, and that no other request has used. */
export async function confirmedContact(
  tx: Tx,
  app: App,
  actor: PublicActor,
  codeId: string,
): Promise<string | undefined> {
  if (!actor.browserHash) return undefined;
  const row = await tx
    .selectFrom('one_time_code')
    .select('contact')
    .where('id', '=', codeId)
    .where('facility_id', '=', app.facilityId)
    .where('purpose', '=', 'confirm-contact')
    .where('browser_hash', '=', actor.browserHash)
    .where('used_at', '>', new Date(app.now().getTime() - confirmationHoldsMs))
    .where('access_request_id', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row?.contact;
}

export type ConfirmedHere = { codeId: string; contact: string };

/** The newest address that this very browser confirmed a short while ago and that no request has used: for a reload. */
export async function contactConfirmedHere(tx: Tx, app: App, actor: PublicActor): Promise<ConfirmedHere | undefined> {
  if (!actor.browserHash) return undefined;
  const row = await tx
    .selectFrom('one_time_code')
    .select(['id', 'contact'])
    .where('facility_id', '=', app.facilityId)
    .where('purpose', '=', 'confirm-contact')
    .where('browser_hash', '=', actor.browserHash)
    .where('used_at', '>', new Date(app.now().getTime() - confirmationHoldsMs))
    .where('access_request_id', 'is', null)
    .orderBy('used_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { codeId: row.id, contact: row.contact };
}

/** This browser gives up what it confirmed: whoever sits at it next needs a code of their own. */
export async function giveUpContact(tx: Tx, app: App, actor: PublicActor, contact: string): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({ browser_hash: null })
    .where('facility_id', '=', app.facilityId)
    .where('purpose', '=', 'confirm-contact')
    .where('contact', '=', contact)
    .where('browser_hash', '=', actor.browserHash)
    .where('access_request_id', 'is', null)
    .execute();
}
