import { expect, test } from 'vitest';
import { maskContact } from './mask-contact.ts';

test('an e-mail keeps its first letter and where it is', () => {
  expect(maskContact('email', 'ana.rivera@example.org')).toBe('a•••@example.org');
});

test('a mobile keeps its last four digits, however it is written', () => {
  expect(maskContact('mobile', '+1 (555) 555-0162')).toBe('••• 0162');
});
