import { describe, expect, it } from 'vitest';
import { type FeeQuote, quoteFees } from './fee.ts';
import type { FeeChoice } from './fee-choice.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { decideFeeLine, withFeeLine } from './fee-typed-line.ts';
import type { FeeMethod } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const pack = federalPack();

function quoted(choice: FeeChoice, method: FeeMethod = 'actual'): FeeQuote {
  const quote = quoteFees([choice], { ...demoFeeSchedule, method }, pack);
  if (!quote.ok) throw new Error(quote.refusal.code);
  return quote.value;
}

const usbByPost: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };

describe('a line typed by hand', () => {
  it.each([
    'search',
    'retrieval',
    'verification',
    'review',
    'quality-check',
    'segregating',
    'record-keeping',
    'administration',
    'system-upkeep',
    'storage',
    'licence',
    'viewer',
    'portal-handling',
    'per-image',
    'mark-up',
    'bill-for-care',
    'earlier-copy',
    'other',
  ] as const)('for %s is never charged, and the refusal cites why', (label) => {
    const refused = decideFeeLine(quoted(usbByPost), label, pack);
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'line-never-charged',
        label,
        why: { rule: 'us-federal/chargeable/never', confidence: 'high', inputs: [{ name: 'line', value: label }] },
      },
    });
    expect(!refused.ok && refused.refusal.why.cite).toMatch(/^(45 CFR|HHS)/);
  });

  it('cites the state beside the federal rule where a state says so too, each once', () => {
    const nevada = withFeeRow(pack, { neverCharge: ['administration', 'search'] });
    const twice = withFeeRow(nevada, { neverCharge: ['search'] }, { id: 'XX-1/report' });
    const cite = (law: typeof pack, label: 'search' | 'retrieval' | 'record-keeping') => {
      const refused = decideFeeLine(quoted(usbByPost), label, law);
      return refused.ok ? '' : refused.refusal.why.cite;
    };
    expect(cite(twice, 'search')).toBe(
      '45 CFR 164.524(c)(4); HHS guidance: search is never charged; Law of XX, section 1',
    );
    expect(cite(nevada, 'record-keeping')).toMatch(/Law of XX, section 1$/);
    expect(cite(nevada, 'retrieval')).toBe('45 CFR 164.524(c)(4); HHS guidance: retrieval is never charged');
    expect(cite(withFeeRow(pack, { neverCharge: ['search'] }, { conf: 'low' }), 'search')).not.toMatch(/XX/);
  });

  it('for postage on top of the flat fee is refused: flat is all in', () => {
    expect(decideFeeLine(quoted(usbByPost, 'flat'), 'postage', pack)).toEqual({
      ok: false,
      refusal: {
        code: 'flat-is-all-in',
        label: 'postage',
        why: {
          rule: 'us-federal/flat-cap',
          cite: 'HHS FAQ 2030',
          confidence: 'high',
          inputs: [{ name: 'line', value: 'postage' }],
        },
      },
    });
    expect(decideFeeLine(quoted(usbByPost), 'postage', pack)).toEqual({ ok: true, value: 'postage' });
  });

  it('for anything on a free way is refused', () => {
    expect(decideFeeLine(quoted({ kind: 'online' }), 'labour', pack)).toMatchObject({
      refusal: {
        code: 'line-never-charged',
        label: 'labour',
        why: {
          rule: 'us-federal/chargeable/free',
          cite: expect.stringMatching(/171\.302/),
          inputs: [{ name: 'line' }],
        },
      },
    });
  });
});

describe('a quote with one more line', () => {
  it('adds a line of supplies with its clause, and sends an all-electronic copy over $15 to a supervisor', () => {
    const added = withFeeLine(quoted(usbByPost), { label: 'postage', cents: 300 }, pack);
    if (!added.ok) throw new Error(added.refusal.code);
    expect(added.value).toMatchObject({ totalCents: 1540, needsSupervisor: true });
    expect(added.value.lines.at(-1)).toEqual({
      label: 'postage',
      cents: 300,
      rule: 'actual',
      cite: '45 CFR 164.524(c)(4)(iii)',
    });
    const prints = quoted({ kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 });
    expect(withFeeLine(prints, { label: 'postage', cents: 300 }, pack)).toMatchObject({
      value: { totalCents: 2220, needsSupervisor: false },
    });
  });

  it('is refused for what is never charged, on top of a flat fee, and for an amount that is none', () => {
    expect(withFeeLine(quoted(usbByPost), { label: 'retrieval', cents: 500 }, pack)).toMatchObject({
      refusal: { code: 'line-never-charged', label: 'retrieval' },
    });
    expect(withFeeLine(quoted(usbByPost, 'flat'), { label: 'postage', cents: 500 }, pack)).toMatchObject({
      refusal: { code: 'flat-is-all-in' },
    });
    for (const cents of [0, -1, 0.5]) {
      expect(withFeeLine(quoted(usbByPost), { label: 'postage', cents }, pack)).toMatchObject({
        refusal: { code: 'not-whole-cents-or-minutes' },
      });
    }
  });
});
