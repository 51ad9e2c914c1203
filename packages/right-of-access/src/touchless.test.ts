import { describe, expect, it } from 'vitest';
import { usSources } from './testing/packs.ts';
import { decideTouchless, type TouchlessFacts, type TouchlessReason, touchlessReasons } from './touchless.ts';
import { chooseTouchless, type TouchlessCandidate } from './touchless-choice.ts';

const exam = { studies: 1, nearMiss: false, certainPictures: false, reportAsked: true, reportHeld: true };

const plain: TouchlessFacts = {
  switchedOn: true,
  identityBy: 'code-to-held-contact',
  askedBy: 'patient',
  authorityShown: true,
  patientIsMinor: false,
  patientFitsRequest: true,
  goesTo: 'patient',
  feeCents: 0,
  exams: [exam],
  openExams: 0,
  onePatientInAllHeaders: true,
  missing: 0,
  quarantined: 0,
  openHolds: 0,
  questionAsked: false,
  denialTouches: false,
  sensitiveCategory: false,
  reportMayBeHeld: false,
  doubtfulFiles: 0,
  foreignPictures: 0,
  unreadable: 0,
  givenBefore: false,
};

const faults: Record<TouchlessReason, Partial<TouchlessFacts>> = {
  'switched-off': { switchedOn: false },
  'identity-not-by-code': { identityBy: 'another-way' },
  'asked-by-somebody-else': { askedBy: 'somebody-else' },
  'patient-is-minor': { patientIsMinor: true },
  'patient-differs': { patientFitsRequest: false },
  'for-somebody-else': { goesTo: 'somebody-else' },
  'fee-open': { feeCents: 650 },
  'exam-open': { openExams: 1 },
  'certain-pictures': { exams: [{ ...exam, certainPictures: true }] },
  'not-one-study': { exams: [{ ...exam, studies: 2 }] },
  'near-miss': { exams: [{ ...exam, nearMiss: true }] },
  'mixed-patients': { onePatientInAllHeaders: false },
  incomplete: { missing: 1 },
  quarantined: { quarantined: 1 },
  'report-not-held': { exams: [{ ...exam, reportHeld: false }] },
  'report-may-be-held': { reportMayBeHeld: true },
  'on-hold': { openHolds: 1 },
  'question-asked': { questionAsked: true },
  'denial-touches': { denialTouches: true },
  'sensitive-category': { sensitiveCategory: true },
  'doubtful-file': { doubtfulFiles: 1 },
  'foreign-picture': { foreignPictures: 1 },
  unreadable: { unreadable: 1 },
  'given-before': { givenBefore: true },
};

const reasonsFor = (facts: TouchlessFacts) => {
  const decided = decideTouchless(facts, usSources);
  return decided.ok ? [] : decided.refusal.reasons.map(({ reason }) => reason);
};

describe('whether the program may give by itself', () => {
  it('it may when nothing asks for a person', () => {
    const decided = decideTouchless(plain, usSources);
    expect(decided).toMatchObject({ ok: true, value: { why: { rule: 'house/touchless' } } });
  });

  it.each(touchlessReasons)('%s alone asks for a person, and is the only reason told', (reason) => {
    expect(reasonsFor({ ...plain, ...faults[reason] })).toEqual([reason]);
  });

  it('tells every reason at once, each with where it is written', () => {
    const decided = decideTouchless({ ...plain, switchedOn: false, missing: 2, openHolds: 1 }, usSources);
    expect(decided.ok || decided.refusal.reasons).toEqual([
      { reason: 'switched-off', cite: expect.stringContaining('privacy officer') },
      { reason: 'incomplete', cite: expect.stringContaining('164.524(c)(1)') },
      { reason: 'on-hold', cite: '45 CFR part 171, subparts B to D' },
    ]);
  });

  it('a proof that is nobody’s and a standing that is not shown are no proof', () => {
    expect(reasonsFor({ ...plain, identityBy: 'nobody' })).toEqual(['identity-not-by-code']);
    expect(reasonsFor({ ...plain, authorityShown: false })).toEqual(['asked-by-somebody-else']);
  });

  it('no exam at all is none that may be given; a report that nobody asked for is not missed', () => {
    expect(reasonsFor({ ...plain, exams: [] })).toEqual(['exam-open']);
    expect(reasonsFor({ ...plain, exams: [{ ...exam, reportAsked: false, reportHeld: false }] })).toEqual([]);
  });
});

describe('which study is chosen without a look', () => {
  const one: TouchlessCandidate = { id: 'a', who: 'exact', day: 'inside', isUltrasound: true, kind: 'fits' };
  const search = (candidates: TouchlessCandidate[], more = {}) =>
    chooseTouchless({ candidates, silentSources: 0, dayInWords: false, otherWords: false, ...more });
  const reasons = (...args: Parameters<typeof search>) => {
    const chosen = search(...args);
    return chosen.ok ? [] : chosen.refusal.reasons;
  };

  it('the single one of this person, these days and this kind', () => {
    expect(search([one])).toEqual({ ok: true, value: { id: 'a' } });
    expect(search([{ ...one, day: 'not-asked' }])).toMatchObject({ ok: true });
  });

  it('others are no rivals: another person, another day, another kind, no ultrasound', () => {
    const others: TouchlessCandidate[] = [
      { ...one, id: 'b', who: 'other' },
      { ...one, id: 'c', day: 'outside' },
      { ...one, id: 'd', kind: 'another' },
      { ...one, id: 'e', isUltrasound: false },
      { ...one, id: 'f', who: 'near', kind: 'another' },
    ];
    expect(search([one, ...others])).toEqual({ ok: true, value: { id: 'a' } });
  });

  it('two that fit, a near miss, and one whose kind or day is not told ask for a person', () => {
    expect(reasons([one, { ...one, id: 'b' }])).toEqual(['several-found']);
    expect(reasons([one, { ...one, id: 'b', who: 'near' }])).toEqual(['near-miss-found']);
    expect(reasons([one, { ...one, id: 'b', kind: 'unsure' }])).toEqual(['kind-unsure']);
    expect(reasons([{ ...one, day: 'not-known' }])).toEqual(['kind-unsure']);
    expect(reasons([])).toEqual(['nothing-found']);
    expect(reasons([{ ...one, kind: 'another' }])).toEqual(['nothing-found']);
  });

  it('a source that is silent may hold another one, and a day in words may mean another one', () => {
    expect(reasons([one], { silentSources: 1 })).toEqual(['source-silent']);
    expect(reasons([one], { dayInWords: true })).toEqual(['day-in-words']);
    expect(reasons([one], { otherWords: true })).toEqual(['words-to-read']);
  });
});
