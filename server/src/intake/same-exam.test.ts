import { describe, expect, it } from 'vitest';
import { type ExamAsked, examLikeness } from './same-exam.ts';

const exam: ExamAsked = {
  id: '1',
  exam_type: 'pregnancy',
  body_part: null,
  on_or_after: null,
  on_or_before: null,
  date_words: 'This spring',
};
const inApril = { ...exam, date_words: null, on_or_after: '2026-04-01', on_or_before: '2026-04-30' };

describe('two exams as people remember them', () => {
  it('are the same in the same words or days', () => {
    expect(examLikeness(exam, { ...exam, date_words: 'this SPRING' })).toBe('same');
    expect(examLikeness(inApril, { ...inApril })).toBe('same');
  });

  it('are near where nothing says that they differ', () => {
    expect(examLikeness(exam, inApril)).toBe('near');
    expect(examLikeness(exam, { ...exam, exam_type: 'not-sure' })).toBe('near');
  });

  it('differ by kind, by place in the body, and by days that do not meet', () => {
    expect(examLikeness(exam, { ...exam, exam_type: 'breast' })).toBe('differs');
    expect(examLikeness({ ...exam, body_part: 'left' }, { ...exam, body_part: 'right' })).toBe('differs');
    const inMay = { ...inApril, on_or_after: '2026-05-01', on_or_before: '2026-05-31' };
    expect(examLikeness(inApril, inMay)).toBe('differs');
    expect(examLikeness(inMay, inApril)).toBe('differs');
  });
});
