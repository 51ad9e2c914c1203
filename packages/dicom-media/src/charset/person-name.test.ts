import { expect, test } from 'vitest';
import { personName } from './person-name.ts';

test('a name comes apart into its groups and parts', () => {
  expect(personName('Yamada^Tarou=山田^太郎')).toEqual({
    alphabetic: { family: 'Yamada', given: 'Tarou', middle: '', prefix: '', suffix: '' },
    ideographic: { family: '山田', given: '太郎', middle: '', prefix: '', suffix: '' },
    phonetic: undefined,
  });
});

test('a group of separators alone is no name', () => {
  expect(personName('^^^^').alphabetic).toBeUndefined();
  expect(personName('').alphabetic).toBeUndefined();
});
