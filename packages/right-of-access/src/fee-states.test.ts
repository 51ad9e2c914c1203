import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import { decideHoldForMoney } from './fee-hold.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import { decideFeeLine } from './fee-typed-line.ts';
import { policyPacks } from './packs/all-packs.ts';
import { type Pack, packInForce } from './policy-pack.ts';

function packOf(choice: string): Pack {
  const found = packInForce(policyPacks, choice, calendarDate('2027-05-28'));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

/** A facility whose work is dear, so that ceilings are felt: $60 an hour. */
const dear: FeeSchedule = { ...demoFeeSchedule, method: 'actual', labourCentsPerHour: 6000 };
const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 100 }; // 10000 + 480 + 520
const sheets: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 }; // 1000 + 1000 + 520
const films: FeeChoice = { ...sheets, on: 'film' };

function quoted(choice: FeeChoice, state: string, facts: FeeFacts = {}): FeeQuote {
  const quote = quoteFees([choice], dear, packOf(`us-federal+${state}`), facts);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

describe('the fee column of each state', () => {
  it.each<[string, string, FeeChoice, FeeFacts, number, string]>([
    ['CA: paper at most 25 cents a page', 'CA', sheets, {}, 8 * 25 + 520, 'ceiling'],
    [
      'CA: free once for a benefit claim or appeal',
      'CA',
      usb,
      { benefitClaim: 'proof-shown' },
      0,
      'free-benefit-claim',
    ],
    ['NY: paper at most 75 cents a page', 'NY', sheets, {}, 8 * 75 + 520, 'ceiling'],
    ['NY: never refused to who can not pay', 'NY', usb, { cannotPay: true }, 0, 'free-cannot-pay'],
    ['NY: free for a benefit appeal', 'NY', usb, { benefitClaim: 'proof-shown' }, 0, 'free-benefit-claim'],
    ['NV: paper at most 60 cents a page', 'NV', sheets, {}, 8 * 60 + 520, 'ceiling'],
    ['NV: electronic at most 40 dollars', 'NV', usb, {}, 4000, 'ceiling'],
    ['NV: free for a benefit claim', 'NV', usb, { benefitClaim: 'proof-shown' }, 0, 'free-benefit-claim'],
    ['LA: digital at most 100 dollars', 'LA', usb, {}, 10_000, 'ceiling'],
    ['RI: electronic at most 100 dollars', 'RI', usb, {}, 10_000, 'ceiling'],
    ['FL: at most 2 dollars for what is not paper, and the post', 'FL', usb, {}, 200 + 520, 'ceiling'],
    ['FL: paper at most a dollar a page', 'FL', sheets, {}, 8 * 100 + 520, 'ceiling'],
    ['MA: film at the cost of materials', 'MA', films, {}, 1000 + 520, 'ceiling'],
    ['MA: free for a benefit claim', 'MA', usb, { benefitClaim: 'proof-shown' }, 0, 'free-benefit-claim'],
    ['KY: the first copy is free', 'KY', usb, {}, 0, 'free-first-copy'],
    ['KY: the second is not', 'KY', usb, { copiesBefore: 1 }, 11_000, 'actual'],
    ['WI: electronic copies are free, always', 'WI', usb, { copiesBefore: 5 }, 0, 'free-electronic-copy'],
    ['WI: prints are not', 'WI', sheets, {}, 2520, 'actual'],
    ['IL: film at a reasonable cost', 'IL', films, {}, 2520, 'actual'],
    ['MD: film at its actual cost', 'MD', films, {}, 2520, 'actual'],
    ['TX: its page prices are above the patient rate and change nothing', 'TX', sheets, {}, 2520, 'actual'],
    ['OH: its price per image changes nothing', 'OH', usb, {}, 11_000, 'actual'],
  ])('%s', (_, state, choice, facts, totalCents, kind) => {
    const quote = quoted(choice, state, facts);
    expect(quote.totalCents).toBe(totalCents);
    expect(quote.why.at(-1)?.kind).toBe(kind);
  });

  it('labels a medium rule that nobody at the facility has confirmed', () => {
    expect(quoted(usb, 'NV').why.at(-1)).toMatchObject({ rule: expect.stringMatching(/^NV-/), confidence: 'medium' });
    expect(quoted(usb, 'CA', { benefitClaim: 'proof-shown' }).why[0]).toMatchObject({ confidence: 'high' });
  });

  it('offers the free copy to who could ask for it', () => {
    expect(quoted(usb, 'CA').offers).toMatchObject([{ kind: 'free-benefit-claim' }]);
    expect(quoted(usb, 'NY').offers.map((offer) => offer.kind)).toEqual(
      expect.arrayContaining(['free-cannot-pay', 'free-benefit-claim']),
    );
  });

  it('refuses a search fee in Nevada with both laws, and never asks New Yorkers for the fee first', () => {
    const refused = decideFeeLine(quoted(usb, 'NV'), 'search', packOf('us-federal+NV'));
    expect(!refused.ok && refused.refusal.why.cite).toMatch(/164\.524.*NRS 629/);
    const newYork = packOf('us-federal+NY');
    const feeFirst: Pack = { ...newYork, answers: { ...newYork.answers, 'OD-9': 'fee-first' } };
    expect(decideHoldForMoney({ for: 'this-copy', freeViewOpen: true, cannotPay: false }, feeFirst)).toMatchObject({
      refusal: { why: { rule: expect.stringMatching(/^NY-/) } },
    });
  });
});

describe('outside the United States', () => {
  it('GDPR: the first copy is free, a further one at its cost, and no federal clause is cited', () => {
    const pack = packOf('eu-gdpr');
    const schedule: FeeSchedule = { ...demoFeeSchedule, method: 'actual' };
    const first = quoteFees([{ kind: 'usb', by: 'post', copyMinutes: 6 }], schedule, pack);
    expect(first).toMatchObject({ value: { totalCents: 0, method: 'free' } });
    const second = quoteFees([{ kind: 'usb', by: 'post', copyMinutes: 6 }], schedule, pack, { copiesBefore: 1 });
    expect(second).toMatchObject({ value: { totalCents: 1240, method: 'actual' } });
    expect(JSON.stringify([first, second])).not.toMatch(/CFR|HHS|us-federal/);
  });

  it('GDPR: has no flat fee', () => {
    expect(quoteFees([{ kind: 'online' }], demoFeeSchedule, packOf('eu-gdpr'))).toMatchObject({
      refusal: { code: 'method-not-in-force' },
    });
  });
});
