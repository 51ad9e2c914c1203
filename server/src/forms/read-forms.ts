import { type Inability, type Outcome, ok, refuse } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { Db } from '../store/database.ts';
import type { AgreedBy, FormKind, OfferedForm, WarnedBy } from '../store/form-tables.ts';
import type { AskedRecipient } from '../store/records.ts';

/** An offer that the person has not answered: L-FMT with its forms and prices. */
export type OpenOffer = {
  id: string;
  askedDeliveryId: string;
  asked: string;
  unable: Inability;
  forms: OfferedForm[];
  offeredAt: string;
  /** A parcel has an address already. */
  hasAddress: boolean;
};

export async function readOpenOffers(db: Db, accessRequestId: string): Promise<(OpenOffer & { letterId: string })[]> {
  const rows = await db
    .selectFrom('format_offer')
    .innerJoin('wait', 'wait.id', 'format_offer.wait_id')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'format_offer.asked_delivery_id')
    .innerJoin('access_request', 'access_request.id', 'wait.access_request_id')
    .selectAll('format_offer')
    .select(['asked_delivery.recipient', 'access_request.requester_address'])
    .where('wait.access_request_id', '=', accessRequestId)
    .where('wait.ended_at', 'is', null)
    .orderBy('format_offer.offered_at')
    .execute();
  return rows.map((row) => ({
    id: row.wait_id,
    askedDeliveryId: row.asked_delivery_id,
    asked: row.asked,
    unable: row.unable,
    forms: row.forms,
    offeredAt: row.offered_at.toISOString(),
    hasAddress: Boolean(row.recipient.address ?? row.requester_address),
    letterId: row.letter_id,
  }));
}

/** The yes is to one address: after a change of it another one is asked for. */
export const askedEmail = sql<string>`asked_delivery.recipient ->> 'email'`;

/** Unencrypted mail that was asked for and waits for the yes to its warning. */
export async function readOpenWarnings(
  db: Db,
  accessRequestId: string,
): Promise<{ askedDeliveryId: string; address: string }[]> {
  const rows = await db
    .selectFrom('asked_delivery')
    .leftJoin('mail_warning', (join) =>
      join
        .onRef('mail_warning.asked_delivery_id', '=', 'asked_delivery.id')
        .on('mail_warning.address', '=', askedEmail),
    )
    .select(['asked_delivery.id', 'asked_delivery.recipient'])
    .where('asked_delivery.access_request_id', '=', accessRequestId)
    .where('asked_delivery.kind', '=', 'email-unencrypted')
    .where('mail_warning.asked_delivery_id', 'is', null)
    .orderBy('asked_delivery.ordinal')
    .execute();
  return rows.map(({ id, recipient }) => ({ askedDeliveryId: id, address: recipient.email ?? '' }));
}

export type DeskForms = {
  /** Forms in people's own words that nobody has answered yet. */
  toOffer: { askedDeliveryId: string; form: string }[];
  open: Omit<OpenOffer, 'hasAddress'>[];
  agreed: { asked: string; chosen: FormKind; how: AgreedBy; agreedOn: string; recordedBy: string | null }[];
  toWarn: { askedDeliveryId: string; address: string }[];
  warned: { address: string; channel: WarnedBy; acceptedAt: string; recordedBy: string | null }[];
};

/** Everything about forms of copy at the desk: what is to be offered, what waits, what was agreed on. */
export async function readForms(
  app: App,
  _actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<DeskForms, { code: 'not-found' }>> {
  const request = await app.db
    .selectFrom('access_request')
    .select('id')
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return refuse({ code: 'not-found' });
  const open = await readOpenOffers(app.db, requestId);
  const asked = await app.db
    .selectFrom('asked_delivery')
    .select(['id', 'recipient'])
    .where('access_request_id', '=', requestId)
    .where('kind', '=', 'other-form')
    .orderBy('ordinal')
    .execute();
  return ok({
    toOffer: asked
      .filter(({ id }) => open.every(({ askedDeliveryId }) => askedDeliveryId !== id))
      .map(({ id, recipient }) => ({ askedDeliveryId: id, form: formOf(recipient) })),
    open: open.map(({ letterId: _, hasAddress: __, ...offer }) => offer),
    agreed: await readAgreed(app.db, requestId),
    toWarn: await readOpenWarnings(app.db, requestId),
    warned: await readWarned(app.db, requestId),
  });
}

export function formOf(recipient: AskedRecipient): string {
  return recipient.form ?? '';
}

async function readAgreed(db: Db, accessRequestId: string): Promise<DeskForms['agreed']> {
  const rows = await db
    .selectFrom('format_agreement')
    .innerJoin('format_offer', 'format_offer.wait_id', 'format_agreement.wait_id')
    .innerJoin('wait', 'wait.id', 'format_offer.wait_id')
    .leftJoin('staff', 'staff.id', 'format_agreement.recorded_by')
    .select(['format_offer.asked', 'format_agreement.chosen', 'format_agreement.how', 'format_agreement.agreed_on'])
    .select('staff.display_name')
    .where('wait.access_request_id', '=', accessRequestId)
    .orderBy('format_agreement.recorded_at')
    .execute();
  return rows.map(({ asked, chosen, how, agreed_on, display_name }) => ({
    asked,
    chosen,
    how,
    agreedOn: agreed_on,
    recordedBy: display_name,
  }));
}

async function readWarned(db: Db, accessRequestId: string): Promise<DeskForms['warned']> {
  const rows = await db
    .selectFrom('mail_warning')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'mail_warning.asked_delivery_id')
    .leftJoin('staff', 'staff.id', 'mail_warning.recorded_by')
    .selectAll('mail_warning')
    .select('staff.display_name')
    .where('asked_delivery.access_request_id', '=', accessRequestId)
    .orderBy('mail_warning.accepted_at')
    .execute();
  return rows.map(({ address, channel, accepted_at, display_name }) => ({
    address,
    channel,
    acceptedAt: accepted_at.toISOString(),
    recordedBy: display_name,
  }));
}
