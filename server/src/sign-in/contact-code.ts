import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { PublicActor } from '../identity/actor.ts';
import { type CodeRefusal, codeLimits, issueCode, spendCode, type TooManyTries } from '../identity/one-time-code.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { transaction } from '../store/database.ts';

export type CodeSent = { codeId: string; expiresAt: string };

/** Sends a code to the address that somebody typed. It will prove that address and nothing about a patient (S3.1). */
export function sendContactCode(
  app: App,
  actor: PublicActor,
  input: { email: string; language: 'en' | 'es' },
): Promise<Outcome<CodeSent, TooManyTries>> {
  return transaction(app.db, async (tx) => {
    const issued = await issueCode(tx, app, {
      purpose: 'confirm-contact',
      contactKind: 'email',
      contact: input.email,
      accessRequestId: null,
      browserHash: actor.browserHash,
      address: actor.address,
    });
    if (!issued.ok) return issued;
    const { codeId, code, expiresAt } = issued.value;
    await queueMail(tx, app, {
      channel: 'email',
      recipient: input.email,
      accessRequestId: null,
      language: input.language,
      wish: { kind: 'contact-code', code, minutes: codeLimits.goodForMinutes },
    });
    return ok({ codeId, expiresAt: expiresAt.toISOString() });
  });
}

export function confirmContact(
  app: App,
  actor: PublicActor,
  input: { codeId: string; code: string },
): Promise<Outcome<null, CodeRefusal>> {
  return transaction(app.db, async (tx) => {
    const { browserHash } = actor;
    const spent = await spendCode(
      tx,
      app,
      { purpose: 'confirm-contact', codeId: input.codeId, browserHash },
      input.code,
    );
    return spent.ok ? ok(null) : spent;
  });
}
