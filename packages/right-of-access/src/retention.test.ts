import { expect, it } from 'vitest';
import { packOn } from '../testing/facility-f.ts';
import { calendarDate } from './calendar.ts';
import { comingOfAge } from './minors.ts';
import { keepUntil } from './retention.ts';

const pack = packOn('2026-05-04');

it('keeps the file six years from its last effect, and as long as the longest row that is sure', () => {
  const day = calendarDate('2028-02-29');
  expect(keepUntil(pack, 'access-file', day)).toMatchObject({ on: '2034-03-01', why: { rule: 'us-keep/access-file' } });
  const [row] = pack.retention.filter(({ covers }) => covers === 'access-file');
  if (!row) throw new Error('no row');
  const state = (conf: 'low' | 'medium') => ({
    ...pack,
    retention: [...pack.retention, { ...row, id: 'XX', years: 10, conf }],
  });
  expect(keepUntil(state('medium'), 'access-file', day)).toMatchObject({
    on: '2038-03-01',
    why: { rule: 'XX', confidence: 'medium' },
  });
  expect(keepUntil(state('low'), 'access-file', day)?.on).toBe('2034-03-01');
  expect(keepUntil({ ...pack, retention: [] }, 'access-file', day)).toBeUndefined();
});

it('takes the state’s age of consent before the base’s', () => {
  const bornOn = calendarDate('2009-05-02');
  expect(comingOfAge(bornOn, pack)).toMatchObject({ on: '2027-05-02', age: 18, why: { rule: 'us-age/default' } });
  const [base] = pack.agesOfConsent;
  if (!base) throw new Error('no row');
  const state = (conf: 'low' | 'medium') => ({
    ...pack,
    jurisdiction: 'us-federal+AL',
    agesOfConsent: [base, { ...base, id: 'AL-age', jurisdiction: 'AL', age: 16, conf }],
  });
  expect(comingOfAge(bornOn, state('medium'))).toMatchObject({ on: '2025-05-02', why: { rule: 'AL-age' } });
  expect(comingOfAge(bornOn, state('low'))?.age).toBe(18);
  expect(comingOfAge(bornOn, { ...pack, agesOfConsent: [] })).toBeUndefined();
});
