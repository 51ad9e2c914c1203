import { describe, expect, it } from 'vitest';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import type { FeeCap, FreeWhen } from './fee-row.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import { quoteTogether } from './fee-together.ts';
import type { Pack } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const federal = federalPack();
const actual: FeeSchedule = { ...demoFeeSchedule, method: 'actual' };
const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 }; // 240 + 480 + 520
const sheets: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 }; // 400 + 1000 + 520
const pages: FeeChoice = { kind: 'paper-pages', by: 'post', pages: 20, copyMinutes: 10 };

function quoted(choices: readonly FeeChoice[], law: Pack = federal, facts: FeeFacts = {}, prices = actual): FeeQuote {
  const quote = quoteFees(choices, prices, law, facts);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const caps = (...given: Partial<FeeCap>[]) =>
  withFeeRow(federal, { caps: given.map((cap) => ({ on: 'whole-copy', cents: 0, conf: 'high', ...cap })) });
const kinds = ({ why }: FeeQuote) => why.map(({ kind }) => kind);

describe('a request for a stick and for prints', () => {
  it('costs what both cost, and neither takes the other’s ceiling', () => {
    expect(quoted([usb, sheets]).totalCents).toBe(1240 + 1920);
    expect(quoted([usb, sheets], caps({ on: 'non-paper-page', cents: 200 })).totalCents).toBe(200 + 520 + 1920);
    expect(quoted([usb, sheets], caps({ on: 'paper-page', cents: 25 })).totalCents).toBe(1240 + 200 + 520);
    expect(quoted([usb, sheets], caps({ on: 'electronic-copy', cents: 300 })).totalCents).toBe(300 + 1920);
  });

  it('is refused when any one of them has a wrong number, whichever stands first', () => {
    const wrong: FeeChoice = { ...sheets, copyMinutes: 0.5 };
    for (const choices of [
      [usb, wrong],
      [wrong, usb],
    ]) {
      expect(quoteFees(choices, actual, federal)).toMatchObject({ refusal: { code: 'not-whole-cents-or-minutes' } });
    }
  });

  it('goes to no supervisor for a sum that only a stick may not have', () => {
    const dear: FeeChoice = { ...usb, copyMinutes: 30 };
    expect(quoted([dear])).toMatchObject({ totalCents: 2200, needsSupervisor: true });
    expect(quoted([dear, sheets])).toMatchObject({ needsSupervisor: false });
    expect(quoted([{ ...usb, copyMinutes: 12 }])).toMatchObject({ totalCents: 1480, needsSupervisor: false });
  });

  it('has no flat fee for the prints, and says so', () => {
    const quote = quoted([usb, sheets], federal, {}, demoFeeSchedule);
    expect(kinds(quote)).toContain('no-flat-for-hard-copy');
    expect(kinds(quoted([usb], federal, {}, demoFeeSchedule))).not.toContain('no-flat-for-hard-copy');
  });
});

describe('ceilings', () => {
  it('count each medium, each sheet of each copy, and each page', () => {
    expect(quoted([{ ...usb, copies: 2 }], caps({ on: 'non-paper-page', cents: 200 })).lines).toMatchObject([
      { label: 'labour' },
      { label: 'usb' },
      { label: 'postage', rule: 'actual' },
    ]);
    const copied = quoted([{ ...usb, copies: 2 }], caps({ on: 'non-paper-page', cents: 200 }));
    const postage = copied.lines.find(({ label }) => label === 'postage')?.cents ?? 0;
    expect(copied.totalCents - postage).toBe(400);
    const twice = quoted([{ ...sheets, copies: 2 }], caps({ on: 'paper-page', cents: 25 }));
    const mailing = twice.lines.find(({ label }) => label === 'postage')?.cents ?? 0;
    expect(twice.totalCents - mailing).toBe(2 * 8 * 25);
  });

  it('on electronic copies are not for pages of paper, and those on pages are', () => {
    const prices = { ...actual, paperPageCents: 50 };
    const whole = quoted([pages], federal, {}, prices).totalCents;
    expect(quoted([pages], caps({ on: 'electronic-copy', cents: 1 }), {}, prices).totalCents).toBe(whole);
    expect(quoted([pages], caps({ on: 'paper-page', cents: 10 }), {}, prices).totalCents).toBe(20 * 10 + 520);
  });

  it('of which one is lower than the other are named by the lower one alone, in whatever order they stand', () => {
    const [high, low] = [
      { on: 'electronic-copy', cents: 900 },
      { on: 'electronic-copy', cents: 300 },
    ] as const;
    for (const law of [caps(high, low), caps(low, high)]) {
      const quote = quoted([usb], law);
      expect(quote.totalCents).toBe(300);
      expect(quote.why.filter(({ kind }) => kind === 'ceiling').map(({ inputs }) => inputs)).toEqual([
        [{ name: 'at-most-cents', value: '300' }],
      ]);
    }
  });

  it('that are unsure wait for counsel; sure ones beside them do not', () => {
    const quote = quoted([usb], caps({ cents: 900, conf: 'low' }, { cents: 1000 }));
    expect(quote.totalCents).toBe(1000);
    expect(quote.toConfirm).toHaveLength(1);
    expect(quote.toConfirm[0]?.inputs).toContainEqual({ name: 'at-most-cents', value: '900' });
  });

  it('on film at the cost of materials reach mammograms in every form', () => {
    const law = caps({ on: 'film-copy', cents: null, basis: 'cost-of-materials' });
    expect(quoted([usb], law).totalCents).toBe(1240);
    const alone = { ...law, access: law.access.filter(({ id }) => id !== 'us-mqsa/copy') };
    expect(quoted([usb], alone, { modality: 'mammography' }).totalCents).toBe(1000);
  });

  it('leave a line that they did not lower as it was', () => {
    const quote = quoted([usb], caps({ cents: 1000 }));
    expect(quote.lines.map(({ label, rule }) => [label, rule])).toEqual([
      ['labour', 'ceiling'],
      ['usb', 'actual'],
      ['postage', 'actual'],
    ]);
  });

  it('may be the facility’s own promise, which then is the reason', () => {
    const quote = quoted([usb], federal, {}, { ...actual, promiseCents: 700 });
    expect(quote.totalCents).toBe(700);
    expect(quote.why.at(-1)).toEqual({
      kind: 'promise',
      rule: 'us-federal/fee-methods/promise',
      cite: 'promise of the facility',
      confidence: 'high',
      inputs: [{ name: 'at-most-cents', value: '700' }],
    });
    expect(quote.lines[0]).toMatchObject({ rule: 'promise', cite: 'promise of the facility' });
  });
});

describe('a rule that would make the copy free', () => {
  const offered = (rule: Partial<FreeWhen>, facts: FeeFacts = {}) =>
    quoted(
      [usb],
      withFeeRow(federal, { freeWhen: [{ when: 'benefit-claim', once: true, proof: true, conf: 'high', ...rule }] }),
      facts,
    ).offers.map(({ kind }) => kind);

  it('is offered to whoever has not brought what it asks for', () => {
    expect(offered({})).toEqual(['free-benefit-claim']);
    expect(offered({}, { benefitClaim: 'said' })).toEqual(['free-benefit-claim']);
    expect(offered({ when: 'cannot-pay' })).toEqual(['free-cannot-pay']);
  });

  it('is not offered when it was used, is unsure, asks for nothing, or is for the person alone', () => {
    expect(offered({}, { freeRulesUsed: ['XX-1/copy'] })).toEqual([]);
    expect(offered({}, { freeRulesUsed: ['YY-1/copy'] })).toEqual(['free-benefit-claim']);
    expect(offered({ once: false }, { freeRulesUsed: ['XX-1/copy'] })).toEqual(['free-benefit-claim']);
    expect(offered({ conf: 'low' })).toEqual([]);
    expect(offered({ when: 'first-copy' }, { copiesBefore: 1 })).toEqual([]);
    expect(offered({}, { route: 'directive' })).toEqual([]);
  });
});

describe('copies by several rights', () => {
  const sum = (...parts: { choices: readonly FeeChoice[]; facts: FeeFacts }[]) => {
    const quote = quoteTogether(parts, actual, federal);
    if (!quote.ok) throw new Error(quote.refusal.code);
    return quote.value;
  };
  const own = { choices: [usb], facts: {} };
  const estimated = { choices: [{ kind: 'usb', by: 'post' } as const], facts: { route: 'directive' } as const };

  it('are an estimate when one of them is, and go to a supervisor when one of them does', () => {
    expect(sum(own, { ...own, facts: { route: 'directive' } }).approximate).toBe(false);
    expect(sum(own, estimated).approximate).toBe(true);
    expect(sum(estimated, own).approximate).toBe(true);
    const dear = { choices: [{ ...usb, copyMinutes: 30 }], facts: {} };
    expect(sum(own, { ...dear, facts: { route: 'directive' } }).needsSupervisor).toBe(true);
    expect(sum(own, { ...own, facts: { route: 'directive' } }).needsSupervisor).toBe(false);
  });

  it('give each reason once, and one alone as it is by itself', () => {
    const both = sum(own, own);
    expect(both.why).toEqual(sum(own).why);
    expect(both.totalCents).toBe(2 * 1240);
    expect(sum(own)).toEqual(quoted([usb]));
    const rules = sum(own, { choices: [sheets], facts: { route: 'authorization' } }).why.map(
      ({ kind, rule }) => `${kind} ${rule}`,
    );
    expect(new Set(rules).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(both.why.length);
  });

  it('are compared by each method, a part without it at what it comes to', () => {
    const compared = sum(own, { choices: [sheets], facts: { route: 'authorization' } }).compared;
    expect(compared).toEqual([
      { method: 'flat', totalCents: 650 + 1920 },
      { method: 'actual', totalCents: 1240 + 1920 },
      { method: 'average', totalCents: 1200 + 1720 },
    ]);
  });

  it('of which there are none cost nothing', () => {
    expect(sum()).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
  });
});
