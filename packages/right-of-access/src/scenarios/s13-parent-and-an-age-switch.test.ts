import { describe, expect, it } from 'vitest';
import { parentCase } from '../../testing/authority-of-f.ts';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { authorityShown } from '../authority.ts';
import { evidenceNeeded } from '../evidence-needed.ts';
import { neutralSentenceOwed } from '../neutral-sentence.ts';
import { applyOverlay } from '../overlay.ts';
import { usSources } from '../testing/packs.ts';
import { type KnownExam, visibleExams } from '../visible-exams.ts';

// Diabetes, Endocrinology & Lipidology Center, 2021; OCR’s letter of 2025-12-03 on parents.
describe('S13 parent of a minor, and an age switch', () => {
  const mother = parentCase('2013-01-20', '2027-06-07');
  const exams: KnownExam[] = [
    { examItemId: 'knee', consentBasis: 'parent', category: 'other' },
    { examItemId: 'kidney', consentBasis: 'parent', category: 'other' },
  ];

  it('“block parents from age 12” is refused as laxer than the law', () => {
    const blocked = applyOverlay(packOn('2027-06-07'), { practices: ['block-parents-by-age'] }, mother.today);
    expect(refusalOf(blocked)).toMatchObject({
      code: 'laxer-than-law',
      broken: [
        {
          cite: expect.stringContaining('164.502(g)'),
          sentence: 'A parent is judged exam by exam, never by an age.',
        },
      ],
    });
  });

  it('she is representative for both exams; due 2027-07-07', () => {
    expect(allowed(authorityShown(mother)).why.cite).toBe('45 CFR 164.502(g)(3)');
    expect(visibleExams(exams, mother)).toEqual(exams);
    expect(due('2027-06-07')).toBe('2027-07-07');
  });

  it('is asked for her identity alone: the registration names her', () => {
    const asked = evidenceNeeded(
      {
        asker: 'parent',
        patientIs: 'minor',
        goesTo: 'asker',
        copy: 'electronic',
        relationshipOnFile: true,
      },
      usSources,
    );
    expect(asked.map(({ evidence }) => evidence)).toEqual(['identity']);
  });

  it('gets the neutral sentence of every letter about a patient of 12 to 17', () => {
    expect(neutralSentenceOwed(mother.patient.bornOn, mother.today, packOn('2027-06-07'))).toEqual({
      from: 12,
      below: 18,
    });
  });

  it('the letter says it in so many words, and nothing about consent or a notary', () => {
    const letter = letterWords('L-DONE', {
      ...aboutIt('2027-06-07', { patient: { name: 'Leo Rivera', bornOn: mother.patient.bornOn } }),
      exams: [u1.given({ label: 'Knee ultrasound' }), u1.given({ label: 'Kidney ultrasound' })],
      ways: [{ kind: 'online' }],
    });
    expect(letter).toContain(
      'Patients aged 12 to 17\nFor patients aged 12 to 17, the law lets a young person decide about some kinds of exams.',
    );
    expect(letter).not.toMatch(/notary|his consent/i);
  });
});
