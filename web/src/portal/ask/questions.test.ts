import { describe, expect, it } from 'vitest';
import { type Answers, type ExamAnswer, noAnswers, noExam } from './answers.ts';
import { addressOfQuestion, afterQuestion, beforeQuestion, firstUnanswered, problemsOf } from './questions.ts';

const today = '2026-11-23';
const exam: ExamAnswer = { ...noExam, examType: 'pregnancy', when: 'all' };
const answers: Answers = {
  ...noAnswers,
  whose: 'self',
  givenName: 'Ana',
  familyName: 'Rivera',
  birth: { year: '1993', month: '4', day: '12' },
  exams: [exam],
  email: 'ana@example.org',
  codeId: 'c',
  confirmedEmail: 'ana@example.org',
};

describe('a question', () => {
  it('names every field that still needs something', () => {
    expect(Object.keys(problemsOf('who', { ...noAnswers, whose: 'parent' }, noExam, today))).toEqual([
      'given-name',
      'family-name',
      'birth',
      'requester-name',
    ]);
    expect(problemsOf('who', answers, exam, today)).toEqual({});
  });

  it('does not take a birth date or an exam that is still to come', () => {
    const tomorrow = { year: '2026', month: '11', day: '24' };
    expect(problemsOf('who', { ...answers, birth: tomorrow }, exam, today)).toEqual({ birth: 'future-day' });
    expect(problemsOf('when', answers, { ...exam, when: 'day', day: tomorrow }, today)).toEqual({ day: 'future-day' });
  });

  it('takes a year alone, words alone, or "all of them"', () => {
    const from = { year: '2019', month: '', day: '' };
    expect(problemsOf('when', answers, { ...exam, when: 'month', from }, today)).toEqual({});
    expect(problemsOf('when', answers, { ...exam, when: 'words', dateWords: 'spring' }, today)).toEqual({});
    expect(problemsOf('when', answers, { ...exam, when: 'all' }, today)).toEqual({});
  });

  it('sees two dates the wrong way round', () => {
    const [from, to] = [
      { year: '2020', month: '5', day: '' },
      { year: '2020', month: '4', day: '' },
    ];
    expect(problemsOf('when', answers, { ...exam, when: 'range', from, to }, today)).toEqual({ to: 'range-backwards' });
  });

  it('asks for an address only when something is mailed, and for a recipient only for a link', () => {
    expect(problemsOf('how', { ...answers, deliveries: ['online'] }, exam, today)).toEqual({});
    expect(Object.keys(problemsOf('how', { ...answers, deliveries: ['usb'] }, exam, today))).toEqual([
      'street',
      'town',
    ]);
    expect(Object.keys(problemsOf('how', { ...answers, deliveries: ['secure-link'] }, exam, today))).toEqual([
      'link-name',
      'link-email',
    ]);
  });
});

describe('the way through the questions', () => {
  it('leads an early visitor back to the first open question', () => {
    expect(firstUnanswered(noAnswers, today)).toEqual({ question: 'whose', exam: 0 });
    expect(firstUnanswered({ ...answers, exams: [exam, noExam] }, today)).toEqual({ question: 'which', exam: 1 });
    expect(firstUnanswered(answers, today).question).toBe('sign');
  });

  it('asks for a new code when the address was changed after it was confirmed', () => {
    expect(firstUnanswered({ ...answers, email: 'other@example.org' }, today).question).toBe('email');
  });

  it('comes back to the signature after a change, for an exam once its three questions are done', () => {
    expect(addressOfQuestion('which', 1, true)).toBe('/ask/which/2?then=sign');
    expect(afterQuestion('which', 1, true)).toBe('/ask/when/2?then=sign');
    expect(afterQuestion('what', 1, true)).toBe('/ask/sign');
    expect(afterQuestion('how', 0, true)).toBe('/ask/sign');
    expect(afterQuestion('how', 0, false)).toBe('/ask/email');
  });

  it('goes back the way it came', () => {
    expect(beforeQuestion('whose', 0, false, 0)).toBe('/');
    expect(beforeQuestion('which', 1, false, 1)).toBe('/ask/what');
    expect(beforeQuestion('how', 0, false, 1)).toBe('/ask/what/2');
    expect(beforeQuestion('when', 1, false, 1)).toBe('/ask/which/2');
  });
});
