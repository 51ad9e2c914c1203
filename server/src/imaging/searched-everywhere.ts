import {
  decideNoneFound,
  type LawSources,
  type Outcome,
  type SearchRefusal,
  type SourceSearch,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readSources } from '../facility/kept-pack.ts';
import { type AskedName, foldWords } from '../sources/person-names.ts';
import type { Db } from '../store/database.ts';
import type { JudgedCandidate } from '../store/records.ts';
import { examLikeness } from './exam-likeness.ts';

export type SearchedEverywhere = {
  /** May it be said that nothing was found? */
  noneFound: Outcome<{ why: { rule: string } }, SearchRefusal>;
  /** Every source that is switched on has answered a search for this exam. */
  everySourceSearched: boolean;
  /** Each of them was asked under every name that is known, former ones among them. */
  everyNameTried: boolean;
  /** Copies that came from elsewhere lie in the built-in archive. */
  importedCopiesChecked: boolean;
  sourceNames: string[];
  namesTried: string[];
  /** "any date", or the ranges that were searched. */
  datesTried: string;
};

type Search = {
  query: Record<string, string>;
  sources: { imageSourceId: string; state: 'answered' | 'failed' }[];
  candidates?: readonly JudgedCandidate[];
};
/** The exam that the person asked about; a null day is open. */
type AskedExam = { onOrAfter: string | null; onOrBefore: string | null; examType?: string };
type Source = { id: string; name: string; kind: string };
type AskedItem = {
  id: string;
  access_request_id: string;
  exam_type: string;
  on_or_after: string | null;
  on_or_before: string | null;
};

/** What was searched for an exam so far: the ground on which "none found" may be said. */
export async function searchedEverywhere(
  db: Db,
  app: App,
  item: AskedItem,
  knownNames: readonly AskedName[],
  /** Sources that can not hold it, each with why not. */
  ruledOut: ReadonlyMap<string, string> = new Map(),
): Promise<SearchedEverywhere> {
  const searches = await db
    .selectFrom('study_search')
    .select(['query', 'sources', 'candidates'])
    .where('exam_item_id', '=', item.id)
    .execute();
  const sources = await db
    .selectFrom('image_source')
    .select(['id', 'name', 'kind'])
    .where('facility_id', '=', app.facilityId)
    .where('enabled', '=', true)
    .orderBy('name')
    .execute();
  return judgeSearches(
    searches.map((search) => ({ ...search, query: search.query as Record<string, string> })),
    sources,
    knownNames,
    { onOrAfter: item.on_or_after, onOrBefore: item.on_or_before, examType: item.exam_type },
    await readSources(db, app, item.access_request_id),
    ruledOut,
  );
}

/** A search of fewer days than were asked about says nothing of the other days, so it does not count. */
export function judgeSearches(
  kept: readonly Search[],
  sources: readonly Source[],
  knownNames: readonly AskedName[],
  asked: AskedExam,
  law: LawSources,
  ruledOut: ReadonlyMap<string, string> = new Map(),
): SearchedEverywhere {
  const searches = kept.filter((search) => coversDates(search, asked));
  const wanted = [...new Set(knownNames.map((name) => nameKey(`${name.familyName}, ${name.givenName}`)))];
  const each = sources.map((source) => searchOf(source, searches, asked, ruledOut.get(source.id)));
  const noneFound = decideNoneFound(each, wanted, law);
  const gaps = noneFound.ok || noneFound.refusal.code !== 'search-incomplete' ? undefined : noneFound.refusal;
  const counted = sources.filter(({ id }) => !ruledOut.has(id));
  const isAnswered = (source: Source) => answeredBy(source, searches).length > 0;
  const everySourceSearched = counted.length > 0 && (gaps?.notSearched.length ?? 0) === 0;
  return {
    noneFound,
    everySourceSearched,
    everyNameTried: everySourceSearched && (gaps?.namesNotTried.length ?? 0) === 0,
    importedCopiesChecked: counted.filter(({ kind }) => kind === 'archive').every(isAnswered),
    sourceNames: counted.map((source) => source.name),
    namesTried: [...new Set(searches.flatMap(namesOf))].map(asSpoken),
    datesTried: [...new Set(searches.map(datesOf))].join('; ') || 'any date',
  };
}

function searchOf(
  source: Source,
  searches: readonly Search[],
  asked: AskedExam,
  ruledOutBecause: string | undefined,
): SourceSearch {
  if (ruledOutBecause !== undefined) return { source: source.name, state: 'ruled-out', reason: ruledOutBecause };
  const answered = answeredBy(source, searches);
  if (answered.length === 0) return { source: source.name, state: 'not-searched' };
  const studies = answered.flatMap(({ candidates = [] }) =>
    candidates.filter((study) => study.imageSourceId === source.id && isAskedExam(study, asked)),
  );
  return {
    source: source.name,
    state: 'searched',
    namesTried: answered.flatMap(namesOf).map(nameKey),
    found: new Set(studies.map(({ studyInstanceUid }) => studyInstanceUid)).size,
  };
}

/** Surely this patient's, of the kind and of the days that were asked about; a date in words alone settles nothing. */
function isAskedExam(study: JudgedCandidate, { onOrAfter, onOrBefore, examType }: AskedExam): boolean {
  if (study.verdict !== 'exact' || study.studyDate === null || (onOrAfter === null && onOrBefore === null))
    return false;
  const inTime = (!onOrAfter || study.studyDate >= onOrAfter) && (!onOrBefore || study.studyDate <= onOrBefore);
  return inTime && examLikeness(examType ?? 'other', study.description) === 'fits';
}

function answeredBy(source: Source, searches: readonly Search[]): Search[] {
  return searches.filter((search) =>
    search.sources.some((one) => one.imageSourceId === source.id && one.state === 'answered'),
  );
}

function coversDates({ query }: Search, asked: AskedExam): boolean {
  const fromStart = !query.onOrAfter || (asked.onOrAfter !== null && query.onOrAfter <= asked.onOrAfter);
  const toEnd = !query.onOrBefore || (asked.onOrBefore !== null && query.onOrBefore >= asked.onOrBefore);
  return fromStart && toEnd;
}

/** As `searchStudies` keeps them: "Family, Given; Family, Given". */
function namesOf(search: Search): string[] {
  return (search.query.names ?? '').split('; ').filter((name) => name !== '');
}

function nameKey(name: string): string {
  return foldWords(name).join(' ');
}

function asSpoken(name: string): string {
  const [family = '', given = ''] = name.split(', ');
  return `${given} ${family}`.trim();
}

function datesOf({ query: { onOrAfter, onOrBefore } }: Search): string {
  if (onOrAfter && onOrBefore) return `${onOrAfter} to ${onOrBefore}`;
  if (onOrAfter) return `${onOrAfter} or later`;
  return onOrBefore ? `${onOrBefore} or earlier` : 'any date';
}
