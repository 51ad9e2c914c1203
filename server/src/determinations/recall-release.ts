import { randomUUID } from 'node:crypto';
import {
  calendarDate,
  calendarDateIn,
  decideRecall,
  isBreachOfPlainMail,
  type Letter,
  letterContent,
  type Outcome,
  ok,
  type Recall,
  type RecallWish,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type DrawnLetter, drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { Manifest } from '../store/records.ts';
import { lackNotes, type Refused } from './lack-notes.ts';
import { type RequestCase, readRequestCase } from './request-case.ts';

export type RecallInput = {
  releaseId: string;
  what: 'wrong-patient' | 'wrong-recipient';
  reason: string;
  discoveredOn: string;
  /** What happened, in full sentences for whoever is told; nobody else’s data. */
  whatHappened: string;
  kindsOfData: string[];
  protectYourself: string[];
  whatWeDo: string[];
  tollFree?: string | undefined;
  /** Where the copy went by unencrypted mail: only a mistyped address is the facility's breach. */
  mailEvent?: MailEvent | undefined;
  /** Whose pictures they are, where the directory knows: they are told. */
  affectedPatientId?: string | undefined;
};

type MailEvent = Parameters<typeof isBreachOfPlainMail>[0];

type RecallRefusal = Refused<
  'not-found' | 'wrong-step' | 'recall-lacks' | 'letter-lacks' | 'affected-unknown' | 'no-breach' | 'storage-full'
>;

/**
 * Takes back what went to the wrong person: every link and session of it is dead in the same transaction, the incident
 * stands with the day of its discovery, whoever is concerned is told (45 CFR 164.404), and the exams that were asked for
 * are looked for again, under the due date that they always had.
 */
export async function recallRelease(
  app: App,
  actor: StaffActor,
  input: RecallInput,
): Promise<Outcome<{ incidentId: string }, RecallRefusal>> {
  const release = await app.db
    .selectFrom('release')
    .select(['id', 'access_request_id', 'approved_at', 'manifest'])
    .where('id', '=', input.releaseId)
    .executeTakeFirst();
  const found = release && (await readRequestCase(app.db, app, release.access_request_id));
  if (!release || !found) return refuse({ code: 'not-found' });
  const releasedOn = calendarDateIn(found.facility.timeZone, release.approved_at.getTime());
  if (input.discoveredOn > found.facility.today || input.discoveredOn < releasedOn)
    return refuse({ code: 'wrong-step' });
  const mail = await judgeMail(app, input);
  if (!mail.ok) return mail;
  const wish: RecallWish = {
    what: input.what,
    decidedBy: { name: actor.displayName, role: actor.privacyOfficer ? 'privacy-officer' : 'staff' },
    reason: input.reason,
    releasedOn,
    discoveredOn: calendarDate(input.discoveredOn),
    due: calendarDate(found.dueOn),
  };
  const decision = decideRecall(wish, found.pack.sources);
  if (!decision.ok) return refuse({ code: 'recall-lacks', fields: lackNotes(decision.refusal.lacks) });
  const addressee = await readAddressee(app, found, input);
  if (!addressee) return refuse({ code: 'affected-unknown' });
  const letter = breachLetter(app, found, input, addressee, releasedOn);
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;

  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, found.request.id);
    const before = await tx.selectFrom('incident').select('id').where('release_id', '=', release.id).executeTakeFirst();
    if (before) return refuse({ code: 'wrong-step' });
    const incidentId = await writeIncident(tx, app, actor, found, input, decision.value, addressee, drawn.value);
    await endAccess(tx, app, release.id, found.request.id);
    if (input.what === 'wrong-patient') await takeReportsOff(tx, app, release.manifest);
    for (const examItemId of new Set(release.manifest.exams.map((exam) => exam.examItemId))) {
      const facts = { byPrivacyOfficer: true, reason: input.reason };
      const moved = await moveExamItem(tx, app, actor, examItemId, 'recall', facts);
      if (input.what !== 'wrong-patient') continue;
      // Of an exam that was given in part alone: it is still open, and its study is another patient's.
      const searchedAgain = moved.ok || (await moveExamItem(tx, app, actor, examItemId, 'withdraw-match', {})).ok;
      if (searchedAgain) await takeMatchesBack(tx, app, actor, examItemId);
    }
    await appendAudit(tx, app, {
      type: 'release.recalled',
      outcome: 'success',
      actor,
      accessRequestId: found.request.id,
      objects: { releaseId: release.id, incidentId, code: input.what },
    });
    return ok({ incidentId });
  });
}

/** Mail that somebody read on its way after the warning starts nothing: HHS FAQ 2061. */
async function judgeMail(app: App, { releaseId, what, mailEvent }: RecallInput): Promise<Outcome<null, RecallRefusal>> {
  if (what !== 'wrong-recipient') return ok(null);
  const mailed = await app.db
    .selectFrom('delivery')
    .select('id')
    .where('release_id', '=', releaseId)
    .where('kind', '=', 'email-unencrypted')
    .executeTakeFirst();
  if (!mailed) return ok(null);
  if (!mailEvent) {
    return refuse({
      code: 'recall-lacks',
      fields: [{ pointer: '/mailEvent', message: 'Say what became of the mail.' }],
    });
  }
  return isBreachOfPlainMail(mailEvent) ? ok(null) : refuse({ code: 'no-breach' });
}

