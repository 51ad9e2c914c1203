import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { ContactKind } from '../store/schema.ts';
import { type MailWish, writeMail } from './mail-texts.ts';

export type OutgoingMail = {
  channel: ContactKind;
  recipient: string;
  accessRequestId: string | null;
  language: string;
  wish: MailWish;
  /** The copy itself, as the person asked for it. */
  copy?: { deliveryId: string; attachments: readonly Attachment[] };
};

/** A kept object that goes with a mail. */
export type Attachment = { name: string; mediaType: string; sha256: string; sizeBytes: number };

/** S8.3: nobody is mailed more often than this in a day, whatever asks for it. */
const perRecipientAndDay = 40;
const day = 86_400_000;

/** Writes the message and its job in the transaction of the deed that it tells of. */
export async function queueMail(tx: Tx, app: App, mail: OutgoingMail): Promise<string | null> {
  const { count } = await tx
    .selectFrom('mail')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('facility_id', '=', app.facilityId)
    .where('recipient', '=', mail.recipient)
    .where('made_at', '>', new Date(app.now().getTime() - day))
    .executeTakeFirstOrThrow();
  // Parts of a copy that somebody chose to have in mails are no flood.
  if (!mail.copy && Number(count) >= perRecipientAndDay) return null;
  const facility = await tx
    .selectFrom('facility')
    .select('name')
    .where('id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { subject, body } = writeMail(mail.wish, facility.name, mail.language === 'es' ? 'es' : 'en');
  const mailId = randomUUID();
  await tx
    .insertInto('mail')
    .values({
      id: mailId,
      facility_id: app.facilityId,
      access_request_id: mail.accessRequestId,
      channel: mail.channel,
      recipient: mail.recipient,
      subject,
      body,
      made_at: app.now(),
      sent_at: null,
      last_failure: null,
      ...(mail.copy ? { delivery_id: mail.copy.deliveryId } : {}),
    })
    .execute();
  for (const [ordinal, { name, mediaType, sha256, sizeBytes }] of (mail.copy?.attachments ?? []).entries()) {
    await tx
      .insertInto('mail_attachment')
      .values({ mail_id: mailId, ordinal, name, media_type: mediaType, sha256, size_bytes: sizeBytes })
      .execute();
  }
  await app.jobs.enqueue(tx, 'send-mail', { mailId }, { singletonKey: mailId });
  return mailId;
}
