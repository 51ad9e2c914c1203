import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { StudyQuery } from '../sources/image-source.ts';
import { openSource } from '../sources/open-source.ts';
import { type AskedName, foldWords } from '../sources/person-names.ts';
import { transaction } from '../store/database.ts';
import type { CandidateStudy, JudgedCandidate, SourceSearchOutcome } from '../store/records.ts';
import { inOrderOfFit, judgeCandidate } from './judge-candidate.ts';
import { knownPatient, type TypedPatient, typedNames, typedPatient } from './known-patient.ts';
import type { KnownPatient } from './same-patient.ts';

export type SearchInput = {
  requestId: string;
  examItemId: string;
  familyName?: string | undefined;
  givenName?: string | undefined;
  birthDate?: string | undefined;
  mrn?: string | undefined;
  accessionNumber?: string | undefined;
  onOrAfter?: string | undefined;
  onOrBefore?: string | undefined;
};

export type SearchResult = {
  id: string;
  examItemId: string;
  searchedAt: string;
  query: Record<string, string>;
  sources: SourceSearchOutcome[];
  candidates: JudgedCandidate[];
};

type SearchRefusal = { code: 'not-found' } | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/** Each source has this long; who is slower is named, and the others' answers are shown. */
const SOURCE_SEARCH_MS = 20_000;
const MAX_CANDIDATES = 200;

/**
 * Searches every enabled image source at once, under every name that is known: the directory's, former ones, and what was
 * typed. The answer is kept as it was, because "none found" rests on it.
 */
export async function searchStudies(
  app: App,
  actor: StaffActor | ProgramActor,
  input: SearchInput,
): Promise<Outcome<SearchResult, SearchRefusal>> {
  const request = await readRequest(app, input);
  if (!request) return refuse({ code: 'not-found' });
  const query = queryOf(input, request);
  if (!isNarrow(query)) return refuse({ code: 'invalid-input', fields: [TOO_WIDE] });
  const answers = await askAllSources(app, query);
  const asked = { accessionNumber: query.accessionNumber, onOrAfter: query.onOrAfter, onOrBefore: query.onOrBefore };
  const candidates = answers
    .flatMap((answer) => answer.studies)
    .map((study) => judgeCandidate(request.known, asked, study));
  const result: SearchResult = {
    id: randomUUID(),
    examItemId: input.examItemId,
    searchedAt: app.now().toISOString(),
    query: describeQuery(query),
    sources: answers.map((answer) => answer.outcome),
    candidates: inOrderOfFit(candidates).slice(0, MAX_CANDIDATES),
  };
  await keepSearch(app, actor, input.requestId, result);
  return ok(result);
}

const TOO_WIDE = {
  pointer: '/familyName',
  message: 'Give a name, a birth date, a record number or an accession number.',
};

type SearchedRequest = TypedPatient & { known: KnownPatient; inDirectory: boolean };

