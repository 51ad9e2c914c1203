import { describe, expect, it } from 'vitest';
import { quoteFees } from './fee.ts';
import type { FeeChoice, FeeFacts } from './fee-choice.ts';
import { demoFeeSchedule, type FeeSchedule } from './fee-schedule.ts';
import type { Pack } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const federal = federalPack();
const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };
const thirdParty = { electronicCopyCents: 900, hardCopySheetCents: 100 };
const decided = (setting: Pack['answers']['OD-24']): Pack => ({
  ...federal,
  answers: { ...federal.answers, 'OD-24': setting },
});

function total(choices: readonly FeeChoice[], facts: FeeFacts, prices: Partial<FeeSchedule> = {}, law = federal) {
  const quote = quoteFees(choices, { ...demoFeeSchedule, ...prices }, law, facts);
  return quote.ok ? quote.value.totalCents : quote.refusal.code;
}

describe('a copy for a third party', () => {
  it('costs nobody anything where no hand is needed, lawyers included (45 CFR 171.302)', () => {
    for (const route of ['individual', 'directive', 'authorization', 'other-provider'] as const) {
      expect(total([{ kind: 'secure-link' }, { kind: 'push' }], { route }, { thirdParty })).toBe(0);
    }
  });

  it('costs the patient’s rate where the facility has no list for third parties', () => {
    expect(total([usb], { route: 'directive' })).toBe(650);
    expect(total([usb], { route: 'directive' }, { method: 'actual' })).toBe(1240);
  });

  it('costs the facility’s list, never more than the copy costs', () => {
    expect(total([usb], { route: 'directive' }, { thirdParty })).toBe(900);
    expect(total([{ ...usb, copies: 2 }], { route: 'directive' }, { thirdParty })).toBe(1800);
    expect(total([usb], { route: 'authorization' }, { thirdParty: { ...thirdParty, electronicCopyCents: 9000 } })).toBe(
      1240,
    );
    const sheets: FeeChoice = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 };
    expect(total([sheets], { route: 'authorization' }, { thirdParty })).toBe(800);
    const withSummary: FeeChoice[] = [usb, { kind: 'summary', agreedCents: 50 }];
    expect(total(withSummary, { route: 'directive' }, { thirdParty })).toBe(950);
  });

  it('keeps the flat fee at the cost even where the lower is not charged', () => {
    const cd: FeeChoice = { kind: 'cd', by: 'pick-up', copyMinutes: 4 };
    expect(total([cd], { route: 'directive' }, { chargeTheLower: false })).toBe(220);
    expect(total([cd], {}, { chargeTheLower: false })).toBe(650);
  });

  it('keeps below a ceiling of the state', () => {
    const law = withFeeRow(federal, { caps: [{ on: 'electronic-copy', cents: 500, conf: 'high' }] });
    expect(total([usb], { route: 'directive' }, { thirdParty }, law)).toBe(500);
  });

  it('follows the pack’s answer to OD-24', () => {
    expect(total([usb], { route: 'directive' }, { thirdParty }, decided('always-free'))).toBe(0);
    expect(total([usb], { route: 'directive' }, { thirdParty }, decided('patient-rate'))).toBe(650);
    expect(total([usb], { route: 'authorization' }, { thirdParty }, decided('patient-rate'))).toBe(900);
    expect(total([usb], { route: 'authorization' }, { thirdParty }, decided('always-free'))).toBe(900);
  });

  it('is free for another provider’s care', () => {
    const quote = quoteFees([usb], demoFeeSchedule, federal, { route: 'other-provider' });
    expect(quote).toMatchObject({ value: { totalCents: 0, method: 'free', cite: '45 CFR 164.506(c)(2)' } });
    expect(quote.ok && quote.value.why).toMatchObject([
      {
        kind: 'treatment',
        rule: 'us-federal/fee-methods/other-provider',
        inputs: [{ name: 'route', value: 'other-provider' }],
      },
    ]);
  });

  it('names its own rule, and the route that it takes', () => {
    const quote = quoteFees([usb], { ...demoFeeSchedule, thirdParty }, federal, { route: 'directive' });
    expect(quote.ok && quote.value).toMatchObject({ route: 'directive', method: 'actual' });
    expect(quote.ok && quote.value.why.map(({ kind, rule }) => [kind, rule])).toEqual([
      ['third-party', 'us-federal/fee-methods/directive'],
      ['actual', 'us-federal/fee-methods'],
      ['third-party', 'us-federal/fee-methods/directive'],
    ]);
    expect(quote.ok && quote.value.why[0]).toMatchObject({
      cite: expect.stringMatching(/^Ciox Health v\. Azar/),
      inputs: [{ value: 'directive' }, { name: 'OD-24', value: 'free-if-electronic-else-cost' }],
    });
  });

  it('can not be prints or paper by a directive', () => {
    for (const choice of [
      { kind: 'prints', by: 'post', sheets: 8 },
      { kind: 'paper-pages', by: 'post', pages: 2 },
    ] as const) {
      expect(quoteFees([choice], demoFeeSchedule, federal, { route: 'directive' })).toMatchObject({
        refusal: { code: 'directive-is-electronic-only', why: { inputs: [{ name: 'asked', value: choice.kind }] } },
      });
      expect(quoteFees([choice], demoFeeSchedule, federal, { route: 'authorization' }).ok).toBe(true);
    }
  });
});
