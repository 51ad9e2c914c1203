import { expect, test } from 'vitest';
import { quoteFees } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { federalPack } from '../testing/fee-packs.ts';

test('S12: looking at the desk, her own photographs and the download cost $0.00, and “portal handling $5” is refused', () => {
  const pack = federalPack('2027-02-08');
  const ways = [{ kind: 'inspection' }, { kind: 'own-photographs' }, { kind: 'download' }] as const;
  const quote = quoteFees(ways, demoFeeSchedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  expect(quote.value).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
  expect(decideFeeLine(quote.value, 'portal-handling', pack)).toMatchObject({
    refusal: {
      code: 'line-never-charged',
      why: { cite: '45 CFR 171.302(b): nothing is charged for electronic access' },
    },
  });
});
