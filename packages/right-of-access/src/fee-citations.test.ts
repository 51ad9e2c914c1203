import { describe, expect, it } from 'vitest';
import { feeCitations, isForbiddenLine, lineCite } from './fee-citations.ts';
import type { Pack } from './policy-pack.ts';
import { federalPack } from './testing/fee-packs.ts';

const federal = federalPack();
const elsewhere: Pack = {
  ...federal,
  jurisdiction: 'elsewhere',
  chargeable: { ...federal.chargeable, cite: 'Article 12(5)' },
};

describe('the clause behind a line', () => {
  it.each([
    ['labour', '45 CFR 164.524(c)(4)(i)'],
    ['cd', '45 CFR 164.524(c)(4)(ii)'],
    ['dvd', '45 CFR 164.524(c)(4)(ii)'],
    ['usb', '45 CFR 164.524(c)(4)(ii)'],
    ['print-sheets', '45 CFR 164.524(c)(4)(ii)'],
    ['paper-pages', '45 CFR 164.524(c)(4)(ii)'],
    ['postage', '45 CFR 164.524(c)(4)(iii)'],
    ['summary', '45 CFR 164.524(c)(2)(iii), (c)(4)(iv)'],
    ['flat', 'HHS FAQ 2030'],
  ] as const)('%s is allowed by %s, in a state too', (label, cite) => {
    expect(lineCite(label, federal)).toBe(cite);
    expect(lineCite(label, { ...federal, jurisdiction: 'us-federal+NV' })).toBe(cite);
  });

  it('is never a federal one under another law', () => {
    for (const label of ['labour', 'usb', 'postage', 'summary'] as const) {
      expect(lineCite(label, elsewhere)).toBe('Article 12(5)');
    }
    const { forbidden, ...others } = feeCitations(elsewhere);
    expect(new Set([...Object.values(forbidden), ...Object.values(others)])).toEqual(new Set(['Article 12(5)']));
    expect(Object.keys(forbidden)).toContain('per-image');
  });

  it('tells what is never charged from what may be', () => {
    expect(isForbiddenLine('search')).toBe(true);
    expect(isForbiddenLine('labour')).toBe(false);
  });
});
