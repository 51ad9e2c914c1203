import { describe, expect, it } from 'vitest';
import { allowed } from '../testing/facility-f.ts';
import { calendarDate, calendarDateIn } from './calendar.ts';
import {
  type ConsentBasis,
  comesOfAgeOn,
  type MinorLaw,
  minorLawIn,
  type ParentStanding,
  parentMayHave,
  parentStanding,
  type StateOnParent,
} from './minors.ts';
import { policyPacks } from './packs/all-packs.ts';
import { packInForce } from './policy-pack.ts';
import { usSources } from './testing/packs.ts';

const today = calendarDate('2027-08-16');
const minor = { bornOn: calendarDate('2011-03-02') };
const silent: MinorLaw = {
  jurisdiction: 'test-state',
  ageOfHealthConsent: 18,
  onParent: {},
  cite: 'invented',
  confidence: 'medium',
  sources: usSources,
};
const exam = (consentBasis: ConsentBasis) => ({ consentBasis, category: 'prenatal' }) as const;
const decision = {
  decidedBy: { name: 'Dr. Osei', licensed: true },
  decidedOn: today,
  give: true,
  reason: 'the mother brought her and knows',
};

describe('the minors’ law of a pack', () => {
  it('has the state’s age where it is sure of one, and leaves exams of a minor’s own to a professional', () => {
    const federal = allowed(packInForce(policyPacks, 'us-federal', today));
    expect(minorLawIn(federal)).toMatchObject({ ageOfHealthConsent: 18, onParent: {} });
    const row = { ...federal.agesOfConsent[0], jurisdiction: 'us-xx', age: 19, conf: 'medium' } as const;
    const state = { ...federal, jurisdiction: 'us-federal+us-xx', agesOfConsent: [...federal.agesOfConsent, row] };
    expect(minorLawIn(state as typeof federal)).toMatchObject({ jurisdiction: 'us-xx', ageOfHealthConsent: 19 });
    expect(minorLawIn({ ...federal, agesOfConsent: [] }).ageOfHealthConsent).toBe(18);
  });
});

describe('a parent and an exam of a minor', () => {
  it.each<[ConsentBasis, ParentStanding['kind']]>([
    ['parent', 'personal-representative'],
    ['minor_statutory', 'professional-must-decide'],
    ['minor_court', 'professional-must-decide'],
    ['confidentiality_agreement', 'professional-must-decide'],
    ['emancipated', 'minor-is-the-individual'],
  ])('to which consented: %s → %s, where the state is silent', (basis, kind) => {
    expect(parentStanding(exam(basis), minor, silent, undefined, today).kind).toBe(kind);
  });

  it.each<[StateOnParent, ParentStanding['kind'], boolean, string]>([
    ['requires', 'given-by-law', true, '45 CFR 164.502(g)(3)(ii)(A)'],
    ['prohibits', 'prohibited', false, '45 CFR 164.502(g)(3)(ii)(B)'],
    ['permits', 'professional-must-decide', false, '45 CFR 164.502(g)(3)(ii)(A)'],
    ['silent', 'professional-must-decide', false, '45 CFR 164.502(g)(3)(ii)(C)'],
  ])('to which the minor consented, where the state %s', (state, kind, may, cite) => {
    const law = { ...silent, onParent: { prenatal: state } };
    const standing = parentStanding(exam('minor_statutory'), minor, law, undefined, today);
    expect([standing.kind, parentMayHave(standing), standing.why.cite]).toEqual([kind, may, cite]);
    expect(standing.why).toMatchObject({ rule: 'test-state/parent-of-minor', confidence: 'medium' });
  });

  it('is a prohibition that no judgement lifts, and a requirement that none takes away', () => {
    const of = (state: StateOnParent, give: boolean) =>
      parentStanding(
        exam('minor_court'),
        minor,
        { ...silent, onParent: { prenatal: state } },
        { ...decision, give },
        today,
      ).kind;
    expect(of('prohibits', true)).toBe('prohibited');
    expect(of('requires', false)).toBe('given-by-law');
  });

  it('goes by the recorded judgement of a named licensed professional where the state is silent', () => {
    const judged = (change: object) =>
      parentStanding(exam('minor_statutory'), minor, silent, { ...decision, ...change }, today);
    expect(judged({})).toMatchObject({ kind: 'given-by-judgement' });
    expect(judged({}).why.inputs.slice(-2)).toEqual([
      { name: 'decidedBy', value: 'Dr. Osei' },
      { name: 'decidedOn', value: '2027-08-16' },
    ]);
    expect(judged({ give: false })).toMatchObject({ kind: 'withheld-by-judgement' });
    const nobody = {
      kind: 'professional-must-decide',
      lacks: [{ name: 'the judgement of a named licensed professional' }],
    };
    expect(judged({ decidedBy: { name: 'kim', licensed: false } })).toMatchObject(nobody);
    expect(judged({ decidedBy: { name: '', licensed: true } })).toMatchObject(nobody);
    expect(judged({ reason: '' })).toMatchObject({ kind: 'professional-must-decide', lacks: [{ name: 'the reason' }] });
  });

  it('gives the parent what the minor herself wants the parent to have', () => {
    const wanted = { ...exam('minor_statutory'), minorWantsParent: true };
    expect(parentStanding(wanted, minor, silent, undefined, today).kind).toBe('personal-representative');
    const court = { ...exam('minor_court'), minorWantsParent: true };
    expect(parentStanding(court, minor, silent, undefined, today).kind).toBe('professional-must-decide');
  });

  it('knows no age below the one at which the state lets people decide', () => {
    for (let age = 0; age < 18; age += 1) {
      const bornOn = calendarDate(`${2027 - age}-08-16`);
      expect(parentStanding(exam('parent'), { bornOn }, silent, undefined, today).kind).toBe('personal-representative');
    }
  });

  it('ends for all exams on the day of emancipation', () => {
    const on = (emancipatedOn: string) =>
      parentStanding(
        exam('parent'),
        { ...minor, emancipatedOn: calendarDate(emancipatedOn) },
        silent,
        undefined,
        today,
      );
    expect(on('2027-08-16').kind).toBe('minor-is-the-individual');
    expect(on('2027-08-17').kind).toBe('personal-representative');
  });
});

describe('coming of age', () => {
  it.each([
    ['2009-05-02', 18, '2027-05-02'],
    ['2009-05-02', 16, '2025-05-02'],
    ['2008-02-29', 18, '2026-03-01'],
    ['2008-02-29', 20, '2028-02-29'],
  ])('born %s, at %i: %s', (bornOn, age, day) => {
    expect(comesOfAgeOn(calendarDate(bornOn), age)).toBe(day);
  });

  it.each([
    ['2029-03-01T23:59:59-05:00', 'personal-representative'],
    ['2029-03-02T00:00:00-05:00', 'minor-is-the-individual'],
  ])('happens at local midnight: %s → %s', (instant, kind) => {
    const day = calendarDateIn('America/New_York', instant);
    expect(parentStanding(exam('parent'), minor, silent, undefined, day).kind).toBe(kind);
  });

  it('follows the state: nineteen leaves an eighteen-year-old’s mother her standing', () => {
    const day = calendarDate('2029-03-02');
    const nineteen = { ...silent, ageOfHealthConsent: 19 };
    expect(parentStanding(exam('parent'), minor, nineteen, undefined, day).kind).toBe('personal-representative');
  });
});
