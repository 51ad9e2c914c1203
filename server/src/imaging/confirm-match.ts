import { randomUUID } from 'node:crypto';
import { isTestedByExam, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readAuthority } from '../authority/read-authority.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Db, type Tx, transaction } from '../store/database.ts';
import type { CandidateStudy, Evidence, JudgedCandidate } from '../store/records.ts';
import { addFoundExam } from './found-exam.ts';
import { isOwnFile } from './is-own-file.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { knownPatient } from './known-patient.ts';

export type ConfirmMatchInput = {
  examItemId: string;
  searchId: string;
  imageSourceId: string;
  studyInstanceUid: string;
  nearMissReason?: string | undefined;
};

type MatchRefusal = {
  code:
    | 'not-found'
    | 'not-in-directory'
    | 'no-exact-match'
    | 'other-patient'
    | 'already-matched'
    | 'wrong-step'
    | 'own-file';
};

/**
 * "This study is the exam that was asked for." Who the study shows is judged again here, against the directory of this
 * moment; the browser's word on it does not count.
 */
export function confirmMatch(
  app: App,
  actor: StaffActor | ProgramActor,
  input: ConfirmMatchInput,
): Promise<Outcome<{ matchId: string }, MatchRefusal>> {
  return transaction(app.db, async (tx) => {
    const item = await readItem(tx, app, input.examItemId);
    if (!item) return refuse({ code: 'not-found' });
    if (!item.patient_id) return refuse({ code: 'not-in-directory' });
    const known = await knownPatient(tx, app, item.patient_id);
    const study = await readCandidate(tx, input);
    if (!known || !study) return refuse({ code: 'not-found' });
    if (isOwnFile(actor, known)) return refuse({ code: 'own-file' });
    const judged = judgeCandidate(known, askedOf(item), study);
    const reason = judged.verdict === 'near' ? (input.nearMissReason?.trim() ?? '') : '';
    if (judged.verdict === 'other') return refuse({ code: 'other-patient' });
    if (judged.verdict === 'near' && reason === '') return refuse({ code: 'no-exact-match' });
    if (await isMatched(tx, item.access_request_id, input)) return refuse({ code: 'already-matched' });
    const examItemId = await examFor(tx, app, item, study);
    if (examItemId !== input.examItemId || item.state !== 'matched') {
      const agreeing = agreeingIdentifiers(judged.evidence);
      const facts = { identifiersAgreeing: agreeing, onePatient: true, ...(reason ? { nearMissReason: reason } : {}) };
      const moved = await moveExamItem(tx, app, actor, examItemId, 'match', facts);
      if (!moved.ok) return refuse({ code: moved.refusal.code });
    }
    const matchId = await writeMatch(tx, app, actor, { ...input, examItemId }, judged, reason);
    await appendAudit(tx, app, {
      type: 'match.confirmed',
      outcome: 'success',
      actor,
      accessRequestId: item.access_request_id,
      objects: {
        matchId,
        examItemId,
        imageSourceId: input.imageSourceId,
        verdict: judged.verdict,
        facts: judged.evidence.map((row) => `${row.fact}:${row.verdict}`),
      },
    });
    await grantMatched(tx, app, actor, item.access_request_id);
    return ok({ matchId });
  });
}

/**
 * Whoever acts for a minor is tested for each exam, so there each further study is an exam of its own: to one the parent
 * may have consented and to the next the minor (45 CFR 164.502(g)(3)(i)).
 */
async function examFor(tx: Tx, app: App, item: ItemRow, study: CandidateStudy): Promise<string> {
  if (item.state === 'searching' || item.state === 'closed') return item.id;
  const request = await tx
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', item.access_request_id)
    .executeTakeFirstOrThrow();
  const file = (await readAuthority(tx, app, [request])).get(request.id);
  if (!file || !isTestedByExam(file.facts)) return item.id;
  return addFoundExam(tx, item.access_request_id, item.id, study);
}

type ItemRow = NonNullable<Awaited<ReturnType<typeof readItem>>>;

function readItem(tx: Tx, app: App, examItemId: string) {
  return tx
    .selectFrom('exam_item')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .select([
      'exam_item.id',
      'exam_item.state',
      'exam_item.on_or_after',
      'exam_item.on_or_before',
      'exam_item.access_request_id',
      'access_request.patient_id',
    ])
    .where('exam_item.id', '=', examItemId)
    .where('access_request.facility_id', '=', app.facilityId)
    .forUpdate()
    .executeTakeFirst();
}

function askedOf(item: { on_or_after: string | null; on_or_before: string | null }) {
  return { accessionNumber: null, onOrAfter: item.on_or_after, onOrBefore: item.on_or_before };
}

/** Only what a search for this exam found can be chosen, as the source told it. */
async function readCandidate(tx: Tx, input: ConfirmMatchInput): Promise<CandidateStudy | undefined> {
  const search = await tx
    .selectFrom('study_search')
    .select('candidates')
    .where('id', '=', input.searchId)
    .where('exam_item_id', '=', input.examItemId)
    .executeTakeFirst();
  const found = search?.candidates.find(
    (study) => study.imageSourceId === input.imageSourceId && study.studyInstanceUid === input.studyInstanceUid,
  );
  if (!found) return undefined;
  const { evidence: _evidence, verdict: _verdict, ...study } = found;
  return study;
}

/** One study is given once, whichever exam of the request it was found for. */
export async function isMatched(
  tx: Db,
  accessRequestId: string,
  input: Pick<ConfirmMatchInput, 'studyInstanceUid'>,
): Promise<boolean> {
  const held = await tx
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .select('match.id')
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('match.study_instance_uid', '=', input.studyInstanceUid)
    .where('match.withdrawn_at', 'is', null)
    .executeTakeFirst();
  return held !== undefined;
}

const identifiers: readonly Evidence['fact'][] = ['name', 'birth-date', 'mrn'];

export function agreeingIdentifiers(evidence: Evidence[]): number {
  return evidence.filter((row) => identifiers.includes(row.fact) && row.verdict === 'same').length;
}

export async function writeMatch(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  input: ConfirmMatchInput,
  judged: JudgedCandidate,
  reason: string,
): Promise<string> {
  const { evidence, verdict: _verdict, ...study } = judged;
  const id = randomUUID();
  await tx
    .insertInto('match')
    .values({
      id,
      exam_item_id: input.examItemId,
      image_source_id: input.imageSourceId,
      study_instance_uid: input.studyInstanceUid,
      study: JSON.stringify(study),
      evidence: JSON.stringify(evidence),
      near_miss_reason: reason || null,
      confirmed_by: actor.kind === 'staff' ? actor.staffId : null,
      confirmed_at: app.now(),
      withdrawn_at: null,
      withdrawn_by: null,
      withdrawn_reason: null,
    })
    .execute();
  return id;
}
