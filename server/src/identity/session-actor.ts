import type { App } from '../app.ts';
import type { RecipientActor, StaffActor } from './actor.ts';

type Base = { sessionHash: Buffer; address: string };

/** Read anew at each request: a changed role counts at once. */
export async function findStaff(app: App, staffId: string, base: Base): Promise<StaffActor | undefined> {
  const staff = await app.db
    .selectFrom('staff')
    .select(['display_name', 'role', 'licensed_as', 'is_privacy_officer'])
    .where('id', '=', staffId)
    .where('facility_id', '=', app.facilityId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!staff) return undefined;
  const { display_name: displayName, role, licensed_as: licensedAs, is_privacy_officer: privacyOfficer } = staff;
  return { ...base, kind: 'staff', staffId, displayName, role, licensedAs, privacyOfficer };
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
