import { expect, test } from 'vitest';
import { refundOf } from '../fee-refund.ts';
import { refundWords } from '../fee-words.ts';
import { federalPack } from '../testing/fee-packs.ts';

const pack = federalPack('2026-05-04');

test('S21: withdrawn, an unpaid fee is voided and a paid one comes back in full', () => {
  expect(refundOf('withdrawn', { billedCents: 650, paidCents: 0, rightCents: 650 }, pack)).toMatchObject({
    refundCents: 0,
    voidedCents: 650,
  });
  const paid = refundOf('withdrawn', { billedCents: 650, paidCents: 650, rightCents: 650 }, pack);
  expect(paid).toMatchObject({ refundCents: 650, voidedCents: 0, cause: 'withdrawn' });
  expect(refundWords('withdrawn', 'en')).toBe('You took back your request.');
});
