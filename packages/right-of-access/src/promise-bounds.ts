import type { Limit } from './access-row.ts';
import { periodsFor } from './overlay.ts';
import type { Pack } from './policy-pack.ts';

/** What the law itself says where a facility may promise more: the number that holds while it promises nothing. */
export type PromiseBounds = {
  /** The shortest period; absent where the law names no number. */
  readonly copy?: LawNumber;
  readonly inspect?: LawNumber;
  /** The most calendar days that one letter may add; 0 where some period has no extension. */
  readonly extension?: { readonly days: number; readonly cite: string };
  /** The longest time for which records are kept; absent where the pack has no row. */
  readonly images?: { readonly years: number; readonly cite: string };
  readonly records?: { readonly years: number; readonly cite: string };
  readonly warningPercents: readonly number[];
};

type LawNumber = { readonly limit: Limit; readonly cite: string };

/** Of a pack without the facility's own promises; rules of low confidence bind nobody. */
export function promiseBounds(pack: Pack): PromiseBounds {
  return {
    ...named('copy', shortest(pack, 'copy')),
    ...named('inspect', shortest(pack, 'inspect')),
    ...named('extension', leastExtension(pack)),
    ...named('images', keptLongest(pack, 'images')),
    ...named('records', keptLongest(pack, 'records')),
    warningPercents: pack.warnings.value.percents,
  };
}

function named<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function shortest(pack: Pack, kind: 'copy' | 'inspect'): LawNumber | undefined {
  const [first] = [...periodsFor(pack, kind)].sort((a, b) => a.fewest - b.fewest);
  return first && { limit: first.limit, cite: first.row.cite };
}

function leastExtension(pack: Pack): PromiseBounds['extension'] {
  const [first] = [...periodsFor(pack, 'copy')].sort((a, b) => a.longest - b.longest);
  return first && { days: first.longest, cite: first.row.extension?.cite ?? first.row.cite };
}

function keptLongest(pack: Pack, covers: 'images' | 'records'): PromiseBounds['images'] {
  const rows = pack.retention.filter((row) => row.covers === covers && row.conf !== 'low');
  const [first] = rows.sort((a, b) => b.years - a.years);
  return first && { years: first.years, cite: first.cite };
}
