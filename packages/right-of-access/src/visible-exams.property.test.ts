import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AuthorityCase } from './authority.ts';
import { calendarDate } from './calendar.ts';
import { usSources } from './testing/packs.ts';
import { type KnownExam, visibleExams } from './visible-exams.ts';

const cases = { numRuns: 10_000 };
const today = calendarDate('2027-08-16');
const facts: AuthorityCase = {
  authority: { kind: 'parent', relationship: { what: 'registration', judgedBy: 'kim', judgedOn: today } },
  patient: { bornOn: calendarDate('2011-03-02') },
  law: {
    jurisdiction: 'test-state',
    ageOfHealthConsent: 18,
    onParent: { sti: 'prohibits' },
    cite: '',
    confidence: 'high',
    sources: usSources,
  },
  today,
};
const anyExam: fc.Arbitrary<KnownExam> = fc.record({
  examItemId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  consentBasis: fc.constantFrom('parent', 'minor_statutory', 'minor_court', 'confidentiality_agreement', 'emancipated'),
  category: fc.constantFrom('prenatal', 'sti', 'mental-health', 'other'),
});

it('a parent’s list is the same whether or not exams exist that the parent may not know of', () => {
  fc.assert(
    fc.property(fc.array(anyExam, { maxLength: 8 }), (exams) => {
      const seen = visibleExams(exams, facts);
      expect(visibleExams(seen, facts)).toEqual(seen);
      expect(seen).toEqual(exams.filter((exam) => exam.consentBasis === 'parent'));
    }),
    cases,
  );
});

it('the patient’s own list holds every exam', () => {
  fc.assert(
    fc.property(fc.array(anyExam, { maxLength: 8 }), (exams) => {
      expect(visibleExams(exams, { ...facts, authority: { kind: 'self' } })).toEqual(exams);
    }),
    cases,
  );
});
