import { expect, test } from 'vitest';
import { fits, readFilter } from './filters.tsx';
import type { Row } from './row.ts';

function row(level: Row['due']['level'], who: Row['next']['with'], closed = false): Row {
  const due = { receivedOn: '2026-10-01', days: 30, on: '2026-10-31', daysLeft: 1, level, fractionUsed: 0.9, cite: '' };
  return {
    id: '1',
    reference: 'EB 7Q4 M2K',
    patientFamilyName: 'Rivera',
    patientGivenName: 'Ana',
    patientBirthDate: '1993-04-12',
    channel: 'portal',
    due,
    waits: [],
    available: null,
    asked: [],
    deliveries: [],
    state: 'received',
    closed,
    scanAttached: false,
    letterToPost: null,
    answerToPost: false,
    review: null,
    givenByItself: false,
    next: { step: 'search', with: who, facts: {} },
  };
}

test('a filter that the address does not know shows everything', () => {
  expect(readFilter('name=Rivera')).toBeUndefined();
  expect(fits(row('fine', 'nobody'), undefined)).toBe(true);
});

test('yours are those that wait for staff', () => {
  expect(fits(row('fine', 'you'), 'yours')).toBe(true);
  expect(fits(row('late', 'patient'), 'yours')).toBe(false);
});

test('a closed request is never overdue', () => {
  expect(fits(row('late', 'nobody'), 'late')).toBe(true);
  expect(fits(row('late', 'nobody', true), 'late')).toBe(false);
});
