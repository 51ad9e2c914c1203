import { randomUUID } from 'node:crypto';
import { type CalendarDate, type Outcome, ok, refuse, serviceDue } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dueWorking, type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { waitForYes } from '../forms/mail-warning.ts';
import { drawWarning } from '../forms/warn-at-once.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { draftAcknowledgement } from '../requests/acknowledgement-letter.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { prepareRequest } from '../requests/submit-request.ts';
import { type RequestToWrite, writeRequest } from '../requests/write-request.ts';
import { type Tx, transaction } from '../store/database.ts';
import { type DecidedIntake, decideIntake, type FieldNotes } from './decide-intake.ts';
import { draftDirectiveLetter } from './directive-letter.ts';
import type { IntakeInput } from './intake-input.ts';

export type EnteredRequest = {
  id: string;
  reference: string;
  dueOn: string;
  /** The last day for the acknowledgement: the same day by e-mail, two business days by post (OD-25). */
  acknowledgeBy: string;
  acknowledgedBy: 'e-mail' | 'post';
  passcodes: { recipientName: string; passcode: string }[];
};

type Prepared = { request: RequestToWrite; letters: DrawnLetter[] };
type IntakeRefusal = FieldNotes | { code: 'not-found' | 'storage-full' };

/** Takes in what came on paper or was said: it runs from the day it came, and enters the same queue as the portal's. */
export async function recordIntake(
  app: App,
  actor: StaffActor,
  input: IntakeInput,
): Promise<Outcome<{ requests: EnteredRequest[] }, IntakeRefusal>> {
  const facility = await readFacilityFacts(app.db, app);
  const decision = decideIntake(input, facility);
  if (!decision.ok) return decision;
  if (input.scanId && !(await hasScan(app, input.scanId))) return refuse({ code: 'not-found' });
  const prepared: Prepared[] = [];
  for (const each of input.patients) {
    const one = await prepareOne(app, facility, input, each, decision.value);
    if (!one.ok) return one;
    prepared.push(one.value);
  }
  return transaction(app.db, async (tx) => {
    const writingId = randomUUID();
    const requests: EnteredRequest[] = [];
    for (const one of prepared) {
      await enterOne(tx, app, actor, { ...one, input, facility, decided: decision.value, writingId });
      requests.push(entered(one.request, input, decision.value.receivedOn));
    }
    return ok({ requests });
  });
}

function hasScan(app: App, scanId: string) {
  return app.db
    .selectFrom('scan')
    .select('id')
    .where('id', '=', scanId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

async function prepareOne(
  app: App,
  facility: FacilityFacts,
  input: IntakeInput,
  { patient, examItems }: IntakeInput['patients'][number],
  decided: DecidedIntake,
): Promise<Outcome<Prepared, { code: 'storage-full' }>> {
  const { language, requester, deliveries } = input;
  const { email, address, ...asks } = requester;
  const submission = { language, patient, requester: asks, examItems, deliveries };
  const prepared = await prepareRequest(
    app,
    facility,
    { ...submission, signedName: requester.name, contactCodeId: '' },
    decided.receivedOn,
  );
  const request: RequestToWrite = {
    ...prepared,
    requesterEmail: email ?? null,
    intake: {
      channel: input.channel,
      written: decided.signature !== 'spoken',
      signedAt: decided.signedOn ? new Date(`${decided.signedOn}T12:00:00Z`) : null,
      address: address ?? deliveries.find(({ who }) => who === 'self')?.address ?? null,
    },
  };
  const letters: DrawnLetter[] = [];
  const reviews = await readLanguageReviews(app.db, app);
  const drafts = [
    draftAcknowledgement(app, facility, request, reviews),
    draftDirectiveLetter(app, facility, request, decided, reviews),
  ];
  for (const draft of drafts) {
    if (!draft) continue;
    const drawn = await drawLetter(app, draft);
    if (!drawn.ok) return drawn;
    letters.push(drawn.value);
  }
  const warned = await drawWarning(app, facility, request, { sendTo: email ?? '' });
  if (!warned.ok) return warned;
  if (warned.value) letters.push(warned.value);
  return ok({ request, letters });
}

type Entry = Prepared & { input: IntakeInput; facility: FacilityFacts; decided: DecidedIntake; writingId: string };

async function enterOne(tx: Tx, app: App, actor: StaffActor, entry: Entry): Promise<void> {
  const { request, letters, input, facility, decided } = entry;
  const itemIds = await writeRequest(tx, app, request);
  await writeIntake(tx, app, actor, entry);
  if (decided.signature === 'unsigned') await waitForSignature(tx, app, request.id);
  if (request.deliveries.some(({ kind }) => kind === 'email-unencrypted')) await waitForYes(tx, app, request.id);
  await appendAudit(tx, app, {
    type: 'request.received',
    outcome: 'success',
    actor,
    accessRequestId: request.id,
    objects: {
      examItems: itemIds.length,
      deliveries: input.deliveries.map(({ kind }) => kind),
      channel: input.channel,
      receivedOn: decided.receivedOn,
      rules: decided.rules,
      scanId: input.scanId ?? null,
    },
  });
  const { today } = facility;
  const { receivedOn } = decided;
  for (const id of itemIds) {
    await moveExamItem(tx, app, actor, id, 'receive', { today, receivedOn, backdatingShown: receivedOn < today });
  }
  for (const letter of letters) await keepLetter(tx, app, actor, request.id, letter);
  if (!request.requesterEmail) return;
  await queueMail(tx, app, {
    channel: 'email',
    recipient: request.requesterEmail,
    accessRequestId: request.id,
    language: input.language,
    wish: {
      kind: 'request-received',
      reference: request.reference,
      dueOn: dueWorking(today, request).on,
      address: app.config.publicUrl,
    },
  });
}

async function writeIntake(tx: Tx, app: App, actor: StaffActor, entry: Entry): Promise<void> {
  const { request, input, decided, writingId } = entry;
  await tx
    .insertInto('intake')
    .values({
      access_request_id: request.id,
      writing_id: writingId,
      department: input.department || null,
      scan_id: input.scanId ?? null,
      signature: decided.signature,
      earlier_reason: input.earlierReason || null,
      entered_by: actor.staffId,
      entered_at: app.now(),
    })
    .execute();
}

async function waitForSignature(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  await tx
    .insertInto('wait')
    .values({
      id: randomUUID(),
      access_request_id: accessRequestId,
      kind: 'signature',
      since: app.now(),
      ended_at: null,
    })
    .execute();
}

function entered(request: RequestToWrite, input: IntakeInput, receivedOn: CalendarDate): EnteredRequest {
  const { id, reference, pack, passcodes } = request;
  const by = input.requester.email ? 'acknowledge-electronic' : 'acknowledge-paper';
  return {
    id,
    reference,
    dueOn: dueWorking(receivedOn, request).on,
    acknowledgeBy: serviceDue(by, receivedOn, pack, clockFactsOf(receivedOn)).on,
    acknowledgedBy: input.requester.email ? 'e-mail' : 'post',
    passcodes,
  };
}
