import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { planted, plantedFaults } from './planted-faults-list.ts';

const source = path.resolve(import.meta.dirname, '../packages/right-of-access/src');
const read = (file: string) => readFileSync(path.join(source, file), 'utf8');

test('the seven faults that the law’s tests must see are all planted', () => {
  expect(plantedFaults.map(({ fault }) => fault)).toEqual([
    '31 days instead of 30',
    'a due date rolled past a weekend',
    'a second extension',
    'a retrieval fee line',
    'a denial for an unpaid bill',
    'a parent blocked by age',
    'a closed request with an undelivered item',
  ]);
});

it.each(plantedFaults)('$fault: fits the source, and the tests named for it exist', (fault) => {
  const texts = planted(fault, read);
  for (const [file, text] of texts) expect(text).not.toBe(read(file));
  for (const [file, titles] of Object.entries(fault.caughtBy)) {
    for (const title of titles) expect(read(file)).toContain(`'${title}'`);
  }
});

test('an edit that no longer fits is an error, not a fault that nobody plants', () => {
  const [fault] = plantedFaults;
  if (!fault) throw new Error('no fault');
  expect(() => planted(fault, () => 'another text')).toThrow('has the edited text 0 times');
});
