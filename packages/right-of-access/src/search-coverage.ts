import { isBlank } from './lack.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** One place where pictures may be: every archive, store and system of the facility, wherever it stands. */
export type SourceSearch = { readonly source: string } & (
  | { readonly state: 'searched'; readonly namesTried: readonly string[]; readonly found: number }
  | { readonly state: 'ruled-out'; readonly reason: string }
  | { readonly state: 'not-searched' }
);

export type SearchRefusal =
  | { readonly code: 'something-found'; readonly found: number; readonly cite: string }
  | {
      readonly code: 'search-incomplete';
      readonly notSearched: readonly string[];
      readonly ruledOutWithoutReason: readonly string[];
      readonly namesNotTried: readonly { readonly source: string; readonly names: readonly string[] }[];
      readonly cite: string;
    };

/**
 * May the facility say that nothing was found? When every source was searched under every name, or ruled out with a reason,
 * and nothing came up anywhere.
 */
export function decideNoneFound(
  searches: readonly SourceSearch[],
  names: readonly string[],
  { 'every-source': cite }: LawSources,
): Outcome<{ readonly letter: 'L-NONE'; readonly searched: readonly string[]; readonly why: Why }, SearchRefusal> {
  const found = searches.reduce((sum, one) => sum + (one.state === 'searched' ? one.found : 0), 0);
  const notSearched = searches.filter((one) => one.state === 'not-searched').map(({ source }) => source);
  const ruledOutWithoutReason = searches.flatMap((one) =>
    one.state === 'ruled-out' && isBlank(one.reason) ? [one.source] : [],
  );
  const namesNotTried = searches.flatMap((one) => untried(one, names));
  const open = notSearched.length + ruledOutWithoutReason.length + namesNotTried.length;
  if (open > 0 || searches.length === 0 || names.length === 0) {
    return refuse({ code: 'search-incomplete', notSearched, ruledOutWithoutReason, namesNotTried, cite });
  }
  if (found > 0) return refuse({ code: 'something-found', found, cite });
  const searched = searches.map(({ source }) => source);
  const inputs = { sources: searched.join(', '), names: names.join(', ') };
  return ok({ letter: 'L-NONE', searched, why: because('house/none-found', cite, inputs) });
}

function untried(search: SourceSearch, names: readonly string[]) {
  if (search.state !== 'searched') return [];
  const missing = names.filter((name) => !search.namesTried.includes(name));
  return missing.length > 0 ? [{ source: search.source, names: missing }] : [];
}
