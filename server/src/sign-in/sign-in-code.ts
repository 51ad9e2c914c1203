import { type Outcome, ok, parseReference } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { PublicActor } from '../identity/actor.ts';
import { codeLimits, issueCode, type TooManyTries } from '../identity/one-time-code.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { CodeSent } from './contact-code.ts';

/**
 * Sends a code to the address that this request confirmed. A reference that nobody has gets the same answer, after the
 * same work and under the same limits (S2.3, S3.2).
 */
export function sendSignInCode(
  app: App,
  actor: PublicActor,
  input: { reference: string; language: 'en' | 'es' },
): Promise<Outcome<CodeSent, TooManyTries>> {
  const parsed = parseReference(input.reference);
  const reference = parsed.ok ? parsed.value : input.reference.trim().toUpperCase().slice(0, 20);
  return transaction(app.db, async (tx) => {
    const request = await findRequest(tx, app, reference);
    const issued = await issueCode(tx, app, {
      purpose: 'sign-in',
      contactKind: 'email',
      contact: request?.requester_email ?? `nobody:${reference}`,
      accessRequestId: request?.id ?? null,
      browserHash: actor.browserHash,
      address: actor.address,
    });
    if (!issued.ok) return issued;
    const { codeId, code, expiresAt } = issued.value;
    if (request?.requester_email) {
      await queueMail(tx, app, {
        channel: 'email',
        recipient: request.requester_email,
        accessRequestId: request.id,
        language: input.language,
        wish: { kind: 'sign-in-code', code, minutes: codeLimits.goodForMinutes },
      });
    }
    return ok({ codeId, expiresAt: expiresAt.toISOString() });
  });
}

function findRequest(tx: Tx, app: App, reference: string) {
  return tx
    .selectFrom('access_request')
    .select(['id', 'requester_email'])
    .where('reference', '=', reference)
    .where('facility_id', '=', app.facilityId)
    .where('requester_email', 'is not', null)
    .executeTakeFirst();
}
