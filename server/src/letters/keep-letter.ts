import { randomUUID } from 'node:crypto';
import { type Letter, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';
import { writeLetterPdf } from './letter-pdf.ts';

export type DrawnLetter = { letter: Letter; pdfSha256: string };

/** Draws a letter and keeps its PDF. Files are not waited for inside a transaction, so this comes before it. */
export async function drawLetter(app: App, letter: Letter): Promise<Outcome<DrawnLetter, { code: 'storage-full' }>> {
  const stored = await app.objects.putBytes(await writeLetterPdf(letter));
  return stored.ok ? ok({ letter, pdfSha256: stored.value.sha256 }) : refuse({ code: 'storage-full' });
}

/**
 * Files a drawn letter with its request. For somebody with an e-mail address it lies in the portal at once and counts as
 * sent; for everybody else it waits to be printed, and is sent when the carrier takes it (OD-10).
 */
export async function keepLetter(
  tx: Tx,
  app: App,
  actor: Actor,
  accessRequestId: string,
  { letter, pdfSha256 }: DrawnLetter,
  /** Somebody else than the requester: it lies in the file, and never in the requester's portal. */
  addressedToPatientId: string | null = null,
): Promise<string> {
  const letterId = randomUUID();
  const { requester_email } = await tx
    .selectFrom('access_request')
    .select('requester_email')
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('letter')
    .values({
      id: letterId,
      access_request_id: accessRequestId,
      code: letter.code,
      language: letter.language,
      content: JSON.stringify(letter),
      pdf_sha256: pdfSha256,
      made_at: app.now(),
      sent_at: addressedToPatientId || !requester_email ? null : app.now(),
      addressed_to_patient_id: addressedToPatientId,
    })
    .execute();
  await appendAudit(tx, app, {
    type: 'letter.made',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { letterId, code: letter.code, sha256: pdfSha256 },
  });
  return letterId;
}
