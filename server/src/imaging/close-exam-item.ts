import { randomUUID } from 'node:crypto';
import {
  decideDestroyed,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter, keepLetter } from '../letters/keep-letter.ts';
import { readLanguageReviews } from '../letters/language-reviews.ts';
import { askedExam, letterSubject } from '../letters/letter-subject.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { readClocks } from '../requests/request-clock.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { JudgedCandidate } from '../store/records.ts';
import { decideClosing, type MinorsExam } from './decide-closing.ts';
import { type DestroyedTerm, destroyedInWords, readDestroyedTerm, scheduleInWords } from './destroyed-term.ts';
import { type BesideChoice, besideWords, giveBeside, readGivenBeside } from './give-beside.ts';
import { isOwnFile } from './is-own-file.ts';
import { knownPatient, typedNames } from './known-patient.ts';
import { readMinorsExam } from './minors-exam.ts';
import { type SearchedEverywhere, searchedEverywhere } from './searched-everywhere.ts';

export type CloseInput = {
  examItemId: string;
  outcome: 'none-found' | 'not-maintained';
  reason: string;
  keeper?: { name: string; address: string; phone: string } | undefined;
  /** Studies that were found and were asked for too, wherever they came from: they are given. */
  alsoGive?: BesideChoice[] | undefined;
  /** Sources that can not hold the exam, each with why not. */
  ruledOut?: { imageSourceId: string; reason: string }[] | undefined;
  /** Kept once and destroyed under a schedule; shown, not assumed. */
  destroyed?: Destroyed | undefined;
};

type Destroyed = {
  /** The day of the exam, as its certificate names it; the day that was asked about unless it is said. */
  studyOn?: string | undefined;
  destroyedOn: string;
  /** The facility's own name of the schedule; the law's term in years unless it is said. */
  schedule?: string | undefined;
  certificate: string;
  survives?: string | undefined;
  referringDoctor?: string | undefined;
};

type CloseRefusal = {
  code:
    | 'not-found'
    | 'not-in-directory'
    | 'sources-not-searched'
    | 'something-found'
    | 'consent-not-judged'
    | 'no-exact-match'
    | 'already-matched'
    | 'wrong-step'
    | 'own-file'
    | 'storage-full'
    | 'destruction-not-shown'
    | 'destroyed-too-early'
    | 'destroyed-while-asked';
};

/**
 * Ends an exam item without a copy: nothing was found anywhere under any name, or somebody else keeps it. The person gets
 * the letter that says where was looked, or whom to ask (45 CFR 164.524(d)(3)).
 */
export async function closeExamItem(
  app: App,
  actor: StaffActor,
  input: CloseInput,
): Promise<Outcome<null, CloseRefusal>> {
  const item = await readItem(app, input.examItemId);
  if (!item) return refuse({ code: 'not-found' });
  const closed = await close(app, actor, item, input);
  if (!closed.ok) await accountForRefusal(app, actor, item, closed.refusal.code);
  return closed;
}

/** Who tried to end a request without its pictures, and what stopped it, is part of the file. */
function accountForRefusal(app: App, actor: StaffActor, item: ItemFile, reason: string): Promise<void> {
  return transaction(app.db, (tx) =>
    appendAudit(tx, app, {
      type: 'outcome.refused',
      outcome: 'refused',
      actor,
      accessRequestId: item.access_request_id,
      objects: { examItemId: item.id },
      reason,
    }),
  );
}

/** States in which something of the exam was found and is on its way. */
const found: readonly string[] = ['matched', 'granted', 'retrieving', 'checking'];

function destructionCode(code: string): 'destroyed-too-early' | 'destroyed-while-asked' | 'destruction-not-shown' {
  return code === 'destroyed-too-early' || code === 'destroyed-while-asked' ? code : 'destruction-not-shown';
}

