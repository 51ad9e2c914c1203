import { HELD_CONTACT_DAYS, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { codeLimits, issueCode, type TooManyTries } from '../identity/one-time-code.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { transaction } from '../store/database.ts';
import { isBeyondProof, lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';

export type IdentityCodeRefusal =
  | { code: 'not-found' | 'not-in-directory' | 'contact-too-new' | 'wrong-step' }
  | TooManyTries;

const heldMs = HELD_CONTACT_DAYS * 86_400_000;

/** Sends a code to a contact that the facility had on file before anybody asked; never to one that was typed (S3.1). */
export function sendIdentityCode(
  app: App,
  actor: StaffActor | ProgramActor,
  input: { requestId: string; contactId: string },
): Promise<Outcome<null, IdentityCodeRefusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (await isBeyondProof(tx, request.id)) return refuse({ code: 'wrong-step' });
    if (!request.patient_id) return refuse({ code: 'not-in-directory' });
    const contact = await tx
      .selectFrom('patient_contact')
      .selectAll()
      .where('id', '=', input.contactId)
      .where('patient_id', '=', request.patient_id)
      .executeTakeFirst();
    // Without a text message service nothing reaches a mobile; the demo shows it on its outbox page.
    if (!contact || (contact.kind === 'mobile' && !app.config.demo)) return refuse({ code: 'not-found' });
    if (contact.held_since.getTime() > app.now().getTime() - heldMs) return refuse({ code: 'contact-too-new' });
    const issued = await issueCode(tx, app, {
      purpose: 'prove-identity',
      contactKind: contact.kind,
      contact: contact.value,
      accessRequestId: request.id,
      patientContactId: contact.id,
      browserHash: null,
      address: null,
    });
    if (!issued.ok) return issued;
    await queueMail(tx, app, {
      channel: contact.kind,
      recipient: contact.value,
      accessRequestId: request.id,
      language: request.language,
      wish: { kind: 'identity-code', code: issued.value.code, minutes: codeLimits.goodForMinutes },
    });
    if (request.requester_email) {
      await queueMail(tx, app, {
        channel: 'email',
        recipient: request.requester_email,
        accessRequestId: request.id,
        language: request.language,
        wish: { kind: 'news', reference: request.reference, address: app.config.publicUrl },
      });
    }
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'identity.code-sent',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { contactId: contact.id, kind: contact.kind, codeId: issued.value.codeId },
    });
    return ok(null);
  });
}
