import { expect, test } from 'vitest';
import { sameAsBefore } from './same-as-before.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('what was made serves again only for the same bytes of the same tag', () => {
  let made = 0;
  const read = sameAsBefore((from, start, end) => {
    made += 1;
    return String.fromCharCode(...from.subarray(start, end));
  });
  const of = (tag: number, text: string) => read(tag, bytes(`..${text}..`), 2, 2 + text.length);
  expect([of(1, '1.2.3'), of(1, '1.2.3'), made]).toEqual(['1.2.3', '1.2.3', 1]);
  expect([of(2, '1.2.3'), made]).toEqual(['1.2.3', 2]);
  // A shorter, a longer and another value of the same length are others, and so is the first one after them.
  expect(['1.2', '1.2.3.4', '1.2.9', '1.2.3'].map((text) => of(1, text))).toEqual(['1.2', '1.2.3.4', '1.2.9', '1.2.3']);
  expect(made).toBe(6);
});

test('a value that is long, and a tag after many others, are made anew', () => {
  const read = sameAsBefore((from, start, end) => String.fromCharCode(...from.subarray(start, end)));
  const long = bytes('x'.repeat(129));
  expect(read(1, long, 0, 129)).toBe('x'.repeat(129));
  for (let tag = 0; tag < 300; tag++) expect(read(tag, bytes(`${tag}`), 0, `${tag}`.length)).toBe(`${tag}`);
  for (let tag = 0; tag < 300; tag++) expect(read(tag, bytes(`${tag}`), 0, `${tag}`.length)).toBe(`${tag}`);
});
