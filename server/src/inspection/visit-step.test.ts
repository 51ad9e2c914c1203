import { calendarDate } from '@echoback/right-of-access';
import { expect, it } from 'vitest';
import type { LookingStanding } from './read-looking.ts';
import { visitStep } from './visit-step.ts';

const today = calendarDate('2027-02-12');
const offer = {
  id: 'x',
  place: 'Room 4',
  askFor: 'HIM',
  times: [{ on: '2027-02-11', at: '09:00' }],
  offeredAt: new Date(0),
};
const step = (standing: LookingStanding, state = 'ready') => {
  const looking = { suits: null, standing, firstOfferedOn: null, lastEventOn: null, visits: [], events: [] };
  return visitStep({ looking, deliveries: [{ kind: 'inspection', state }] }, today);
};

it.each<[string, LookingStanding, string, string | null]>([
  ['nothing was offered', { is: 'to-offer', wish: null, missed: null }, 'asked', 'offer'],
  ['every time on offer is over', { is: 'offered', offer }, 'asked', 'offer'],
  [
    'a time is still to come',
    { is: 'offered', offer: { ...offer, times: [{ on: today, at: '09:00' }] } },
    'asked',
    'await',
  ],
  [
    'the day that was chosen is to come',
    { is: 'chosen', offer, time: { on: '2027-02-13', at: '09:00' } },
    'ready',
    'await',
  ],
  ['the day has come', { is: 'chosen', offer, time: { on: today, at: '09:00' } }, 'ready', 'record'],
  ['the day came and nothing was ready', { is: 'chosen', offer, time: { on: today, at: '09:00' } }, 'asked', 'offer'],
  ['everything was shown', { is: 'held' }, 'delivered', null],
  ['more became ready after the visit', { is: 'held' }, 'ready', 'offer'],
  ['more is still looked for after the visit', { is: 'held' }, 'asked', null],
])('%s', (_, standing, state, expected) => {
  expect(step(standing, state)).toBe(expected);
});

it('is nothing where nobody asked to look', () => {
  expect(visitStep({ looking: null, deliveries: [{ kind: 'online', state: 'ready' }] }, today)).toBeNull();
});
