import { expect, test } from 'vitest';
import { spelledName } from './evidence-table.tsx';

test('a name of a header is read as people write it', () => {
  expect(spelledName('RIVERA^ANA^MARIA')).toBe('RIVERA, ANA MARIA');
  expect(spelledName('Okonkwo^Adaeze^^Dr.')).toBe('Okonkwo, Adaeze Dr.');
  expect(spelledName('PLA')).toBe('PLA');
  expect(spelledName('^')).toBeNull();
  expect(spelledName(null)).toBeNull();
});
