import { expect, it } from 'vitest';
import { holidaysOf } from './holiday-calendar.ts';
import { californiaHolidays, federalHolidays, sharedHolidays } from './packs/us-holidays.ts';

it('keeps the federal holidays of 2026 and 2027 as the government publishes them', () => {
  const days = [...holidaysOf(federalHolidays, { from: 2026, to: 2027 })].sort();
  expect(days).toEqual([
    '2026-01-01',
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19',
    '2026-07-03',
    '2026-09-07',
    '2026-10-12',
    '2026-11-11',
    '2026-11-26',
    '2026-12-25',
    '2027-01-01',
    '2027-01-18',
    '2027-02-15',
    '2027-05-31',
    '2027-06-18',
    '2027-07-05',
    '2027-09-06',
    '2027-10-11',
    '2027-11-11',
    '2027-11-25',
    '2027-12-24',
    '2027-12-31',
  ]);
});

it('knows no Juneteenth before 2021', () => {
  expect([...holidaysOf(federalHolidays, { from: 2020, to: 2020 })]).not.toContain('2020-06-19');
});

it('closes California on the day after Thanksgiving and on March 31', () => {
  const days = [...holidaysOf(californiaHolidays, { from: 2027, to: 2027 })];
  for (const day of ['2027-03-31', '2027-05-31', '2027-11-26']) expect(days).toContain(day);
  expect(days).not.toContain('2027-10-11');
});

it('shares only the six that every state keeps, on the day itself', () => {
  const days = [...holidaysOf(sharedHolidays, { from: 2027, to: 2027 })].sort();
  expect(days).toEqual(['2027-01-01', '2027-05-31', '2027-07-04', '2027-09-06', '2027-11-25', '2027-12-25']);
});
