import { expect, test } from 'vitest';
import { euGdpr } from '../packages/right-of-access/src/index.ts';
import { lawGaps } from './law-page.ts';

test('every rule of every pack names a function that exists and is named by a test', () => {
  expect(lawGaps()).toEqual([]);
});

test('a rule that nothing applies or proves is found', () => {
  const [ground] = euGdpr.rows.denialGrounds ?? [];
  if (!ground) throw new Error('no row');
  const planted = { ...ground, id: `${'eu'}-gdpr/planted`, appliedBy: 'applyNothing' };
  expect(lawGaps([{ ...euGdpr, rows: { ...euGdpr.rows, denialGrounds: [planted] } }])).toEqual([
    { rule: planted.id, lacks: 'no exported function applyNothing' },
    { rule: planted.id, lacks: 'no test names it' },
  ]);
});
