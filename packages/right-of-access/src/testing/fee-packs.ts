import type { AccessRow } from '../access-row.ts';
import { calendarDate } from '../calendar.ts';
import { noFeeRule } from '../fee-row.ts';
import { usFederal } from '../packs/us-federal.ts';
import { type Pack, packInForce } from '../policy-pack.ts';

/** The federal rules on a day of receipt. */
export function federalPack(on = '2027-05-03'): Pack {
  const found = packInForce([usFederal], 'us-federal', calendarDate(on));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

/** The pack with one more row that speaks about money, as a state's would. */
export function withFeeRow(pack: Pack, fee: Partial<AccessRow['fee']>, row: Partial<AccessRow> = {}): Pack {
  const copy = pack.access.find((each) => each.kind === 'copy');
  if (!copy) throw new Error('A pack without a row on copies');
  const added: AccessRow = {
    ...copy,
    id: 'XX-1/copy',
    jurisdiction: 'XX',
    cite: 'Law of XX, section 1',
    conf: 'high',
    ...row,
    fee: { ...noFeeRule, ...fee },
  };
  return { ...pack, access: [...pack.access, added] };
}
