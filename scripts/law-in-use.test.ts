import { expect, test } from 'vitest';
import { lawInUse } from './law-in-use.ts';

test('what the server asks is in use, and what only tests ask is not', () => {
  const inUse = lawInUse();
  for (const name of ['dueDate', 'decideExtension', 'decideTouchless', 'quoteFees', 'ruleClocks'])
    expect([name, inUse.has(name)]).toEqual([name, true]);
  expect(inUse.has('explainWhy')).toBe(false);
});
