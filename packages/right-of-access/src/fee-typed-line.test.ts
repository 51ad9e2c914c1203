import { describe, expect, it } from 'vitest';
import { type FeeQuote, quoteFee } from './fee.ts';
import type { FeeChoice } from './fee-choice.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { decideFeeLine } from './fee-typed-line.ts';
import type { FeeMethod } from './policy-pack.ts';
import { federalPack, withFeeRow } from './testing/fee-packs.ts';

const pack = federalPack();

function quoted(choice: FeeChoice, method: FeeMethod = 'actual'): FeeQuote {
  const quote = quoteFee(choice, { ...demoFeeSchedule, method }, pack);
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
