import { calendarDate, type LetterLanguage, longDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { examWords } from '../releases/exam-words.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { Db, Tx } from '../store/database.ts';
import type { JudgedCandidate } from '../store/records.ts';
import { agreeingIdentifiers, isMatched, writeMatch } from './confirm-match.ts';
import { addFoundExam } from './found-exam.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { knownPatient } from './known-patient.ts';

/** A study that a search for the exam found, and that the person asked for too. */
export type BesideChoice = { searchId: string; imageSourceId: string; studyInstanceUid: string };
type BesideRefusal = { code: 'not-found' | 'not-in-directory' | 'no-exact-match' | 'already-matched' };
type SearchedItem = { id: string; access_request_id: string; patient_id: string | null };

/**
 * The exam was made elsewhere, and a copy from elsewhere lies here: it is part of the record wherever it came from
 * (45 CFR 164.501), and is given where it was asked for. Only what is surely this patient's, judged at this moment.
 */
export async function readGivenBeside(
  db: Db,
  app: App,
  item: SearchedItem,
  choices: readonly BesideChoice[],
): Promise<Outcome<JudgedCandidate[], BesideRefusal>> {
  if (choices.length === 0) return ok([]);
  if (!item.patient_id) return refuse({ code: 'not-in-directory' });
  const known = await knownPatient(db, app, item.patient_id);
  const studies: JudgedCandidate[] = [];
  for (const choice of choices) {
    const search = await db
      .selectFrom('study_search')
      .select('candidates')
      .where('id', '=', choice.searchId)
      .where('exam_item_id', '=', item.id)
      .executeTakeFirst();
    const found = search?.candidates.find(
      (study) => study.imageSourceId === choice.imageSourceId && study.studyInstanceUid === choice.studyInstanceUid,
    );
    if (!known || !found) return refuse({ code: 'not-found' });
    const judged = judgeCandidate(known, { accessionNumber: null, onOrAfter: null, onOrBefore: null }, found);
    if (judged.verdict !== 'exact') return refuse({ code: 'no-exact-match' });
    if (await isMatched(db, item.access_request_id, choice)) return refuse({ code: 'already-matched' });
    studies.push(judged);
  }
  return ok(studies);
}

/** Each becomes an exam of the request with a life of its own, found already; the request stays open for it. */
export async function giveBeside(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { id: askedExamId, access_request_id: accessRequestId }: SearchedItem,
  studies: readonly JudgedCandidate[],
): Promise<void> {
  for (const study of studies) {
    const examItemId = await addFoundExam(tx, accessRequestId, askedExamId, study);
    const facts = { identifiersAgreeing: agreeingIdentifiers(study.evidence), onePatient: true };
    const moved = await moveExamItem(tx, app, actor, examItemId, 'match', facts);
    if (!moved.ok) throw new Error(`an exam that was just added could not be matched: ${moved.refusal.code}`);
    const { imageSourceId, studyInstanceUid } = study;
    const choice = { examItemId, searchId: '', imageSourceId, studyInstanceUid };
    const matchId = await writeMatch(tx, app, actor, choice, study, '');
    await appendAudit(tx, app, {
      type: 'match.confirmed',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { matchId, examItemId, imageSourceId, verdict: study.verdict, kind: 'beside' },
    });
  }
  if (studies.length > 0) await grantMatched(tx, app, actor, accessRequestId);
}

/** “US ECHO, Wednesday, September 3, 2025”, as L-NOT says what is held here and given. */
export function besideWords(studies: readonly JudgedCandidate[], language: LetterLanguage): string {
  return studies
    .map(({ description, studyDate }) => {
      const what = description ?? examWords('other', language);
      return studyDate ? `${what}, ${longDate(calendarDate(studyDate), language)}` : what;
    })
    .join('; ');
}
