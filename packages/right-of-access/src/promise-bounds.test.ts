import { expect, test } from 'vitest';
import { calendarDate } from './calendar.ts';
import { applyOverlay } from './overlay.ts';
import { promiseBounds } from './promise-bounds.ts';
import { packFor } from './testing/packs.ts';

test('says the number of the strictest law in its own unit, with its clause', () => {
  const federal = promiseBounds(packFor('us-federal'));
  expect(federal.copy).toMatchObject({ limit: { n: 30, unit: 'calendar-day' }, cite: '45 CFR 164.524(b)(2)(i)' });
  expect(federal).toMatchObject({ extension: { days: 30 }, warningPercents: [50, 80, 95] });
  const california = promiseBounds(packFor('us-federal+CA'));
  expect(california).toMatchObject({
    copy: { limit: { n: 15, unit: 'calendar-day' } },
    inspect: { limit: { n: 5, unit: 'business-day' } },
    extension: { days: 0 },
    records: { years: 7 },
  });
  expect(promiseBounds(packFor('eu-gdpr')).copy).toMatchObject({ limit: { n: 1, unit: 'month' } });
});

test('a promise of just that number is lawful, and one more is not', () => {
  const pack = packFor('us-federal+TX');
  const { copy } = promiseBounds(pack);
  const promise = (days: number) => applyOverlay(pack, { responseDays: { copy: days } }, calendarDate('2027-03-01'));
  expect(promise(copy?.limit.n ?? 0).ok).toBe(true);
  expect(promise((copy?.limit.n ?? 0) + 1).ok).toBe(false);
});
