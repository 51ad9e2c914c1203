import { describe, expect, it } from 'vitest';
import { decideHoldForMoney, type MoneyHold } from './fee-hold.ts';
import type { Pack } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const pack = federalPack();
const feeFirst: Pack = { ...pack, answers: { ...pack.answers, 'OD-9': 'fee-first' } };
const thisCopy: MoneyHold = { for: 'this-copy', freeViewOpen: true, cannotPay: false };

describe('a copy held for money', () => {
  it('is never held for unpaid care, nor for the fee of an earlier copy, whatever the pack answers', () => {
    for (const law of [pack, feeFirst]) {
      expect(decideHoldForMoney({ for: 'unpaid-care' }, law)).toMatchObject({
        refusal: {
          code: 'copies-not-withheld-for-unpaid-care',
          why: {
            rule: 'us-federal/chargeable/bill-for-care',
            cite: 'HHS guidance: a bill for care never holds or raises a copy',
            inputs: [{ name: 'for', value: 'unpaid-care' }],
          },
        },
      });
      expect(decideHoldForMoney({ for: 'earlier-copy' }, law)).toMatchObject({
        refusal: {
          code: 'copies-not-withheld-for-earlier-fee',
          why: { rule: 'us-federal/chargeable/earlier-copy', cite: expect.stringMatching(/earlier copy/) },
        },
      });
    }
  });

  it('goes out first and is billed with the release, by default (OD-9)', () => {
    expect(decideHoldForMoney(thisCopy, pack)).toMatchObject({
      refusal: {
        code: 'fee-not-asked-first',
        why: { rule: 'OD-9', inputs: [{ name: 'question' }, { name: 'setting', value: 'invoice-with-release' }] },
      },
    });
  });

  it('may wait for its own fee at a facility that insists: free view open, clock running, hardship one click away', () => {
    expect(decideHoldForMoney(thisCopy, feeFirst)).toMatchObject({
      ok: true,
      value: { clockRuns: true, hardshipWaiver: 'one-click', why: { rule: 'OD-9' } },
    });
    expect(decideHoldForMoney({ ...thisCopy, freeViewOpen: false }, feeFirst)).toMatchObject({
      refusal: { code: 'free-view-not-open' },
    });
    expect(decideHoldForMoney({ ...thisCopy, cannotPay: true }, feeFirst)).toMatchObject({
      refusal: { code: 'cannot-pay' },
    });
  });

  it('never waits under a law that gives the copy to people who can not pay', () => {
    const rule = { when: 'cannot-pay', once: false, proof: false, conf: 'high' } as const;
    expect(decideHoldForMoney(thisCopy, withFeeRow(feeFirst, { freeWhen: [rule] }))).toMatchObject({
      refusal: { code: 'fee-not-asked-first', why: { rule: 'XX-1/copy', cite: 'Law of XX, section 1' } },
    });
    expect(decideHoldForMoney(thisCopy, withFeeRow(feeFirst, { freeWhen: [rule] }, { conf: 'low' })).ok).toBe(true);
    const other = { ...rule, when: 'first-copy' } as const;
    expect(decideHoldForMoney(thisCopy, withFeeRow(feeFirst, { freeWhen: [other] })).ok).toBe(true);
  });
});
