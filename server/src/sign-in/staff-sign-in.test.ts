import { expect, test } from 'vitest';
import { waitAfter } from './staff-sign-in.ts';

test('four failures are free, then the wait doubles up to a quarter of an hour', () => {
  expect([1, 4, 5, 6, 7, 10].map(waitAfter)).toEqual([0, 0, 5, 10, 20, 160]);
  expect(waitAfter(1000)).toBe(900);
});
