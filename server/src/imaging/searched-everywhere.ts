import type { App } from '../app.ts';
import { type AskedName, foldWords } from '../sources/person-names.ts';
import type { Db } from '../store/database.ts';

export type SearchedEverywhere = {
  /** Every source that is switched on has answered a search of this request. */
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
type Source = { id: string; name: string; kind: string };

/** What was searched in a request so far: the ground on which "none found" may be said. */
export async function searchedEverywhere(
  db: Db,
  app: App,
  accessRequestId: string,
  knownNames: readonly AskedName[],
): Promise<SearchedEverywhere> {
  const searches = await db
    .selectFrom('study_search')
    .select(['query', 'sources'])
    .where('access_request_id', '=', accessRequestId)
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
  );
}

export function judgeSearches(
  searches: readonly Search[],
  sources: readonly Source[],
  knownNames: readonly AskedName[],
): SearchedEverywhere {
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