async function readRequest(app: App, input: SearchInput): Promise<SearchedRequest | undefined> {
  const request = await app.db
    .selectFrom('access_request')
    .innerJoin('exam_item', 'exam_item.access_request_id', 'access_request.id')
    .selectAll('access_request')
    .where('access_request.id', '=', input.requestId)
    .where('exam_item.id', '=', input.examItemId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return undefined;
  const chosen = request.patient_id ? await knownPatient(app.db, app, request.patient_id) : undefined;
  return { ...request, known: chosen ?? typedPatient(request), inDirectory: chosen !== undefined };
}

/** What staff typed, and with a name also every other name of this person: a study may stand under any of them. */
function queryOf(input: SearchInput, request: SearchedRequest): StudyQuery {
  const familyName = input.familyName?.trim() ?? '';
  const givenName = input.givenName?.trim() ?? '';
  const typedHere = familyName === '' && givenName === '' ? [] : [{ familyName, givenName }];
  const others = typedHere.length === 0 ? [] : [...request.known.names, ...typedNames(request)];
  return {
    names: eachOnce([...typedHere, ...others]),
    birthDate: input.birthDate ?? null,
    mrns: input.mrn ? [input.mrn] : [],
    accessionNumber: input.accessionNumber || null,
    onOrAfter: input.onOrAfter ?? null,
    onOrBefore: input.onOrBefore ?? null,
  };
}

function eachOnce(names: AskedName[]): AskedName[] {
  const key = (name: AskedName) => `${foldWords(name.familyName).join(' ')}^${foldWords(name.givenName).join(' ')}`;
  return [...new Map(names.map((name) => [key(name), name])).values()];
}

function isNarrow(query: StudyQuery): boolean {
  const named = query.names.some((name) => foldWords(name.familyName).length > 0);
  return named || query.birthDate !== null || query.mrns.length > 0 || query.accessionNumber !== null;
}

type SourceAnswer = { outcome: SourceSearchOutcome; studies: CandidateStudy[] };

async function askAllSources(app: App, query: StudyQuery): Promise<SourceAnswer[]> {
  const sources = await app.db
    .selectFrom('image_source')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('enabled', '=', true)
    .orderBy('name')
    .execute();
  return Promise.all(sources.map((source) => askSource(app, source, query)));
}

async function askSource(
  app: App,
  row: { id: string; name: string; settings: Parameters<typeof openSource>[1]['settings'] },
  query: StudyQuery,
): Promise<SourceAnswer> {
  const about = { imageSourceId: row.id, imageSourceName: row.name };
  const startedAt = performance.now();
  const source = openSource(app, row);
  try {
    const found = await source.findStudies(query, AbortSignal.timeout(SOURCE_SEARCH_MS));
    const tookMs = Math.round(performance.now() - startedAt);
    if (!found.ok) {
      const failureCode = found.refusal.code;
      app.log.warn({ event: 'source-search-failed', id: row.id, code: failureCode, tookMs });
      return { outcome: { ...about, state: 'failed', failureCode, candidates: 0, tookMs }, studies: [] };
    }
    const studies = found.value.map((study) => ({ ...about, ...study }));
    return { outcome: { ...about, state: 'answered', candidates: studies.length, tookMs }, studies };
  } finally {
    source.close();
  }
}

/** As the desk shows it; `names` is what "every name was tried" is judged by. */
function describeQuery(query: StudyQuery): Record<string, string> {
  const described: Record<string, string | null> = {
    names: query.names.map((name) => `${name.familyName}, ${name.givenName}`).join('; ') || null,
    birthDate: query.birthDate,
    mrn: query.mrns[0] ?? null,
    accessionNumber: query.accessionNumber,
    onOrAfter: query.onOrAfter,
    onOrBefore: query.onOrBefore,
  };
  return Object.fromEntries(Object.entries(described).filter((pair): pair is [string, string] => pair[1] !== null));
}

async function keepSearch(
  app: App,
  actor: StaffActor | ProgramActor,
  requestId: string,
  result: SearchResult,
): Promise<void> {
  await transaction(app.db, async (tx) => {
    await lockRequest(tx, app, requestId);
    await tx
      .insertInto('study_search')
      .values({
        id: result.id,
        access_request_id: requestId,
        exam_item_id: result.examItemId,
        searched_by: actor.kind === 'staff' ? actor.staffId : null,
        query: JSON.stringify(result.query),
        sources: JSON.stringify(result.sources),
        candidates: JSON.stringify(result.candidates),
        searched_at: new Date(result.searchedAt),
      })
      .execute();
    const received = await tx
      .selectFrom('exam_item')
      .select('id')
      .where('id', '=', result.examItemId)
      .where('state', '=', 'received')
      .execute();
    for (const { id } of received) await moveExamItem(tx, app, actor, id, 'search', {});
    await appendAudit(tx, app, {
      type: 'studies.searched',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: {
        searchId: result.id,
        examItemId: result.examItemId,
        answered: result.sources.filter((source) => source.state === 'answered').length,
        failed: result.sources.filter((source) => source.state === 'failed').map((source) => source.imageSourceId),
        candidates: result.candidates.length,
      },
    });
  });
}
