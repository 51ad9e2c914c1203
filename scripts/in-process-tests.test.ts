import path from 'node:path';
import { expect, test } from 'vitest';
import * as inProcess from './in-process-tests.ts';

test('keeps tests by file, group and row instead of running them, and runs one as often as asked', async () => {
  const ran: unknown[] = [];
  inProcess.startFile(path.resolve('one.test.ts'));
  inProcess.describe('a group', () => {
    inProcess.it.each([['a', 1], 'b'])('row %s', (...values) => ran.push(values));
    inProcess.test('that fails', () => inProcess.expect({ a: 1, b: 2 }).toMatchObject({ a: 2 }));
  });
  inProcess.it('alone', async () => ran.push('alone'));
  expect(inProcess.collected.map(({ id }) => id)).toEqual([
    'one.test.ts > a group > row %s #0',
    'one.test.ts > a group > row %s #1',
    'one.test.ts > a group > that fails #2',
    'one.test.ts > alone #3',
  ]);
  expect(ran).toEqual([]);
  const [first, second, third, fourth] = inProcess.collected;
  for (const kept of [first, second, first, fourth]) await kept?.run();
  expect(ran).toEqual([['a', 1], ['b'], ['a', 1], 'alone']);
  expect(() => third?.run()).toThrow('to match object');
});

test('reads a text that is kept in a file where the test lies', () => {
  inProcess.startFile(import.meta.filename);
  inProcess.it('kept', () => inProcess.expect('{ not this }').toMatchFileSnapshot('../package.json'));
  expect(() => inProcess.collected.at(-1)?.run()).toThrow('"name": "echoback"');
});
