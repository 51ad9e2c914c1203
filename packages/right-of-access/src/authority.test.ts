import { describe, expect, it } from 'vitest';
import { type Authority, type AuthorityCase, authorityShown, isTestedByExam, maySeeExam } from './authority.ts';
import { addDays, calendarDate } from './calendar.ts';
import type { MinorLaw } from './minors.ts';
import { usSources } from './testing/packs.ts';

const today = calendarDate('2026-11-23');
const evidence = { what: 'parent link in the registration', judgedBy: 'kim', judgedOn: today };
const law: MinorLaw = {
  jurisdiction: 'test-state',
  ageOfHealthConsent: 18,
  onParent: {},
  cite: 'invented',
  confidence: 'medium',
  sources: usSources,
};
const patient = { bornOn: calendarDate('1950-03-01') };
const child = { bornOn: calendarDate('2012-04-12') };

function of(authority: Authority, more: Partial<AuthorityCase> = {}): AuthorityCase {
  return { authority, patient: authority.kind === 'parent' ? child : patient, law, today, ...more };
}

describe('why somebody may ask, in full', () => {
  const why = (facts: AuthorityCase) => {
    const shown = authorityShown(facts);
    return shown.ok ? shown.value.why : shown.refusal;
  };

  it('the patient, because it is theirs', () => {
    expect(why(of({ kind: 'self' }))).toEqual({
      rule: 'law/individual',
      cite: '45 CFR 164.524(a)(1)',
      confidence: 'high',
      inputs: [{ name: 'asks', value: 'the individual' }],
    });
  });

  it('a parent, with what was seen and by whom', () => {
    expect(why(of({ kind: 'parent', relationship: evidence }))).toEqual({
      rule: 'law/parent',
      cite: '45 CFR 164.502(g)(3)',
      confidence: 'high',
      inputs: [
        { name: 'relationship', value: 'parent link in the registration' },
        { name: 'seenBy', value: 'kim' },
        { name: 'today', value: '2026-11-23' },
      ],
    });
    expect(why(of({ kind: 'parent' }))).toEqual({
      code: 'authority-lacking',
      lacks: [{ name: 'the relationship', cite: '45 CFR 164.514(h)(1); 45 CFR 164.502(g)(3)' }],
      wouldDo: ['entry in the registration', 'birth certificate', 'custody order'],
      letter: 'L-VER',
    });
  });

  it('anybody, fifty years after the death, with the day of it', () => {
    const patient = { bornOn: calendarDate('1900-03-01'), diedOn: calendarDate('1970-01-02') };
    expect(why(of({ kind: 'family' }, { patient }))).toEqual({
      rule: 'law/not-protected',
      cite: '45 CFR 160.103; 164.502(f)',
      confidence: 'high',
      inputs: [
        { name: 'diedOn', value: '1970-01-02' },
        { name: 'today', value: '2026-11-23' },
      ],
    });
  });

  it('family not by that alone; after a death the papers of the estate would do', () => {
    const dead = { bornOn: calendarDate('1940-03-01'), diedOn: calendarDate('2026-01-02') };
    expect(why(of({ kind: 'family' }, { patient: dead }))).toEqual({
      code: 'no-right-of-access',
      cite: '45 CFR 164.502(g); 45 CFR 164.510(b)(5)',
      wouldDo: [
        'letters-testamentary',
        'letters-of-administration',
        'small-estate-affidavit',
        'other-estate-authority',
      ],
    });
  });

  it('a guardian of somebody who died as a minor is not tested by each exam', () => {
    const instrument = { kind: 'letters-of-administration', scope: [], evidence } as const;
    const patient = { bornOn: calendarDate('2012-04-12'), diedOn: calendarDate('2026-01-02') };
    const facts = of({ kind: 'personal-representative', instrument }, { patient });
    expect(isTestedByExam(facts)).toBe(false);
    expect(maySeeExam(facts, { consentBasis: 'minor_statutory', category: 'other' })).toEqual({ may: true });
  });
});

