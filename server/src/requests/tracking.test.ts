import { expect, test } from 'vitest';
import { type TrackingFacts, trackingOf } from './tracking.ts';

const facts = (wish: Partial<TrackingFacts>): TrackingFacts => ({
  items: [{ stage: 'received', outcome: null }],
  identityProved: false,
  codeSent: false,
  deliveries: [{ kind: 'online', state: 'asked' }],
  ...wish,
});
const at = (...reached: TrackingFacts['items'][number]['stage'][]) =>
  reached.map((stage) => ({ stage, outcome: null }));

test('what the person has to do comes before what we do', () => {
  expect(trackingOf(facts({ items: at('matched'), codeSent: true })).headline).toBe('prove-identity');
  expect(trackingOf(facts({ items: at('matched'), codeSent: true, identityProved: true })).headline).toBe('found');
});

test('a request is as far as its least advanced open exam', () => {
  expect(trackingOf(facts({ items: at('checking', 'searching'), identityProved: true }))).toEqual({
    stage: 'it-is-you',
    closed: false,
    headline: 'searching',
  });
});

test('ready is said only when a delivery is', () => {
  const released = { items: at('released'), identityProved: true };
  expect(trackingOf(facts({ ...released, deliveries: [{ kind: 'online', state: 'preparing' }] }))).toMatchObject({
    stage: 'checked',
    headline: 'preparing',
  });
  expect(trackingOf(facts({ ...released, deliveries: [{ kind: 'online', state: 'ready' }] }))).toMatchObject({
    stage: 'yours',
    headline: 'ready',
  });
  expect(trackingOf(facts({ ...released, deliveries: [{ kind: 'cd', state: 'ready' }] })).headline).toBe('mailing');
});

test('a part that was given is said as a part, and the stages tell of the rest', () => {
  const given = { stage: 'closed' as const, outcome: 'given' };
  const deliveries = [{ kind: 'online', state: 'delivered' as const }];
  const part = { items: [given, ...at('searching')], identityProved: true, deliveries };
  expect(trackingOf(facts(part))).toEqual({ stage: 'it-is-you', closed: false, headline: 'part-ready' });
  expect(trackingOf(facts({ ...part, items: [given, ...at('released')] })).headline).toBe('ready');
  const none = { stage: 'closed' as const, outcome: 'none-found' };
  expect(trackingOf(facts({ ...part, items: [none, ...at('searching')] })).headline).toBe('searching');
});

test('a closed request says what became of it', () => {
  const closedAs = (...outcomes: string[]) =>
    trackingOf(facts({ items: outcomes.map((outcome) => ({ stage: 'closed' as const, outcome })) }));
  expect(closedAs('none-found')).toMatchObject({ closed: true, headline: 'none-found' });
  expect(closedAs('not-maintained', 'none-found').headline).toBe('not-maintained');
  expect(closedAs('none-found', 'given-in-part').headline).toBe('ready');
});
