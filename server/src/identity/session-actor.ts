import type { App } from '../app.ts';
import type { RecipientActor, StaffActor } from './actor.ts';

type Base = { sessionHash: Buffer; address: string };

/** Read anew at each request: a changed role counts at once. */
export async function findStaff(app: App, staffId: string, base: Base): Promise<StaffActor | undefined> {
  const staff = await app.db
    .selectFrom('staff')
    .select(['display_name', 'role'])
    .where('id', '=', staffId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  return staff && { ...base, kind: 'staff', staffId, displayName: staff.display_name, role: staff.role };
}

/** A link that was revoked or has ended closes its sessions with it. */
export async function findRecipient(app: App, shareLinkId: string, base: Base): Promise<RecipientActor | undefined> {
  const link = await app.db
    .selectFrom('share_link')
    .select('delivery_id')
    .where('id', '=', shareLinkId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', app.now())
    .executeTakeFirst();
  return link && { ...base, kind: 'recipient', shareLinkId, deliveryId: link.delivery_id };
}
