import { createTransport } from 'nodemailer';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { takeLettersBack } from './letter-notice.ts';

const sender: ProgramActor = { kind: 'program', job: 'send-mail' };
/** S4.7: a mail server that says nothing is given up on; the job tries again. */
const patienceMs = 30_000;

/**
 * Sends one queued message. It may run twice for one message: then the Message-ID is the same, by which mail servers
 * know a copy. In the demo nothing leaves the machine; the outbox page shows what would have.
 */
export async function sendMail(app: App, { mailId }: { mailId: string }): Promise<void> {
  const mail = await app.db
    .selectFrom('mail')
    .selectAll()
    .where('id', '=', mailId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!mail || mail.sent_at) return;
  if (app.config.smtpUrl) {
    try {
      await handToServer(app, app.config.smtpUrl, mail);
    } catch (fault) {
      const failure = (fault as { code?: string }).code ?? 'unknown';
      if (isForGood(fault)) {
        await transaction(app.db, (tx) => takeLettersBack(tx, app, sender, mail));
        await failCopy(app, mail.delivery_id);
      }
      await app.db
        .updateTable('mail')
        .set((row) => ({ failed_tries: row('failed_tries', '+', 1), last_failure: failure.slice(0, 40) }))
        .where('id', '=', mailId)
        .execute();
      throw new Error('The mail server did not take the message', { cause: fault });
    }
  }
  await transaction(app.db, async (tx) => {
    // Outside the demo a code is of no more use here once it has left.
    const body = app.config.demo ? mail.body : mail.body.replaceAll(/\b\d{6}\b/g, '······');
    await tx.updateTable('mail').set({ sent_at: app.now(), body }).where('id', '=', mailId).execute();
    await appendAudit(tx, app, {
      type: 'mail.sent',
      outcome: 'success',
      actor: sender,
      accessRequestId: mail.access_request_id,
      objects: { mailId, channel: mail.channel },
    });
  });
}

/** A copy that the person's mailbox does not take was not given: the desk reads so and asks for another way. */
async function failCopy(app: App, deliveryId: string | null): Promise<void> {
  if (!deliveryId) return;
  await app.db
    .updateTable('delivery')
    .set({ state: 'failed', failure_code: 'mail-refused' })
    .where('id', '=', deliveryId)
    .execute();
}

/** RFC 5321, 4.2.1: a reply of the 500s is final; anything else may go better at the next try. */
function isForGood(fault: unknown): boolean {
  const { responseCode = 0 } = fault as { responseCode?: number };
  return responseCode >= 500;
}

type Message = { id: string; recipient: string; subject: string; body: string };

async function handToServer(app: App, smtpUrl: string, mail: Message): Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  const options = {
    from: app.config.mailFrom,
    // As an object, so that nothing in the address is taken for a second one.
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}@${new URL(app.config.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: await readAttachments(app, mail.id),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  try {
    await transport.sendMail(options);
  } finally {
    transport.close();
  }
}

/** Streamed from the store, one after the other: a mail is never whole in memory. */
async function readAttachments(app: App, mailId: string) {
  const rows = await app.db
    .selectFrom('mail_attachment')
    .select(['name', 'media_type', 'sha256'])
    .where('mail_id', '=', mailId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ name, media_type, sha256 }) => ({
    filename: name,
    contentType: media_type,
    content: app.objects.openRead(sha256),
  }));
}
