import { expect, test } from 'vitest';
import { sameText } from './verdict-mark.ts';

test('accents, case and doubled spaces make no difference', () => {
  expect(sameText('Zoë  NÚÑEZ', 'zoe nunez')).toBe('same');
});

test('another letter differs, and what nobody said is not known', () => {
  expect(sameText('Ana', 'Anna')).toBe('differs');
  expect(sameText(null, 'Ana')).toBe('unknown');
  expect(sameText('Ana', ' ')).toBe('unknown');
});
