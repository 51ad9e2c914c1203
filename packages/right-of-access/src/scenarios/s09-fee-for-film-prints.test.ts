import { expect, test } from 'vitest';
import { quoteFee } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { federalPack } from '../testing/fee-packs.ts';

const pack = federalPack('2026-06-15');
const filmPrints: FeeChoice = { kind: 'prints', on: 'film', by: 'post', sheets: 8, copyMinutes: 10 };

test('S09: a directive does not reach film prints, and the refusal cites Ciox', () => {
  expect(quoteFee(filmPrints, demoFeeSchedule, pack, { route: 'directive' })).toMatchObject({
    refusal: { code: 'directive-is-electronic-only', why: { cite: expect.stringMatching(/^Ciox Health v\. Azar/) } },
  });
});

test('S09 (a): the electronic copy to the lawyer by link is free', () => {
  expect(quoteFee({ kind: 'secure-link' }, demoFeeSchedule, pack, { route: 'directive' })).toMatchObject({
    value: { totalCents: 0, method: 'free' },
  });
});

test('S09 (b): prints to the patient cost 4.00 + 10.00 + 5.20 = $19.20', () => {
  const quote = quoteFee(filmPrints, demoFeeSchedule, pack);
  expect(quote).toMatchObject({ value: { totalCents: 1920, method: 'actual' } });
  expect(quote.ok && quote.value.lines.map((line) => line.cents)).toEqual([400, 1000, 520]);
});
