import type { App } from '../app.ts';
import type { Actor } from '../identity/actor.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Tx } from '../store/database.ts';
import { type DrawnLetter, keepLetter } from './keep-letter.ts';

type Receiver = { id: string; reference: string; language: string; requester_email: string | null };

/** Files a drawn letter and says by mail that there is news; the letter itself lies in the portal (OD-10). */
export async function sendLetter(
  tx: Tx,
  app: App,
  actor: Actor,
  { id, reference, language, requester_email }: Receiver,
  drawn: DrawnLetter,
): Promise<string> {
  if (requester_email) {
    await queueMail(tx, app, {
      channel: 'email',
      recipient: requester_email,
      accessRequestId: id,
      language,
      wish: { kind: 'news', reference, address: app.config.publicUrl },
    });
  }
  return keepLetter(tx, app, actor, id, drawn);
}
