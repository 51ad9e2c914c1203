import { chooseTouchless, type TouchlessCandidate } from '@echoback/right-of-access';
import { type Selectable, sql } from 'kysely';
import type { App } from '../app.ts';
import { confirmMatch } from '../imaging/confirm-match.ts';
import { examLikeness } from '../imaging/exam-likeness.ts';
import { knownPatient } from '../imaging/known-patient.ts';
import type { KnownPatient } from '../imaging/same-patient.ts';
import { type SearchResult, searchStudies } from '../imaging/search-studies.ts';
import { transaction } from '../store/database.ts';
import type { Evidence, JudgedCandidate } from '../store/records.ts';
import type { Schema } from '../store/schema.ts';
import { provedByCode } from './proved-by-code.ts';
import { byItself, noteVerdict } from './verdicts.ts';

type Item = Selectable<Schema['exam_item']>;
type Found = JudgedCandidate & { searchId: string };

/**
 * Searches for each exam that nobody has looked for, once the person is known by a code, and chooses the study where only
 * one can be meant. Whatever else is found stays on the file for staff, like a search of theirs.
 */
export async function matchByItself(app: App, accessRequestId: string): Promise<void> {
  const request = await app.db
    .selectFrom('access_request')
    .select(['patient_id', 'requester_is'])
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request?.patient_id || request.requester_is !== 'self') return;
  const known = await knownPatient(app.db, app, request.patient_id);
  if (!known || !(await provedByCode(app.db, accessRequestId, request.patient_id))) return;
  for (const item of await readUntouched(app, accessRequestId)) await matchItem(app, item, known);
}

/**
 * Exams that are the program's to look for: nobody searched for them, chose a study or opened them again, and it has not
 * given them up to a person before. A search of its own that was cut off in the middle counts for nothing.
 */
function readUntouched(app: App, accessRequestId: string): Promise<Item[]> {
  return app.db
    .selectFrom('exam_item')
    .selectAll()
    .where('access_request_id', '=', accessRequestId)
    .where('state', 'in', ['received', 'searching'])
    .where(
      sql<boolean>`not exists (select from study_search
          where study_search.exam_item_id = exam_item.id and searched_by is not null)
        and not exists (select from match where match.exam_item_id = exam_item.id)
        and not exists (select from reopening where reopening.exam_item_id = exam_item.id)
        and not exists (select from touchless_verdict where touchless_verdict.exam_item_id = exam_item.id)`,
    )
    .orderBy('ordinal')
    .execute();
}

async function matchItem(app: App, item: Item, known: KnownPatient): Promise<void> {
  const searches = await searchFor(app, item, known);
  const found = eachOnce(
    searches.flatMap(({ id: searchId, candidates }) => candidates.map((study) => ({ ...study, searchId }))),
  );
  const isDayAsked = item.on_or_after !== null || item.on_or_before !== null;
  const chosen = chooseTouchless({
    candidates: found.map((study) => candidateOf(study, item, isDayAsked)),
    silentSources: searches.reduce((sum, { sources }) => sum + sources.filter(isSilent).length, 0),
    dayInWords: !isDayAsked && item.date_words !== null,
    otherWords: (isDayAsked && item.date_words !== null) || item.place !== null || item.body_part !== null,
  });
  const reasons: string[] = chosen.ok ? [] : [...chosen.refusal.reasons];
  if (chosen.ok) {
    const study = found.find((one) => keyOf(one) === chosen.value.id);
    if (!study) throw new Error('what was chosen was not among what was found');
    const { searchId, imageSourceId, studyInstanceUid } = study;
    const choice = { examItemId: item.id, searchId, imageSourceId, studyInstanceUid };
    const confirmed = await confirmMatch(app, byItself, choice);
    if (!confirmed.ok) reasons.push('study-not-taken');
  }
  const { id: examItemId, access_request_id: accessRequestId } = item;
  await transaction(app.db, (tx) => noteVerdict(tx, app, { accessRequestId, about: 'study', examItemId, reasons }));
}

/** Under every name that the directory knows, and under every number: a study may stand under either alone. */
async function searchFor(app: App, item: Item, { names, identifiers }: KnownPatient): Promise<SearchResult[]> {
  const about = { requestId: item.access_request_id, examItemId: item.id };
  const [name] = names;
  const queries = [...(name ? [{ ...about, ...name }] : []), ...identifiers.map(({ mrn }) => ({ ...about, mrn }))];
  const results: SearchResult[] = [];
  for (const query of queries) {
    const searched = await searchStudies(app, byItself, query);
    if (searched.ok) results.push(searched.value);
  }
  return results;
}

function candidateOf(study: Found, item: Item, isDayAsked: boolean): TouchlessCandidate {
  const { verdict: who, evidence } = study;
  const likeness = examLikeness(item.exam_type, study.description);
  // An archive that does not tell the modality leaves open whether it is an ultrasound.
  const modality = verdictOn(evidence, 'kind');
  return {
    id: keyOf(study),
    who,
    day: isDayAsked ? dayOf(study.studyDate, item) : 'not-asked',
    isUltrasound: modality !== 'differs',
    kind: modality === 'unknown' && likeness === 'fits' ? 'unsure' : likeness,
  };
}

function dayOf(date: string | null, { on_or_after, on_or_before }: Item): TouchlessCandidate['day'] {
  if (date === null) return 'not-known';
  return (on_or_after === null || date >= on_or_after) && (on_or_before === null || date <= on_or_before)
    ? 'inside'
    : 'outside';
}

function verdictOn(evidence: readonly Evidence[], fact: Evidence['fact']): Evidence['verdict'] {
  return evidence.find((row) => row.fact === fact)?.verdict ?? 'unknown';
}

function isSilent({ state }: SearchResult['sources'][number]): boolean {
  return state !== 'answered';
}

/** A study that two searches found is one; the same study in two archives is two, and a person says which. */
function eachOnce(found: readonly Found[]): Found[] {
  return [...new Map(found.map((study) => [keyOf(study), study])).values()];
}

function keyOf({ imageSourceId, studyInstanceUid }: Pick<Found, 'imageSourceId' | 'studyInstanceUid'>): string {
  return `${imageSourceId} ${studyInstanceUid}`;
}
