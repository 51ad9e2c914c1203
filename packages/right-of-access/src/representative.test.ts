import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar.ts';
import { type Instrument, representativeStanding } from './representative.ts';
import { usSources } from './testing/packs.ts';

const today = calendarDate('2027-09-13');
const evidence = { what: 'court order of 2025', judgedBy: 'kim', judgedOn: today };
const order: Instrument = { kind: 'guardianship', scope: ['health-care'], evidence };

function lacks(instrument: Instrument | undefined, diedOn?: typeof today) {
  const standing = representativeStanding(instrument, diedOn ? { diedOn } : {}, today, usSources);
  return standing.ok ? [] : standing.refusal.lacks.map(({ name }) => name);
}

describe('a representative’s paper', () => {
  it('gives standing when somebody judged it and it reaches decisions on health care', () => {
    expect(representativeStanding(order, {}, today, usSources)).toMatchObject({
      ok: true,
      value: {
        why: {
          cite: '45 CFR 164.502(g)(2)',
          inputs: [
            { name: 'instrument', value: 'guardianship' },
            { name: 'scope', value: 'health-care' },
            { name: 'until', value: 'no end' },
            { name: 'seenBy', value: 'kim' },
            { name: 'today', value: '2027-09-13' },
          ],
        },
      },
    });
  });

  it.each<[string, Instrument | undefined, string[]]>([
    ['no paper', undefined, ['the instrument']],
    [
      'a paper that nobody looked at',
      { ...order, evidence: { ...evidence, judgedBy: ' ' } },
      ['somebody who judged it'],
    ],
    ['an empty entry', { kind: 'other', scope: ['health-care'] }, ['the instrument', 'somebody who judged it']],
    ['finances only', { ...order, scope: ['finances'] }, ['authority for health-care decisions']],
    ['a paper that begins tomorrow', { ...order, from: addDays(today, 1) }, ['authority that has begun']],
    ['a paper that ended yesterday', { ...order, until: addDays(today, -1) }, ['authority that has not ended']],
    [
      'evidence that ended yesterday',
      { ...order, evidence: { ...evidence, validUntil: addDays(today, -1) } },
      ['authority that has not ended'],
    ],
    ['a revocation today', { ...order, revokedOn: today }, ['authority that was not revoked']],
    [
      'letters testamentary of somebody alive',
      { ...order, kind: 'letters-testamentary' },
      ['authority for health-care decisions'],
    ],
  ])('names what is lacking: %s', (_, instrument, names) => {
    expect(lacks(instrument)).toEqual(names);
  });

  it('holds on its first and last day, and until a revocation takes effect', () => {
    expect(lacks({ ...order, from: today, until: today, revokedOn: addDays(today, 1) })).toEqual([]);
  });

  it('says which papers would do, and sends L-VER', () => {
    expect(representativeStanding(undefined, {}, today, usSources)).toMatchObject({
      refusal: {
        letter: 'L-VER',
        wouldDo: ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'],
        lacks: [{ cite: '45 CFR 164.514(h)(1)' }],
      },
    });
  });

  it('of an agent ends with the patient’s life, when the estate’s papers begin to count', () => {
    expect(lacks(order, today)).toEqual(['authority for the estate']);
    expect(lacks({ ...order, kind: 'letters-testamentary', scope: [] }, today)).toEqual([]);
    expect(lacks(order, addDays(today, 1))).toEqual([]);
  });
});
