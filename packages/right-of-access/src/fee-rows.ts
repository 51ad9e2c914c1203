import type { AccessRow } from './access-row.ts';
import type { FeeFacts } from './fee-choice.ts';
import type { Pack } from './policy-pack.ts';
import type { Confidence } from './why.ts';

/** The pack's rows on copies of this kind of exam, which may speak about money. Looking is free without any row. */
export function feeRows(facts: FeeFacts, pack: Pack): readonly AccessRow[] {
  return pack.access.filter((row) => row.kind !== 'inspect' && concerns(row, facts));
}

/** A number is no surer than the row that it stands in. */
export function weaker(one: Confidence, other: Confidence): Confidence {
  if (one === 'low' || other === 'low') return 'low';
  return one === 'medium' || other === 'medium' ? 'medium' : 'high';
}

function concerns(row: AccessRow, facts: FeeFacts): boolean {
  return row.modalities === undefined || (facts.modality !== undefined && row.modalities.includes(facts.modality));
}
