import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { type AuthorityCase, authorityShown } from '../authority.ts';
import { calendarDate, calendarDateIn } from '../calendar.ts';
import { evidenceNeeded } from '../evidence-needed.ts';
import { decideParentSwitch, type MinorLaw } from '../minors.ts';
import { neutralSentenceOwed } from '../neutral-sentence.ts';
import { examsToJudge, type KnownExam, visibleExams } from '../visible-exams.ts';

const law: MinorLaw = {
  jurisdiction: 'state-of-f',
  ageOfHealthConsent: 18,
  onParent: { prenatal: 'silent' },
  cite: 'invented for the scenario',
  confidence: 'medium',
};

function parentCase(bornOn: string, today: string): AuthorityCase {
  const relationship = { what: 'parent link in the registration', judgedBy: 'kim', judgedOn: calendarDate(today) };
  return {
    authority: { kind: 'parent', relationship },
    patient: { bornOn: calendarDate(bornOn) },
    law,
    today: calendarDate(today),
  };
}

// Diabetes, Endocrinology & Lipidology Center, 2021; OCR's letter of 2025-12-03 on parents.
describe('S13 parent of a minor, and an age switch', () => {
  const mother = parentCase('2013-01-20', '2027-06-07');
  const exams: KnownExam[] = [
    { examItemId: 'knee', consentBasis: 'parent', category: 'other' },
    { examItemId: 'kidney', consentBasis: 'parent', category: 'other' },
  ];

  it('“block parents from age 12” is refused as laxer than the law', () => {
    expect(refusalOf(decideParentSwitch({ blockParentsFromAge: 12 }))).toMatchObject({
      code: 'laxer-than-law',
      cite: expect.stringContaining('164.502(g)'),
    });
  });

  it('she is representative for both exams; due 2027-07-07', () => {
    expect(allowed(authorityShown(mother)).why.cite).toBe('45 CFR 164.502(g)(3)');
    expect(visibleExams(exams, mother)).toEqual(exams);
    expect(due('2027-06-07')).toBe('2027-07-07');
  });

  it('is asked for her identity alone: the registration names her', () => {
    const asked = evidenceNeeded({
      asker: 'parent',
      patientIs: 'minor',
      goesTo: 'asker',
      copy: 'electronic',
      relationshipOnFile: true,
    });
    expect(asked.map(({ evidence }) => evidence)).toEqual(['identity']);
  });

  it('gets the neutral sentence of every letter about a patient of 12 to 17', () => {
    expect(neutralSentenceOwed(mother.patient.bornOn, mother.today, packOn('2027-06-07'))).toBe(true);
  });
});

describe('S14 minor who consented to her own prenatal scan', () => {
  const bornOn = '2011-05-10';
  const father = parentCase(bornOn, '2027-08-16');
  const appendix: KnownExam = { examItemId: 'appendix 2027-05-02', consentBasis: 'parent', category: 'other' };
  const obstetric: KnownExam = {
    examItemId: 'obstetric 2027-07-20',
    consentBasis: 'minor_statutory',
    category: 'prenatal',
  };

  it('the father’s list holds the appendix study and nothing that hints at another; due 2027-09-15', () => {
    expect(visibleExams([appendix, obstetric], father)).toEqual([appendix]);
    expect(JSON.stringify(visibleExams([appendix, obstetric], father))).not.toMatch(/obstetric|prenatal|07-20/);
    expect(due('2027-08-16')).toBe('2027-09-15');
  });

  it('a licensed professional is asked, at the desk, and the decision is recorded', () => {
    expect(examsToJudge([appendix, obstetric], father)).toMatchObject([
      { exam: obstetric, standing: { kind: 'professional-must-decide', why: { cite: '45 CFR 164.502(g)(3)(ii)(C)' } } },
    ]);
    const decision = {
      decidedBy: { name: 'Dr. Osei', licensed: true },
      decidedOn: father.today,
      give: false,
      reason: 'her wish',
    };
    const decided = { ...obstetric, decision };
    expect(examsToJudge([appendix, decided], father)).toEqual([]);
    expect(visibleExams([appendix, decided], father)).toEqual([appendix]);
    const given = { ...obstetric, decision: { ...decision, give: true } };
    expect(visibleExams([appendix, given], father)).toEqual([appendix, given]);
  });

  it('carries the same neutral sentence as S13', () => {
    expect(neutralSentenceOwed(father.patient.bornOn, father.today, packOn('2027-08-16'))).toBe(true);
  });

  it('the girl’s own request is for both', () => {
    expect(visibleExams([appendix, obstetric], { ...father, authority: { kind: 'self' } })).toHaveLength(2);
  });

  it('on her 18th birthday at 00:00 the father’s standing for both ends', () => {
    const at = (instant: string) =>
      visibleExams([appendix, obstetric], { ...father, today: calendarDateIn('America/New_York', instant) });
    expect(at('2029-05-09T23:59:59-04:00')).toEqual([appendix]);
    expect(at('2029-05-10T00:00:00-04:00')).toEqual([]);
  });
});
