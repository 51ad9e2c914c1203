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
};

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
  if (Number(count) >= perRecipientAndDay) return null;
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
    })
    .execute();
  await app.jobs.enqueue(tx, 'send-mail', { mailId }, { singletonKey: mailId });
  return mailId;
}
