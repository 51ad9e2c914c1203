import { expect, it } from 'vitest';
import { packOn } from '../testing/facility-f.ts';
import { calendarDate } from './calendar.ts';
import { neutralSentenceOwed } from './neutral-sentence.ts';
import type { Pack } from './policy-pack.ts';

const bornOn = calendarDate('2011-03-02');
const pack = packOn('2027-06-07');
const [base] = pack.agesOfConsent;

function from(age: number): Pack {
  if (!base) throw new Error('no row');
  return { ...pack, agesOfConsent: [{ ...base, age }] };
}

it.each([
  ['2023-03-01', 18, null],
  ['2023-03-02', 18, { from: 12, below: 18 }],
  ['2029-03-01', 18, { from: 12, below: 18 }],
  ['2029-03-02', 18, null],
  ['2029-03-02', 19, { from: 12, below: 19 }],
  ['2030-03-02', 19, null],
  ['2028-06-01', 16, { from: 12, below: 18 }],
])('stands in a letter of %s where people decide from %i: %o', (sentOn, age, owed) => {
  expect(neutralSentenceOwed(bornOn, calendarDate(sentOn), from(age))).toEqual(owed);
});

it('stands for every minor where the facility chose that', () => {
  const every: Pack = { ...pack, answers: { ...pack.answers, 'OD-13': 'every-minor' } };
  expect(neutralSentenceOwed(bornOn, calendarDate('2012-01-01'), every)).toEqual({ from: 0, below: 18 });
  expect(neutralSentenceOwed(bornOn, calendarDate('2029-03-02'), every)).toBeNull();
  expect(neutralSentenceOwed(bornOn, calendarDate('2029-03-02'), { ...every, agesOfConsent: [] })).toBeNull();
});