describe('authority', () => {
  it('of the patient needs no paper', () => {
    expect(authorityShown(of({ kind: 'self' }))).toMatchObject({
      ok: true,
      value: { why: { rule: 'law/individual' } },
    });
  });

  it('of a parent needs a relationship that somebody judged and that has not ended', () => {
    const lacking = {
      ok: false,
      refusal: { code: 'authority-lacking', lacks: [{ name: 'the relationship' }], letter: 'L-VER' },
    };
    expect(authorityShown(of({ kind: 'parent' }))).toMatchObject(lacking);
    expect(authorityShown(of({ kind: 'parent', relationship: { ...evidence, what: '' } }))).toMatchObject(lacking);
    expect(authorityShown(of({ kind: 'parent', relationship: { ...evidence, judgedBy: '' } }))).toMatchObject(lacking);
    const ended = { ...evidence, validUntil: addDays(today, -1) };
    expect(authorityShown(of({ kind: 'parent', relationship: ended }))).toMatchObject(lacking);
    expect(authorityShown(of({ kind: 'parent', relationship: { ...evidence, validUntil: today } })).ok).toBe(true);
    expect(authorityShown(of({ kind: 'parent', relationship: evidence })).ok).toBe(true);
  });

  it('of a parent ends when the patient comes of age, whatever the registration says', () => {
    const grown = of({ kind: 'parent', relationship: evidence }, { patient: { bornOn: calendarDate('2008-11-23') } });
    expect(authorityShown(grown)).toMatchObject({
      refusal: {
        code: 'no-right-of-access',
        cite: '45 CFR 164.502(g)(2), (3)',
        wouldDo: ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'],
      },
    });
    const dayBefore = { ...grown, today: addDays(today, -1) };
    expect(authorityShown(dayBefore).ok).toBe(true);
  });

  it('of a representative is that of the paper', () => {
    expect(authorityShown(of({ kind: 'personal-representative' }))).toMatchObject({
      refusal: { lacks: [{ name: 'the instrument' }] },
    });
  });

  it('of family is no right of access, and says which papers would make one', () => {
    expect(authorityShown(of({ kind: 'family' }))).toMatchObject({
      refusal: {
        code: 'no-right-of-access',
        wouldDo: ['health-care-power-of-attorney', 'guardianship', 'conservatorship', 'other'],
      },
    });
  });

  it('of a representative falls to a complete decision not to treat them as one, and to no half of it', () => {
    const notTreated = {
      decidedBy: { name: 'Dr. Osei', licensed: true },
      decidedOn: today,
      belief: 'endangerment',
      notInBestInterest: true,
      reason: 'threats on record',
    } as const;
    const parent: Authority = { kind: 'parent', relationship: evidence };
    expect(authorityShown(of(parent, { notTreated }))).toMatchObject({
      refusal: { code: 'not-treated-as-representative', why: { cite: '45 CFR 164.502(g)(5)' } },
    });
    expect(authorityShown(of(parent, { notTreated: { ...notTreated, reason: '' } })).ok).toBe(true);
    expect(authorityShown(of({ kind: 'self' }, { notTreated })).ok).toBe(true);
  });

  it('is asked of nobody once a death lies more than fifty years back', () => {
    const dead = (diedOn: string) =>
      authorityShown(of({ kind: 'family' }, { patient: { ...patient, diedOn: calendarDate(diedOn) } }));
    expect(dead('1976-11-22')).toMatchObject({ ok: true, value: { why: { rule: 'law/not-protected' } } });
    expect(dead('1976-11-23').ok).toBe(false);
  });

  it('tests whoever acts for a minor by each exam; until somebody said who consented, nothing is given', () => {
    const born = { patient: { bornOn: calendarDate('2012-04-12') } };
    const instrument = { kind: 'guardianship', scope: ['health-care'], evidence } as const;
    const parent: Authority = { kind: 'parent', relationship: evidence };
    for (const authority of [parent, { kind: 'personal-representative', instrument }] as const) {
      const see = (consentBasis?: 'parent' | 'minor_statutory') =>
        maySeeExam(of(authority, born), { consentBasis, category: 'other' });
      expect(see()).toMatchObject({ may: false, parent: { kind: 'consent-not-judged' } });
      expect(see('parent').may).toBe(true);
      expect(see('minor_statutory').may).toBe(false);
    }
    expect(maySeeExam(of({ kind: 'personal-representative', instrument }), { category: 'other' }).may).toBe(true);
  });

  it('shows a representative every exam, and somebody without standing none', () => {
    const exam = { consentBasis: 'minor_statutory', category: 'prenatal' } as const;
    expect(maySeeExam(of({ kind: 'self' }), exam)).toEqual({ may: true });
    expect(maySeeExam(of({ kind: 'family' }), exam)).toEqual({ may: false });
  });
});
