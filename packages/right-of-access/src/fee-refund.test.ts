import { describe, expect, it } from 'vitest';
import { refundOf } from './fee-refund.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();
const bill = { billedCents: 1240, paidCents: 1240, rightCents: 650 };

describe('money that comes back', () => {
  it('is what was paid above the right fee, when the fee fell or was above the rule', () => {
    expect(refundOf('fee-fell', bill, pack)).toEqual({
      refundCents: 590,
      voidedCents: 0,
      cause: 'fee-fell',
      why: {
        rule: 'us-federal/chargeable/refund',
        cite: '45 CFR 164.524(c)(4)(i)–(iii)',
        confidence: 'high',
        inputs: [
          { name: 'cause', value: 'fee-fell' },
          { name: 'billed-cents', value: '1240' },
          { name: 'paid-cents', value: '1240' },
          { name: 'right-cents', value: '650' },
        ],
      },
    });
    expect(refundOf('above-rule', bill, pack)).toMatchObject({ refundCents: 590, cause: 'above-rule' });
  });

  it.each(['withdrawn', 'waived', 'joined', 'not-given'] as const)('is everything when %s', (cause) => {
    expect(refundOf(cause, bill, pack)).toMatchObject({ refundCents: 1240, voidedCents: 0 });
    expect(refundOf(cause, { ...bill, paidCents: 0 }, pack)).toMatchObject({ refundCents: 0, voidedCents: 1240 });
    expect(refundOf(cause, { ...bill, paidCents: 500 }, pack)).toMatchObject({ refundCents: 500, voidedCents: 740 });
  });

  it('leaves the right fee to pay where only part was paid', () => {
    expect(refundOf('fee-fell', { ...bill, paidCents: 300 }, pack)).toMatchObject({ refundCents: 0, voidedCents: 590 });
  });

  it('is nothing where nothing is owed either way', () => {
    expect(refundOf('fee-fell', { ...bill, rightCents: 1240 }, pack)).toBeUndefined();
    expect(refundOf('fee-fell', { ...bill, rightCents: 2000 }, pack)).toBeUndefined();
    expect(refundOf('withdrawn', { billedCents: 0, paidCents: 0, rightCents: 0 }, pack)).toBeUndefined();
  });
});
