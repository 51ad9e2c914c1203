import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('the order in which keys were written makes no difference, at any depth', () => {
  const one = { b: 1, a: { d: [1, { y: 2, x: 1 }], c: 'é' } };
  const other = { a: { c: 'é', d: [1, { x: 1, y: 2 }] }, b: 1 };
  expect(canonicalJson(one)).toBe(canonicalJson(other));
  expect(canonicalJson(one)).toBe('{"a":{"c":"é","d":[1,{"x":1,"y":2}]},"b":1}');
});

test('what is undefined is left out of objects and null in lists, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
  expect(canonicalJson([undefined, 1])).toBe('[null,1]');
});

test('the order of a list makes a difference', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});