type Addressee = { patientId: string | null; name: string; bornOn: string; address?: string[] };

/** A wrong patient: the person in the pictures. A wrong recipient: the person who asked for their own. */
async function readAddressee(app: App, { request }: RequestCase, input: RecallInput): Promise<Addressee | undefined> {
  if (input.what === 'wrong-recipient') {
    return { patientId: null, name: request.requester_name, bornOn: request.patient_birth_date };
  }
  if (!input.affectedPatientId || input.affectedPatientId === request.patient_id) return undefined;
  const patient = await app.db
    .selectFrom('patient')
    .select(['id', 'given_name', 'family_name', 'birth_date'])
    .where('id', '=', input.affectedPatientId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  return (
    patient && {
      patientId: patient.id,
      name: `${patient.given_name} ${patient.family_name}`,
      bornOn: patient.birth_date,
    }
  );
}

function breachLetter(
  app: App,
  { request, facility, reviews }: RequestCase,
  input: RecallInput,
  addressee: Addressee,
  happenedOn: string,
): Outcome<Letter, RecallRefusal> {
  const subject = letterSubject(app, facility, { ...request, patient_birth_date: addressee.bornOn });
  const letter = letterContent(
    'L-BRCH',
    {
      ...subject,
      addressee: { name: addressee.name },
      patient: { ...subject.patient, name: addressee.name },
      happenedOn: calendarDate(happenedOn),
      discoveredOn: calendarDate(input.discoveredOn),
      what: input.whatHappened,
      kindsOfData: input.kindsOfData,
      protectYourself: input.protectYourself,
      whatWeDo: input.whatWeDo,
      ...(input.tollFree === undefined ? {} : { tollFree: input.tollFree }),
    },
    addressee.patientId ? 'en' : request.language,
    reviews,
  );
  if (letter.ok) return letter;
  const missing = letter.refusal.code === 'duties-missing' ? letter.refusal.missing : [];
  return refuse({ code: 'letter-lacks', fields: lackNotes(missing.map(({ id, cite }) => ({ name: id, cite }))) });
}

async function writeIncident(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { request }: RequestCase,
  input: RecallInput,
  recall: Recall,
  addressee: Addressee,
  drawn: DrawnLetter,
): Promise<string> {
  const letterId = addressee.patientId
    ? await keepLetter(tx, app, actor, request.id, drawn, addressee.patientId)
    : await sendLetter(tx, app, actor, request, drawn);
  const incidentId = randomUUID();
  await tx
    .insertInto('incident')
    .values({
      id: incidentId,
      facility_id: app.facilityId,
      release_id: input.releaseId,
      what: input.what,
      reason: input.reason,
      discovered_on: input.discoveredOn,
      affected_patient_id: addressee.patientId ?? request.patient_id,
      why: JSON.stringify(recall.why),
      recalled_by: actor.staffId,
      recalled_at: app.now(),
      letter_id: letterId,
    })
    .execute();
  return incidentId;
}

/** House limit 60 s; in fact at once: a running download looks again within 20 s. */
async function endAccess(tx: Tx, app: App, releaseId: string, requestId: string): Promise<void> {
  const links = await tx
    .updateTable('share_link')
    .set({ revoked_at: app.now() })
    .where('revoked_at', 'is', null)
    .where('delivery_id', 'in', (query) =>
      query.selectFrom('delivery').select('id').where('release_id', '=', releaseId),
    )
    .returning('id')
    .execute();
  await tx
    .updateTable('session')
    .set({ ended_at: app.now() })
    .where('ended_at', 'is', null)
    .where((row) =>
      row.or([
        row.and([row('access_request_id', '=', requestId), row('principal', '=', 'requester')]),
        ...(links.length > 0
          ? [
              row(
                'share_link_id',
                'in',
                links.map(({ id }) => id),
              ),
            ]
          : []),
      ]),
    )
    .execute();
}

async function takeMatchesBack(tx: Tx, app: App, actor: StaffActor, examItemId: string): Promise<void> {
  await tx
    .updateTable('match')
    .set({ withdrawn_at: app.now(), withdrawn_by: actor.staffId, withdrawn_reason: 'another patient' })
    .where('exam_item_id', '=', examItemId)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** A report that staff had attached went out with the other patient's pictures: it is not to go out again. */
async function takeReportsOff(tx: Tx, app: App, { exams }: Manifest): Promise<void> {
  for (const { examItemId, attachedReports } of exams) {
    if (attachedReports.length === 0) continue;
    await tx
      .updateTable('attached_report')
      .set({ removed_at: app.now() })
      .where('exam_item_id', '=', examItemId)
      .where('removed_at', 'is', null)
      .where(
        'sha256',
        'in',
        attachedReports.map(({ sha256 }) => sha256),
      )
      .execute();
  }
}