async function close(
  app: App,
  actor: StaffActor,
  item: ItemFile,
  input: CloseInput,
): Promise<Outcome<null, CloseRefusal>> {
  // What outlived the pictures is given: the exam goes on with it, and the letter tells of the rest.
  const goesOn = input.destroyed?.survives !== undefined && found.includes(item.state);
  if (item.state !== 'searching' && !goesOn) return refuse({ code: 'wrong-step' });
  const patient = item.patient_id ? await knownPatient(app.db, app, item.patient_id) : undefined;
  const names = [...(patient?.names ?? []), ...typedNames(item)];
  if (isOwnFile(actor, { names })) return refuse({ code: 'own-file' });
  const ruledOut = (input.ruledOut ?? []).filter(({ reason }) => reason.trim() !== '');
  const searched = await searchedEverywhere(
    app.db,
    app,
    item,
    names,
    new Map(ruledOut.map(({ imageSourceId, reason }) => [imageSourceId, reason])),
  );
  const alsoGive = input.outcome === 'not-maintained' ? (input.alsoGive ?? []) : [];
  const beside = await readGivenBeside(app.db, app, item, alsoGive);
  const facility = await readFacilityFacts(app.db, app);
  const { access_request_id: id, received_on, pack_sha256 } = item;
  const clock = (await readClocks(app.db, facility, [{ id, received_on, pack_sha256 }]))({
    id,
    received_on,
    pack_sha256,
  });
  const minors = await readMinorsExam(app.db, app, item);
  const ground = decideClosing(input, searched, beside.ok ? beside.value : [], { clock, facility, goesOn, minors });
  if (!ground.ok) return ground;
  const term = input.destroyed && (await readDestroyedTerm(app, item, input.destroyed));
  if (input.destroyed && !term) return refuse({ code: 'destruction-not-shown' });
  if (term) {
    const destruction = decideDestroyed(term.facts, term.pack);
    if (!destruction.ok) return refuse({ code: destructionCode(destruction.refusal.code) });
  }
  if (!beside.ok) return beside;
  const drawn = await drawLetter(
    app,
    await writeLetter(app, item, input, searched, { beside: beside.value, term, minors }),
  );
  if (!drawn.ok) return drawn;

  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, item.access_request_id);
    const none = minors && !term ? 'answer-none-to-give' : 'find-none';
    const trigger = input.outcome === 'none-found' ? none : 'redirect';
    const facts = { ...searched, askedForMinor: minors !== undefined, outcomeReason: input.reason };
    const moved = goesOn ? ok(null) : await moveExamItem(tx, app, actor, input.examItemId, trigger, facts);
    if (!moved.ok) return refuse({ code: moved.refusal.code });
    if (item.requester_email) {
      await queueMail(tx, app, {
        channel: 'email',
        recipient: item.requester_email,
        accessRequestId: item.access_request_id,
        language: item.language,
        wish: { kind: 'news', reference: item.reference, address: app.config.publicUrl },
      });
    }
    await giveBeside(tx, app, actor, item, beside.value);
    await keepGrounds(tx, app, actor, input, { ruledOut, term });
    await keepLetter(tx, app, actor, item.access_request_id, drawn.value);
    await appendAudit(tx, app, {
      type: 'outcome.recorded',
      outcome: 'success',
      actor,
      accessRequestId: item.access_request_id,
      objects: {
        examItemId: input.examItemId,
        outcome: trigger === 'answer-none-to-give' ? 'none-to-give' : input.outcome,
        ...ground.value,
      },
    });
    return ok(null);
  });
}

/** What the outcome rests on, with who recorded it. */
async function keepGrounds(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { examItemId, destroyed }: CloseInput,
  { ruledOut, term }: { ruledOut: NonNullable<CloseInput['ruledOut']>; term: DestroyedTerm | undefined },
): Promise<void> {
  for (const { imageSourceId, reason } of ruledOut) {
    await tx
      .insertInto('ruled_out_source')
      .values({
        exam_item_id: examItemId,
        image_source_id: imageSourceId,
        reason,
        ruled_out_by: actor.staffId,
        ruled_out_at: app.now(),
      })
      .onConflict((conflict) => conflict.columns(['exam_item_id', 'image_source_id']).doUpdateSet({ reason }))
      .execute();
  }
  if (!destroyed || !term) return;
  await tx
    .insertInto('destruction')
    .values({
      id: randomUUID(),
      exam_item_id: examItemId,
      study_on: term.facts.studyOn,
      destroyed_on: destroyed.destroyedOn,
      schedule: scheduleInWords(term, 'en'),
      certificate: destroyed.certificate,
      survives: destroyed.survives ?? null,
      recorded_by: actor.staffId,
      recorded_at: app.now(),
    })
    .execute();
}

function readItem(app: App, examItemId: string) {
  return app.db
    .selectFrom('exam_item')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .selectAll('exam_item')
    .select([
      'access_request.patient_id',
      'access_request.received_on',
      'access_request.pack_sha256',
      'access_request.reference',
      'access_request.language',
      'access_request.requester_name',
      'access_request.requester_email',
      'access_request.patient_family_name',
      'access_request.patient_given_name',
      'access_request.patient_former_names',
      'access_request.patient_birth_date',
      'access_request.patient_mrn',
    ])
    .where('exam_item.id', '=', examItemId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

type ItemFile = NonNullable<Awaited<ReturnType<typeof readItem>>>;

/** In the person's language: a Spanish letter that nobody reviewed carries the English beside it. */
async function writeLetter(
  app: App,
  item: ItemFile,
  input: CloseInput,
  searched: SearchedEverywhere,
  {
    beside,
    term,
    minors,
  }: { beside: readonly JudgedCandidate[]; term: DestroyedTerm | undefined; minors: MinorsExam | undefined },
): Promise<Letter> {
  const facility = await readFacilityFacts(app.db, app);
  const about = (language: LetterLanguage) => ({
    ...letterSubject(app, facility, item),
    exams: [askedExam(item, language)],
  });
  const reviews = await readLanguageReviews(app.db, app);
  const letter =
    input.outcome === 'none-found'
      ? letterContent(
          'L-NONE',
          (language) => ({
            ...about(language),
            sources: searched.sourceNames,
            namesTried: searched.namesTried,
            datesTried: searched.datesTried,
            ...(term ? destroyedInWords(term, item, language) : {}),
            ...(minors && !term ? { toRepresentativeOfMinor: true as const } : {}),
          }),
          item.language,
          reviews,
        )
      : letterContent(
          'L-NOT',
          (language) => ({
            ...about(language),
            ...(input.keeper ? { keeper: input.keeper } : {}),
            ...(beside.length > 0 ? { heldHere: besideWords(beside, language) } : {}),
          }),
          item.language,
          reviews,
        );
  // A letter that lacks a mandatory content is a fault of ours.
  if (!letter.ok) throw new Error(`The letter can not be written: ${letter.refusal.code}`);
  return letter.value;
}
