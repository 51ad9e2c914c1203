import type { RowHead } from './access-row.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

/** Why a row came out as it did. A row that somebody at the facility confirmed counts as sure, and says by whom. */
export function ruleWhy(row: Pick<RowHead, 'id' | 'cite' | 'conf'>, pack: Pack, inputs: Why['inputs']): Why {
  const confirmed = pack.confirmations.find((confirmation) => confirmation.row === row.id);
  if (!confirmed) return { rule: row.id, cite: row.cite, confidence: row.conf, inputs };
  const by = { name: 'confirmedBy', value: `${confirmed.by}, ${confirmed.on}` };
  return { rule: row.id, cite: row.cite, confidence: 'high', inputs: [...inputs, by] };
}
