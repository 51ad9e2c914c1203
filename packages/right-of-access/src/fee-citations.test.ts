import { describe, expect, it } from 'vitest';
import { isForbiddenLine, lineCite, neverChargedCite } from './fee-citations.ts';
import { forbiddenLines } from './forbidden-line.ts';
import { federalPack } from './testing/fee-packs.ts';
import { packFor } from './testing/packs.ts';

const federal = federalPack();
const european = packFor('eu-gdpr');

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
    expect(lineCite(label, packFor('us-federal+NV'))).toBe(cite);
  });

  it('is that of the law which governs', () => {
    for (const label of ['labour', 'usb', 'postage', 'summary', 'flat'] as const) {
      expect(lineCite(label, european)).toContain('GDPR Art. 15(3)');
    }
    for (const label of forbiddenLines) expect(neverChargedCite(label, european)).toContain('GDPR Art.');
    expect(neverChargedCite('per-image', federal)).toContain('no price per image');
  });

  it('tells what is never charged from what may be', () => {
    expect(isForbiddenLine('search')).toBe(true);
    expect(isForbiddenLine('other')).toBe(true);
    expect(isForbiddenLine('labour')).toBe(false);
  });
});
