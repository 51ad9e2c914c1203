import { expect, test } from 'vitest';
import { quoteFee } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { federalPack } from '../testing/fee-packs.ts';

test('S03: a CD by post costs $6.50 flat, disc and post included, and $5.20 of postage on top is refused', () => {
  const pack = federalPack('2026-11-26');
  const schedule = { ...demoFeeSchedule, chargeTheLower: false };
  const quote = quoteFee({ kind: 'cd', by: 'post' }, schedule, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  expect(quote.value).toMatchObject({ totalCents: 650, method: 'flat', lines: [{ label: 'flat', cents: 650 }] });
  // 5 minutes, a disc and the post would be 2.00 + 0.60 + 5.20: the flat fee is the lower one here in any case.
  expect(quote.value.compared).toContainEqual({ method: 'actual', totalCents: 780 });
  expect(decideFeeLine(quote.value, 'postage', pack)).toMatchObject({
    ok: false,
    refusal: { code: 'flat-is-all-in', why: { cite: 'HHS FAQ 2030' } },
  });
});
