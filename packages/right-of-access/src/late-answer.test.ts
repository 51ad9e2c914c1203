import { expect, test } from 'vitest';
import { calendarDate } from './calendar.ts';
import { lateAnswerOn } from './late-answer.ts';

/** Labor Day of 2026. */
const holidays = new Set([calendarDate('2026-09-07')]);
const thursday = calendarDate('2026-09-03');

test.each([
  [['check'], '2026-09-04'],
  [['fetch', 'check'], '2026-09-08'],
  [['check', 'post'], '2026-09-08'],
  [['search', 'fetch', 'check'], '2026-09-10'],
  [['identity', 'search', 'fetch', 'check'], '2026-09-14'],
  [['check', 'check'], '2026-09-04'],
  [[], '2026-09-04'],
] as const)('with %j left, the answer is promised for %s', (left, on) => {
  expect(lateAnswerOn(left, thursday, holidays)).toMatchObject({ on, why: { rule: 'house/late-answer' } });
});
