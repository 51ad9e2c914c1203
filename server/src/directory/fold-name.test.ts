import { expect, test } from 'vitest';
import { foldName } from './fold-name.ts';

test('accents, case, hyphens and spaces make no difference', () => {
  expect(foldName('  María-José  NÚÑEZ ')).toBe(foldName('maria jose nunez'));
  expect(foldName("O'Neill")).toBe(foldName('O’NEILL'));
});

test('another letter does', () => {
  expect(foldName('Ana Rivera')).not.toBe(foldName('Anna Rivera'));
  expect(foldName('李 梅')).not.toBe(foldName('李 美'));
});
