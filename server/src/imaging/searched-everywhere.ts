import type { App } from '../app.ts';
import { type AskedName, foldWords } from '../sources/person-names.ts';
import type { Db } from '../store/database.ts';

export type SearchedEverywhere = {
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
};
/** The days that the person asked about; null is open. */
type AskedDates = { onOrAfter: string | null; onOrBefore: string | null };
type Source = { id: string; name: string; kind: string };

/** What was searched for an exam so far: the ground on which "none found" may be said. */
export async function searchedEverywhere(
  db: Db,
  app: App,
  item: { id: string; on_or_after: string | null; on_or_before: string | null },
  knownNames: readonly AskedName[],
  /** Sources that can not hold it, with a reason on file. */
  ruledOut: ReadonlySet<string> = new Set(),
): Promise<SearchedEverywhere> {
  const searches = await db
    .selectFrom('study_search')
    .select(['query', 'sources'])
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
    sources.filter(({ id }) => !ruledOut.has(id)),
    knownNames,
    { onOrAfter: item.on_or_after, onOrBefore: item.on_or_before },
  );
}

/** A search of fewer days than were asked about says nothing of the other days, so it does not count. */
export function judgeSearches(
  kept: readonly Search[],
  sources: readonly Source[],
  knownNames: readonly AskedName[],
  asked: AskedDates,
): SearchedEverywhere {
  const searches = kept.filter((search) => coversDates(search, asked));
  const answeredBy = (source: Source) =>
    searches.filter((search) =>
      search.sources.some((one) => one.imageSourceId === source.id && one.state === 'answered'),
    );
  const wanted = knownNames.map((name) => nameKey(`${name.familyName}, ${name.givenName}`));
  const triedAt = (source: Source) => new Set(answeredBy(source).flatMap(namesOf).map(nameKey));
  const everySourceSearched = sources.length > 0 && sources.every((source) => answeredBy(source).length > 0);
  return {
    everySourceSearched,
    everyNameTried: everySourceSearched && sources.every((source) => wanted.every((key) => triedAt(source).has(key))),
    importedCopiesChecked: sources.filter(({ kind }) => kind === 'archive').every((one) => answeredBy(one).length > 0),
    sourceNames: sources.map((source) => source.name),
    namesTried: [...new Set(searches.flatMap(namesOf))].map(asSpoken),
    datesTried: [...new Set(searches.map(datesOf))].join('; ') || 'any date',
  };
}

function coversDates({ query }: Search, asked: AskedDates): boolean {
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
