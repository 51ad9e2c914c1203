import { expect, test } from 'vitest';
import { decideHoldForMoney } from '../fee-hold.ts';
import { feeProblemWords } from '../fee-words.ts';
import { federalPack } from '../testing/fee-packs.ts';

test('S11: a hold for $1,240.00 of unpaid care can not be saved: “Copies may not be withheld for unpaid care”', () => {
  const refused = decideHoldForMoney({ for: 'unpaid-care' }, federalPack('2027-02-01'));
  if (refused.ok) throw new Error('the hold was saved');
  expect(feeProblemWords(refused.refusal.code, 'en')).toBe('Copies may not be withheld for unpaid care.');
  expect(refused.refusal.why.cite).toMatch(/a bill for care never holds/);
});
