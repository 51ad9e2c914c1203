import { expect, test } from 'vitest';
import { matchesAny, rangeStillHolds, readRange } from './byte-range.ts';

test('the three forms of one range, cut to what there is', () => {
  expect(readRange('bytes=0-99', 1000)).toEqual({ kind: 'part', start: 0, end: 100 });
  expect(readRange('bytes=900-', 1000)).toEqual({ kind: 'part', start: 900, end: 1000 });
  expect(readRange('bytes=-100', 1000)).toEqual({ kind: 'part', start: 900, end: 1000 });
  expect(readRange('bytes=990-5000', 1000)).toEqual({ kind: 'part', start: 990, end: 1000 });
  expect(readRange('bytes=-5000', 1000)).toEqual({ kind: 'part', start: 0, end: 1000 });
});

test('a range beyond the end is told so', () => {
  expect(readRange('bytes=1000-', 1000)).toEqual({ kind: 'unsatisfiable' });
  expect(readRange('bytes=-0', 1000)).toEqual({ kind: 'unsatisfiable' });
  expect(readRange('bytes=0-', 0)).toEqual({ kind: 'unsatisfiable' });
});

test('what is not one range of bytes gets the whole file', () => {
  for (const header of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b']) {
    expect(readRange(header, 1000)).toEqual({ kind: 'whole' });
  }
});

test('tags compare weakly for If-None-Match and strongly for If-Range', () => {
  expect(matchesAny('"x", W/"y"', '"y"')).toBe(true);
  expect(matchesAny('*', '"y"')).toBe(true);
  expect(matchesAny('"x"', '"y"')).toBe(false);
  expect(rangeStillHolds(undefined, '"y"')).toBe(true);
  expect(rangeStillHolds('"y"', '"y"')).toBe(true);
  expect(rangeStillHolds('W/"y"', '"y"')).toBe(false);
  expect(rangeStillHolds('Wed, 21 Oct 2026 07:28:00 GMT', '"y"')).toBe(false);
});
