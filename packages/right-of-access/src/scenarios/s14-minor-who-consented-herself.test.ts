import { describe, expect, it } from 'vitest';
import { parentCase } from '../../testing/authority-of-f.ts';
import { due, packOn } from '../../testing/facility-f.ts';
import { aboutIt, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { calendarDateIn } from '../calendar.ts';
import { neutralSentenceOwed } from '../neutral-sentence.ts';
import { examsNotTheirs, examsToJudge, type KnownExam, visibleExams } from '../visible-exams.ts';

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
    expect(examsNotTheirs([appendix, decided], father)).toMatchObject([
      { exam: decided, standing: { kind: 'withheld-by-judgement' } },
    ]);
    expect(examsNotTheirs([appendix, obstetric], father)).toEqual([]);
    const unjudged: KnownExam = { examItemId: 'knee', category: 'other' };
    expect(examsToJudge([unjudged], father)).toMatchObject([{ standing: { kind: 'consent-not-judged' } }]);
    expect(visibleExams([unjudged], father)).toEqual([]);
    const given = { ...obstetric, decision: { ...decision, give: true } };
    expect(visibleExams([appendix, given], father)).toEqual([appendix, given]);
  });

  it('carries the same neutral sentence as S13', () => {
    expect(neutralSentenceOwed(father.patient.bornOn, father.today, packOn('2027-08-16'))).toEqual({
      from: 12,
      below: 18,
    });
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

  it('the father’s letter about the appendix study is the one he would get if nothing else existed', () => {
    const patient = { name: 'Mia Rivera', bornOn: father.patient.bornOn };
    const letterOn = (exams: readonly KnownExam[]) =>
      letterWords('L-DONE', {
        ...aboutIt('2027-09-01', { patient }),
        exams: visibleExams(exams, father).map(() => u1.given({ label: 'Appendix ultrasound' })),
        ways: [{ kind: 'online' }],
      });
    expect(letterOn([appendix, obstetric])).toBe(letterOn([appendix]));
    expect(letterOn([appendix, obstetric])).toContain('12 to 17');
    expect(letterOn([appendix, obstetric])).not.toMatch(/pregnan|obstetric|withheld|July/i);
  });
});
