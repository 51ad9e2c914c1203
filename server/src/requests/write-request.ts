import { randomUUID } from 'node:crypto';
import type { AccessKind, FeeQuote, Pack } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { writeInstrument } from '../authority/write-instrument.ts';
import { packEdition } from '../facility/facility-facts.ts';
import { keepPack } from '../facility/kept-pack.ts';
import { writeFirstQuote } from '../fees/write-quote.ts';
import type { Tx } from '../store/database.ts';
import type { Channel } from '../store/intake-tables.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { statedRecipients, statementOf } from './statement.ts';
import type { Submission, SubmittedExam } from './submission.ts';

export type RequestToWrite = {
  id: string;
  reference: string;
  receivedOn: string;
  facilityName: string;
  submission: Submission;
  deliveries: { id: string; kind: DeliveryKind; recipient: object }[];
  passcodes: { recipientName: string; passcode: string }[];
  quote: FeeQuote;
  /** The rules in force on the day of receipt: they are kept with the request. */
  pack: Pack;
  /** For what its due date is counted: the copy, or looking where that is due first. */
  facts: { kind: AccessKind };
  requesterEmail: string | null;
  /** How it came, where it did not come through the portal: then it was signed on paper, or is not yet. */
  intake?: { channel: Channel; written: boolean; signedAt: Date | null; address: string[] | null };
};

/** Writes a request with its exam items (as drafts: receiving them is a step of their life) and its deliveries. */
export async function writeRequest(tx: Tx, app: App, request: RequestToWrite): Promise<string[]> {
  const { submission, intake } = request;
  const { patient, requester } = submission;
  const now = app.now();
  await tx
    .insertInto('access_request')
    .values({
      id: request.id,
      facility_id: app.facilityId,
      reference: request.reference,
      channel: intake?.channel ?? 'portal',
      received_on: request.receivedOn,
      received_at: now,
      language: submission.language,
      patient_family_name: patient.familyName,
      patient_given_name: patient.givenName,
      patient_former_names: patient.formerNames || null,
      patient_birth_date: patient.birthDate,
      patient_mrn: patient.mrn || null,
      requester_is: requester.is,
      requester_basis: requester.basis || null,
      requester_name: requester.name,
      requester_email: request.requesterEmail,
      requester_phone: requester.phone || null,
      policy_pack: JSON.stringify(packEdition(request.pack)),
      pack_sha256: await keepPack(tx, app, request.pack),
      // On paper, the paper is the statement.
      statement: intake
        ? null
        : statementOf(
            submission.language,
            request.facilityName,
            `${patient.givenName} ${patient.familyName}`,
            statedRecipients(submission.deliveries),
          ),
      signed_name: intake && !intake.signedAt ? null : submission.signedName,
      signed_at: intake ? intake.signedAt : now,
      patient_id: null,
      ...(intake?.address ? { requester_address: JSON.stringify(intake.address) } : {}),
    })
    .execute();
  // Who wrote on paper saw no price yet.
  const signedBy = intake ? undefined : requester.is;
  await writeFirstQuote(tx, app, { accessRequestId: request.id, quote: request.quote, signedBy });
  // Who they are is still to be shown. The portal asks on the spot; of a paper nobody has asked yet (OD-5).
  await tx
    .insertInto('wait')
    .values({
      id: randomUUID(),
      access_request_id: request.id,
      kind: 'identity',
      since: now,
      ended_at: null,
      asked_promptly: !intake,
    })
    .execute();
  for (const [ordinal, { id, kind, recipient }] of request.deliveries.entries()) {
    await tx
      .insertInto('asked_delivery')
      .values({
        id,
        access_request_id: request.id,
        ordinal,
        kind,
        recipient: JSON.stringify(addressed(request, kind, recipient)),
      })
      .execute();
    const asked = submission.deliveries[ordinal];
    if (!asked) continue;
    await writeInstrument(tx, app, {
      accessRequestId: request.id,
      askedDeliveryId: id,
      facilityName: request.facilityName,
      signedOn: intake?.signedAt ? intake.signedAt.toISOString().slice(0, 10) : request.receivedOn,
      submission,
      asked,
      paper: intake && { written: intake.written, signedAt: intake.signedAt },
    });
  }
  const itemIds: string[] = [];
  for (const [ordinal, item] of submission.examItems.entries()) {
    itemIds.push(await writeExamItem(tx, request.id, ordinal, item));
  }
  return itemIds;
}

/** Plain mail goes to the person's own address and to no other. */
function addressed({ requesterEmail }: RequestToWrite, kind: DeliveryKind, recipient: object): object {
  return kind === 'email-unencrypted' ? { ...recipient, email: requesterEmail } : recipient;
}

async function writeExamItem(tx: Tx, accessRequestId: string, ordinal: number, item: SubmittedExam): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('exam_item')
    .values({
      id,
      access_request_id: accessRequestId,
      ordinal,
      exam_type: item.examType,
      body_part: item.bodyPart || null,
      on_or_after: item.onOrAfter ?? null,
      on_or_before: item.onOrBefore ?? null,
      date_words: item.dateWords || null,
      place: item.place || null,
      scope: item.scope,
      certain_images: item.scope === 'certain-images' ? (item.certainImages ?? null) : null,
      with_report: item.withReport,
      state: 'draft',
      outcome: null,
      outcome_reason: null,
    })
    .execute();
  return id;
}
