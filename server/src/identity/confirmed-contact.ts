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
