import { expect, it } from 'vitest';
import { packOn } from '../testing/facility-f.ts';
import { type ExamPartFacts, partByItself } from './exam-part.ts';

const pack = packOn('2027-03-08');
const whole: ExamPartFacts = {
  asked: ['pictures', 'report'],
  here: ['pictures', 'report'],
  held: [],
  given: [],
};
const part = (change: Partial<ExamPartFacts>) => partByItself({ ...whole, ...change }, pack)?.part;

it('lets the part go that is here and free, and says by which answer', () => {
  expect(part({ held: ['pictures'] })).toBe('report');
  expect(part({ held: ['report'] })).toBe('pictures');
  expect(part({ here: ['report'] })).toBe('report');
  expect(part({ here: ['pictures'] })).toBe('pictures');
  expect(partByItself({ ...whole, here: ['report'] }, pack)?.why).toMatchObject({ rule: 'OD-17' });
});

it('is nothing where all of it may go, none of it may, or that part was given', () => {
  expect(part({})).toBeUndefined();
  expect(part({ asked: ['pictures'], here: ['pictures'] })).toBeUndefined();
  expect(part({ here: [] })).toBeUndefined();
  expect(part({ held: ['pictures', 'report'] })).toBeUndefined();
  expect(part({ here: ['report'], held: ['report'] })).toBeUndefined();
  expect(part({ held: ['pictures'], given: ['report'] })).toBeUndefined();
  expect(part({ held: ['pictures'], given: ['pictures'] })).toBe('report');
});
