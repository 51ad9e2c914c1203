import { describe, expect, it } from 'vitest';
import { type Answers, type ExamAnswer, noAnswers, noExam } from './answers.ts';
import {
  addressOfQuestion,
  afterQuestion,
  beforeQuestion,
  firstUnanswered,
  problemsOf,
  type Question,
  questionsFor,
} from './questions.ts';

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

  const lacking = (question: Question, part: Partial<Answers>) =>
    Object.keys(problemsOf(question, { ...answers, ...part }, exam, today));

  it('asks for an address only when something is mailed, and of a recipient for name and place', () => {
    expect(lacking('how', { deliveries: ['online'] })).toEqual([]);
    expect(lacking('how', { deliveries: ['usb'] })).toEqual(['street', 'town']);
    expect(lacking('recipient', { otherKinds: ['secure-link'] })).toEqual(['other-name', 'other-email']);
    expect(lacking('recipient', { otherName: 'B. Lee', otherKinds: ['cd'] })).toEqual(['other-street', 'other-town']);
    expect(lacking('recipient', { otherName: 'B. Lee', otherKinds: [] })).toEqual(['other-kinds']);
  });

  it('names each part of an authorization that is missing, and takes no last day that is over', () => {
    expect(lacking('authorization', {})).toEqual(['authorizes', 'statements']);
    const whole = { authorizes: 'All of 2019', statementsRead: true };
    expect(lacking('authorization', whole)).toEqual([]);
    expect(lacking('authorization', { ...whole, purpose: 'other', ends: 'day' })).toEqual(['purpose', 'ends-on']);
    const over = { ...answers, ...whole, ends: 'day', endsOn: { year: '2026', month: '11', day: '22' } } as const;
    expect(problemsOf('authorization', over, exam, today)).toEqual({ 'ends-on': 'past-day' });
  });
});

describe('the way through the questions', () => {
  const at = (question: Question, examIndex = 0, toSign = false) => ({ question, examIndex, toSign });

  it('asks only what the case needs', () => {
    const short = ['whose', 'email', 'who', 'which', 'when', 'what', 'to-whom', 'how', 'sign'];
    expect(questionsFor(answers)).toEqual(short);
    expect(questionsFor({ ...answers, whose: 'executor', toWhom: ['other'], otherKinds: ['prints'] })).toEqual([
      ...short.slice(0, -2),
      'recipient',
      'authorization',
      'papers',
      'sign',
    ]);
    expect(questionsFor({ ...answers, toWhom: ['me', 'other'] })).not.toContain('authorization');
  });

  it('leads an early visitor back to the first open question', () => {
    expect(firstUnanswered(noAnswers, today)).toEqual({ question: 'whose', exam: 0 });
    expect(firstUnanswered({ ...answers, exams: [exam, noExam] }, today)).toEqual({ question: 'which', exam: 1 });
    expect(firstUnanswered(answers, today).question).toBe('sign');
    expect(firstUnanswered({ ...answers, toWhom: ['me', 'other'] }, today).question).toBe('recipient');
    const parent: Answers = { ...answers, whose: 'parent', requesterName: 'Luz Rivera' };
    expect(firstUnanswered(parent, today).question).toBe('papers');
    expect(firstUnanswered({ ...parent, papersSeen: true }, today).question).toBe('sign');
  });

  it('asks for a new code when the address was changed after it was confirmed', () => {
    expect(firstUnanswered({ ...answers, email: 'other@example.org' }, today).question).toBe('email');
  });

  it('comes back to the signature after a change, for an exam once its three questions are done', () => {
    expect(addressOfQuestion('which', 1, true)).toBe('/ask/which/2?then=sign');
    expect(afterQuestion(answers, at('which', 1, true), today)).toBe('/ask/when/2?then=sign');
    expect(afterQuestion(answers, at('what', 1, true), today)).toBe('/ask/sign');
    expect(afterQuestion(answers, at('how', 0, true), today)).toBe('/ask/sign');
    expect(afterQuestion(answers, at('what', 1), today)).toBe('/ask/to-whom');
    expect(afterQuestion(answers, at('how'), today)).toBe('/ask/sign');
  });

  it('asks what a change has made necessary before it comes back to the signature', () => {
    const also: Answers = { ...answers, toWhom: ['me', 'other'] };
    expect(afterQuestion(also, at('to-whom', 0, true), today)).toBe('/ask/recipient?then=sign');
  });

  it('goes back the way it came', () => {
    const two = { ...answers, exams: [exam, exam] };
    expect(beforeQuestion(two, at('whose'))).toBe('/');
    expect(beforeQuestion(two, at('which', 1))).toBe('/ask/what');
    expect(beforeQuestion(two, at('to-whom'))).toBe('/ask/what/2');
    expect(beforeQuestion(two, at('when', 1))).toBe('/ask/which/2');
    expect(beforeQuestion(two, at('how', 0, true))).toBe('/ask/sign');
  });
});
