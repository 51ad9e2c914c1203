import { expect, test } from 'vitest';
import { shownInFull } from './shown-in-full.ts';

const newYork = 'America/New_York';
const release = { readyAt: new Date('2026-10-20T15:00:00Z'), exams: [{ examItemId: 'heart' }, { examItemId: 'neck' }] };
const visit = (on: string, ...shown: string[]) => ({ on, at: '14:30', shown });

test('several visits together show a release, each exam once', () => {
  expect(shownInFull(release, [], ['heart'], newYork)).toBe(false);
  expect(shownInFull(release, [visit('2026-10-21', 'heart')], ['neck'], newYork)).toBe(true);
});

test('what was looked at before this release was ready is looked at again: it may have been another patient’s', () => {
  expect(shownInFull(release, [visit('2026-10-19', 'heart')], ['neck'], newYork)).toBe(false);
  expect(shownInFull(release, [visit('2026-10-19', 'heart')], ['neck', 'heart'], newYork)).toBe(true);
});
