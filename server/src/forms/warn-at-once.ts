import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import type { Actor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter } from '../letters/keep-letter.ts';
import type { RequestToWrite } from '../requests/write-request.ts';
import type { Tx } from '../store/database.ts';
import type { WarnedBy } from '../store/form-tables.ts';
import { draftWarning, writeYes } from './mail-warning.ts';

/** L-WARN of a request that is about to be written, where it asks for unencrypted mail. */
export async function drawWarning(
  app: App,
  facility: FacilityFacts,
  { reference, submission, deliveries, intake, requesterEmail }: RequestToWrite,
  to: { sendTo: string; acceptedBy?: WarnedBy },
): Promise<Outcome<DrawnLetter | undefined, { code: 'storage-full' }>> {
  if (deliveries.every(({ kind }) => kind !== 'email-unencrypted')) return ok(undefined);
  const { patient, requester, language } = submission;
  const request = {
    reference,
    language,
    patient_family_name: patient.familyName,
    patient_given_name: patient.givenName,
    patient_birth_date: patient.birthDate,
    requester_name: requester.name,
    requester_email: requesterEmail,
    requester_address: intake?.address ?? null,
  };
  return drawLetter(app, await draftWarning(app, facility, request, to));
}

/** The yes that stood on the page which was signed; a one-time code had read the address back. */
export async function acceptAtOnce(
  tx: Tx,
  app: App,
  actor: Actor,
  { request, today, address }: { request: RequestToWrite; today: string; address: string },
  drawn: DrawnLetter,
): Promise<void> {
  const { id: accessRequestId, submission, deliveries } = request;
  for (const { id: askedDeliveryId } of deliveries.filter(({ kind }) => kind === 'email-unencrypted')) {
    const said = { channel: 'portal', readBack: 'code', language: submission.language } as const;
    await writeYes(tx, app, actor, { ...said, askedDeliveryId, address, today, accessRequestId }, drawn);
  }
}
