import { expect, it } from 'vitest';
import { linesOf } from './message-lines.ts';

it('finds codes and addresses in a message, and leaves the rest as it is', () => {
  const { lines, codes } = linesOf('Your code is 123456.\n\nGo on: https://example.org/sign-in.\nCall 555-010-0100.');
  expect(codes).toEqual(['123456']);
  expect(lines).toHaveLength(3);
  expect(lines[1]?.parts.map(({ text, href }) => [text, href])).toEqual([
    ['Go on: ', undefined],
    ['https://example.org/sign-in', 'https://example.org/sign-in'],
    ['.', undefined],
  ]);
});

it('makes no link of anything but http', () => {
  expect(linesOf('javascript:alert(1) data:text/html,x').lines[0]?.parts.every(({ href }) => !href)).toBe(true);
});
