import { describe, expect, it } from 'vitest';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import type { FeeCap, FreeWhen } from './fee-row.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import type { Pack } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const federal = federalPack();
const actual: FeeSchedule = { ...demoFeeSchedule, method: 'actual' };
const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 }; // 240 + 480 + 520
const sheets: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 }; // 400 + 1000 + 520
const films: FeeChoice = { ...sheets, on: 'film' };

function quoted(choices: readonly FeeChoice[], law: Pack, facts: FeeFacts = {}, prices = actual): FeeQuote {
  const quote = quoteFees(choices, prices, law, facts);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const capped = (cap: Partial<FeeCap>) =>
  withFeeRow(federal, { caps: [{ on: 'whole-copy', cents: 0, conf: 'high', ...cap }] });
const freeWhen = (rule: Partial<FreeWhen>) =>
  withFeeRow(federal, { freeWhen: [{ when: 'first-copy', once: true, proof: false, conf: 'high', ...rule }] });

describe('a ceiling of the law', () => {
  it.each<[string, Partial<FeeCap>, FeeChoice, number]>([
    ['on a page of paper leaves the postage', { on: 'paper-page', cents: 25 }, sheets, 8 * 25 + 520],
    ['on a page of paper is not for film', { on: 'paper-page', cents: 25 }, films, 1920],
    ['on a page of paper is not for a stick', { on: 'paper-page', cents: 25 }, usb, 1240],
    ['on what is not paper counts each medium and leaves the postage', { on: 'non-paper-page', cents: 200 }, usb, 720],
    ['on what is not paper is not for prints', { on: 'non-paper-page', cents: 200 }, sheets, 1920],
    ['on an electronic copy is all in', { on: 'electronic-copy', cents: 300 }, usb, 300],
    ['on an electronic copy is not for prints', { on: 'electronic-copy', cents: 300 }, sheets, 1920],
    ['above the fee changes nothing', { on: 'electronic-copy', cents: 4000 }, usb, 1240],
    ['on a film counts each film', { on: 'film-copy', cents: 100 }, films, 800],
    ['on a film is not for paper', { on: 'film-copy', cents: 100 }, sheets, 1920],
    [
      'at the cost of materials leaves the labour out',
      { on: 'film-copy', cents: null, basis: 'cost-of-materials' },
      films,
      1520,
    ],
    ['at the actual cost is what it costs', { on: 'film-copy', cents: null, basis: 'actual-cost' }, films, 1920],
    ['at a reasonable cost is what it costs', { on: 'film-copy', cents: null, basis: 'reasonable-cost' }, films, 1920],
    ['on the whole copy is for everything', { on: 'whole-copy', cents: 100 }, sheets, 100],
    ['at the documented cost is nothing without a document', { cents: null, basis: 'documented-cost' }, usb, 0],
  ])('%s', (_, cap, choice, totalCents) => {
    const quote = quoted([choice], capped(cap));
    expect(quote.totalCents).toBe(totalCents);
    expect(quote.lines.reduce((sum, line) => sum + line.cents, 0)).toBe(totalCents);
  });

  it('lowers the flat fee too, and an average to the cost of film', () => {
    expect(quoted([usb], capped({ on: 'electronic-copy', cents: 300 }), {}, demoFeeSchedule).totalCents).toBe(300);
    const dear = { ...actual, labourCentsPerHour: 6000 };
    const law = capped({ on: 'film-copy', cents: null, basis: 'cost-of-materials' });
    expect(quoted([films], law, {}, dear).totalCents).toBe(1520);
  });

  it('names itself in the quote and on each line that it lowered', () => {
    const quote = quoted([usb], capped({ on: 'electronic-copy', cents: 900, conf: 'medium' }));
    expect(quote.lines).toEqual([
      { label: 'labour', cents: 0, rule: 'ceiling', cite: 'Law of XX, section 1' },
      { label: 'usb', cents: 380, rule: 'ceiling', cite: 'Law of XX, section 1' },
      { label: 'postage', cents: 520, rule: 'actual', cite: '45 CFR 164.524(c)(4)(iii)' },
    ]);
    expect(quote.why.at(-1)).toEqual({
      kind: 'ceiling',
      rule: 'XX-1/copy',
      cite: 'Law of XX, section 1',
      confidence: 'medium',
      inputs: [{ name: 'at-most-cents', value: '900' }],
    });
  });

  it('of low confidence lowers nothing, and is shown to be confirmed with counsel', () => {
    const quote = quoted([usb], capped({ on: 'electronic-copy', cents: 300, conf: 'low' }));
    expect(quote.totalCents).toBe(1240);
    expect(quote.toConfirm).toMatchObject([{ rule: 'XX-1/copy', confidence: 'low' }]);
    const lowRow = withFeeRow(federal, { caps: [{ on: 'whole-copy', cents: 1, conf: 'high' }] }, { conf: 'low' });
    expect(quoted([usb], lowRow)).toMatchObject({ totalCents: 1240, toConfirm: [{ confidence: 'low' }] });
    expect(quoted([sheets], capped({ on: 'electronic-copy', cents: 3, conf: 'low' })).toConfirm).toEqual([]);
  });

  it('of medium confidence counts as sure once somebody at the facility confirmed the row', () => {
    const confirmed = {
      ...withFeeRow(federal, { caps: [{ on: 'whole-copy', cents: 1, conf: 'medium' }] }),
      confirmations: [{ row: 'XX-1/copy', by: 'C. Counsel', on: federal.inForceOn }],
    };
    expect(quoted([usb], confirmed).why.at(-1)).toMatchObject({
      confidence: 'high',
      inputs: [{ name: 'at-most-cents' }, { name: 'confirmedBy', value: 'C. Counsel, 2027-05-03' }],
    });
  });

  it('is the lowest of several, whatever their order', () => {
    const caps = [900, 300, 600].map((cents): FeeCap => ({ on: 'electronic-copy', cents, conf: 'high' }));
    expect(quoted([usb], withFeeRow(federal, { caps })).totalCents).toBe(300);
  });

  it('in a row on inspection alone says nothing about copies', () => {
    const law = withFeeRow(federal, { caps: [{ on: 'whole-copy', cents: 1, conf: 'high' }] }, { kind: 'inspect' });
    expect(quoted([usb], law).totalCents).toBe(1240);
  });

  it('for mammograms is their documented cost, of which nothing is kept, and no other exam’s (21 CFR 900.12(c)(4))', () => {
    const breast = { modality: 'mammography' } as const;
    const quote = quoted([usb], federal, breast);
    expect(quote.totalCents).toBe(0);
    expect(quote.why.at(-1)).toMatchObject({ kind: 'ceiling', rule: 'us-mqsa/copy' });
    expect(quoted([usb], federal).totalCents).toBe(1240);
    const film = withFeeRow(
      federal,
      { caps: [{ on: 'film-copy', cents: null, basis: 'documented-cost', conf: 'high' }] },
      { modalities: ['mammography'] },
    );
    expect(quoted([usb], film, breast).totalCents).toBe(0);
  });
});

describe('a copy that the law makes free', () => {
  it('is the first one, once', () => {
    const law = freeWhen({ when: 'first-copy' });
    const first = quoted([usb, sheets], law);
    expect(first).toMatchObject({ totalCents: 0, method: 'free', lines: [], cite: 'Law of XX, section 1' });
    expect(first.why).toMatchObject([{ kind: 'free-first-copy', rule: 'XX-1/copy' }]);
    const cited = quoted([usb], freeWhen({ when: 'first-copy', cite: 'Art. 15' }));
    expect(cited.why).toMatchObject([{ rule: 'XX-1/copy', cite: 'Art. 15' }]);
    expect(quoted([usb], law, { copiesBefore: 1 }).totalCents).toBe(1240);
    expect(quoted([usb], law, { freeRulesUsed: ['XX-1/copy'] }).totalCents).toBe(1240);
    expect(quoted([usb], law, { freeRulesUsed: ['YY-1/copy'] }).totalCents).toBe(0);
  });

  it('is every electronic one, for whoever it goes to, and not the prints beside it', () => {
    const law = freeWhen({ when: 'electronic-copy', once: false });
    const both = quoted([usb, sheets], law);
    expect(both.totalCents).toBe(1920);
    expect(both.why.map((reason) => reason.kind)).toEqual(['free-electronic-copy', 'actual']);
    expect(both.lines.map((line) => line.label)).toEqual(['labour', 'print-sheets', 'postage']);
    expect(quoted([usb], law, { route: 'authorization' }).totalCents).toBe(0);
    expect(quoted([usb], law, { freeRulesUsed: ['XX-1/copy'] }).totalCents).toBe(0);
  });

  it('is one for a benefits claim, with proof where the law asks for it', () => {
    const law = freeWhen({ when: 'benefit-claim', proof: true });
    expect(quoted([usb], law, { benefitClaim: 'proof-shown' }).totalCents).toBe(0);
    const said = quoted([usb], law, { benefitClaim: 'said' });
    expect(said.totalCents).toBe(1240);
    expect(said.offers).toMatchObject([{ kind: 'free-benefit-claim', rule: 'XX-1/copy', confidence: 'high' }]);
    const used = quoted([usb], law, { benefitClaim: 'proof-shown', freeRulesUsed: ['XX-1/copy'] });
    expect(used).toMatchObject({ totalCents: 1240, offers: [] });
    const noProof = freeWhen({ when: 'benefit-claim', proof: false });
    expect(quoted([usb], noProof, { benefitClaim: 'said' }).totalCents).toBe(0);
    expect(quoted([usb], noProof).totalCents).toBe(1240);
  });

  it('is one for a person who can not pay, who is told so before', () => {
    const law = freeWhen({ when: 'cannot-pay', once: false });
    expect(quoted([usb], law, { cannotPay: true }).totalCents).toBe(0);
    expect(quoted([usb], law, { cannotPay: false }).totalCents).toBe(1240);
    expect(quoted([usb], law).offers).toMatchObject([{ kind: 'free-cannot-pay' }]);
  });

  it('is the person’s own: a third party’s first copy is not free by it, and gets no offer', () => {
    const law = freeWhen({ when: 'first-copy' });
    expect(quoted([usb], law, { route: 'authorization' }).totalCents).toBe(1240);
    expect(quoted([usb], freeWhen({ when: 'cannot-pay' }), { route: 'directive' }).offers).toEqual([]);
  });

  it('is no agreed summary, and nothing by a rule of low confidence', () => {
    expect(quoted([usb, { kind: 'summary', agreedCents: 100 }], freeWhen({ when: 'first-copy' })).totalCents).toBe(100);
    expect(quoted([usb], freeWhen({ when: 'first-copy', conf: 'low' })).totalCents).toBe(1240);
    expect(quoted([usb], freeWhen({ when: 'cannot-pay', conf: 'low' })).offers).toEqual([]);
    expect(quoted([usb], freeWhen({ when: 'inspection', once: false })).totalCents).toBe(1240);
    const medium = quoted([usb], freeWhen({ when: 'first-copy', conf: 'medium' }));
    expect(medium.why).toMatchObject([{ confidence: 'medium' }]);
  });
});
