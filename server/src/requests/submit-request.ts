import { randomUUID } from 'node:crypto';
import {
  type CalendarDate,
  type Outcome,
  ok,
  REFERENCE_RANDOM_BYTES,
  referenceFromRandom,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { filePapers } from '../authority/paper.ts';
import { unsealDraftPapers } from '../drafts/draft-paper.ts';
import { forgetDraft } from '../drafts/request-draft.ts';
import { dueWorking, type FacilityFacts, packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { quoteDeliveries } from '../fees/quote-deliveries.ts';
import { acceptAtOnce, drawWarning } from '../forms/warn-at-once.ts';
import type { PublicActor } from '../identity/actor.ts';
import { confirmedContact } from '../identity/confirmed-contact.ts';
import { makePasscode } from '../identity/passcode.ts';
import { type NewSession, startSession } from '../identity/session.ts';
import { firstAskedKind } from '../inspection/owed-access.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { transaction } from '../store/database.ts';
import { askToGoOn } from '../touchless/ask-to-go-on.ts';
import { draftAcknowledgement } from './acknowledgement-letter.ts';
import { dayOfReceipt } from './day-of-receipt.ts';
import { decideSubmission, type SubmissionRefusal } from './decide-submission.ts';
import { moveExamItem } from './move-exam-item.ts';
import type { Submission } from './submission.ts';
import { type RequestToWrite, writeRequest } from './write-request.ts';

export type SubmitRefusal = SubmissionRefusal | { code: 'contact-not-confirmed' } | { code: 'storage-full' };

export type Submitted = {
  answer: { reference: string; passcodes: { recipientName: string; passcode: string }[] };
  session: NewSession;
};

/**
 * Receives a signed request: the clock starts on this day, whatever is still to be shown (45 CFR 164.524(b)(2)). The
 * acknowledgement with the due date and its working is made with it.
 */
export async function submitRequest(
  app: App,
  actor: PublicActor,
  input: Submission,
): Promise<Outcome<Submitted, SubmitRefusal>> {
  const facility = await readFacilityFacts(app.db, app);
  const decision = decideSubmission(input, facility.today);
  if (!decision.ok) return decision;
  const receipt = dayOfReceipt(facility, [{ channel: 'portal', at: app.now() }]);
  const mailbox = await transaction(app.db, (tx) => confirmedContact(tx, app, actor, input.contactCodeId));
  if (!mailbox) return refuse({ code: 'contact-not-confirmed' });
  // Somebody who asks for themself needs none, whatever they had begun to send.
  const papers = input.requester.is === 'self' ? ok([]) : await unsealDraftPapers(app, app.db, mailbox);
  if (!papers.ok) return papers;
  const request = { ...(await prepareRequest(app, facility, input, receipt.on)), requesterEmail: mailbox };
  const reviews = await readLanguageReviews(app.db, app);
  const drawn = await drawLetter(app, draftAcknowledgement(app, facility, request, reviews));
  if (!drawn.ok) return drawn;
  const warned = await drawWarning(app, facility, request, { sendTo: mailbox, acceptedBy: 'portal' });
  if (!warned.ok) return warned;

  return transaction(app.db, async (tx) => {
    const contact = await confirmedContact(tx, app, actor, input.contactCodeId);
    if (!contact) return refuse({ code: 'contact-not-confirmed' });
    const itemIds = await writeRequest(tx, app, { ...request, requesterEmail: contact });
    await filePapers(tx, app, actor, request.id, papers.value);
    await tx
      .updateTable('one_time_code')
      .set({ access_request_id: request.id })
      .where('id', '=', input.contactCodeId)
      .execute();
    await forgetDraft(tx, app, contact);
    await appendAudit(tx, app, {
      type: 'request.received',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: {
        examItems: itemIds.length,
        deliveries: input.deliveries.map(({ kind }) => kind),
        channel: 'portal',
        receivedOn: receipt.on,
        rules: receipt.rules,
      },
    });
    const { today } = facility;
    for (const id of itemIds) await moveExamItem(tx, app, actor, id, 'receive', { today, receivedOn: receipt.on });
    await keepLetter(tx, app, { kind: 'program', job: 'submit-request' }, request.id, drawn.value);
    if (warned.value) await acceptAtOnce(tx, app, actor, { request, today, address: contact }, warned.value);
    await askToGoOn(tx, app, request.id);
    await queueMail(tx, app, {
      channel: 'email',
      recipient: contact,
      accessRequestId: request.id,
      language: input.language,
      wish: {
        kind: 'request-received',
        reference: request.reference,
        dueOn: dueWorking(today, request).on,
        address: app.config.publicUrl,
      },
    });
    const session = await startSession(
      tx,
      app,
      { kind: 'requester', accessRequestId: request.id },
      actor.sessionHashes,
    );
    return ok({ answer: { reference: request.reference, passcodes: request.passcodes }, session });
  });
}

/** Everything that is made before the transaction: slow hashes, the reference, the quote. */
export async function prepareRequest(
  app: App,
  facility: FacilityFacts,
  input: Submission,
  receivedOn: CalendarDate,
): Promise<RequestToWrite> {
  const pack = packFor(facility, receivedOn);
  const passcodes: RequestToWrite['passcodes'] = [];
  const deliveries: RequestToWrite['deliveries'] = [];
  for (const { kind, authorization: _, warningAccepted: __, ...recipient } of input.deliveries) {
    const id = randomUUID();
    if (kind !== 'secure-link') {
      deliveries.push({ id, kind, recipient });
      continue;
    }
    const { passcode, passcodeHash } = await makePasscode(app);
    passcodes.push({ recipientName: recipient.name ?? '', passcode });
    deliveries.push({ id, kind, recipient: { ...recipient, passcodeHash } });
  }
  return {
    id: randomUUID(),
    reference: await freeReference(app),
    receivedOn,
    facilityName: facility.name,
    submission: input,
    deliveries,
    passcodes,
    quote: quoteDeliveries(input.deliveries, input.examItems.length, facility.feeSchedule, pack),
    pack,
    facts: { kind: firstAskedKind(input.deliveries, receivedOn, pack) },
    requesterEmail: null,
  };
}

/** Numbers that people can say over the phone are few enough to meet twice; then another one is drawn. */
async function freeReference(app: App): Promise<string> {
  for (;;) {
    const reference = referenceFromRandom(app.random(REFERENCE_RANDOM_BYTES));
    const taken = await app.db
      .selectFrom('access_request')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!taken) return reference;
  }
}
