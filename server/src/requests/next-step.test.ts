import { expect, test } from 'vitest';
import { nextStep, type StepFacts } from './next-step.ts';

const facts = (wish: Partial<StepFacts> = {}): StepFacts => ({
  items: [{ stage: 'received' }],
  patientChosen: true,
  identityProved: true,
  authorityShown: true,
  toJudge: 0,
  codeOpen: false,
  failedRetrievals: 0,
  listed: 0,
  held: 0,
  deliveries: [{ kind: 'online', state: 'asked' }],
  pendingDenial: null,
  reviewOpen: false,
  picturesHeld: false,
  ...wish,
});

test('the patient of the directory comes first, then who asks, then the exam', () => {
  expect(nextStep(facts({ patientChosen: false, identityProved: false })).step).toBe('choose-patient');
  expect(nextStep(facts({ identityProved: false, authorityShown: false }))).toMatchObject({
    step: 'prove-identity',
    with: 'you',
  });
  expect(nextStep(facts())).toMatchObject({ step: 'search', with: 'you', facts: { exams: 1 } });
});

test('while a code is on its way staff search; only then it is the patient’s turn', () => {
  const waiting = { identityProved: false, authorityShown: false, codeOpen: true };
  expect(nextStep(facts(waiting))).toMatchObject({ step: 'search', with: 'you' });
  expect(nextStep(facts({ ...waiting, items: [{ stage: 'matched' }] }))).toMatchObject({
    step: 'await-identity-code',
    with: 'patient',
  });
});

test('a representative whose right is not shown waits for staff', () => {
  expect(nextStep(facts({ authorityShown: false, items: [{ stage: 'matched' }] }))).toMatchObject({
    step: 'prove-identity',
    facts: { lack: 'authority' },
  });
});

test('what was found for a parent waits for staff to say who consented, before anything else goes on', () => {
  const items = [{ stage: 'matched' }, { stage: 'checking' }] as const;
  expect(nextStep(facts({ items, toJudge: 1 }))).toEqual({
    step: 'prove-identity',
    with: 'you',
    facts: { lack: 'consent', exams: 1 },
  });
});

test('fetching runs by itself and a failure comes back to staff', () => {
  const fetching = { items: [{ stage: 'retrieving' as const }], listed: 40, held: 12 };
  expect(nextStep(facts(fetching))).toEqual({ step: 'retrieving', with: 'itself', facts: { listed: 40, held: 12 } });
  expect(nextStep(facts({ ...fetching, failedRetrievals: 1 })).step).toBe('retrieve-again');
});

test('a part that is ready is checked at once; only what comes by itself is waited for', () => {
  const check = { step: 'check-pictures', with: 'you' };
  expect(nextStep(facts({ items: [{ stage: 'checking' }, { stage: 'searching' }] }))).toMatchObject(check);
  expect(nextStep(facts({ items: [{ stage: 'checking' }, { stage: 'received' }] })).step).toBe('search');
  const stuck = { items: [{ stage: 'checking' as const }, { stage: 'retrieving' as const }], failedRetrievals: 1 };
  expect(nextStep(facts(stuck))).toMatchObject(check);
  expect(nextStep(facts({ ...stuck, items: [{ stage: 'retrieving' }] })).step).toBe('retrieve-again');
});

test('a second part waits until the first one has left', () => {
  const parts = { items: [{ stage: 'released' as const }, { stage: 'checking' as const }] };
  expect(nextStep(facts({ ...parts, deliveries: [{ kind: 'cd', state: 'preparing' }] })).step).toBe('preparing');
  expect(nextStep(facts({ ...parts, deliveries: [{ kind: 'cd', state: 'ready' }] })).step).toBe('post-media');
});

test('a parcel on its way holds no second part back, and is all that is waited for in the end', () => {
  const posted = [{ kind: 'cd', state: 'delivered', awaitsArrival: true }];
  const parts = [{ stage: 'released' as const }, { stage: 'checking' as const }];
  expect(nextStep(facts({ items: parts, deliveries: posted })).step).toBe('check-pictures');
  const toPost = [...posted, { kind: 'cd', state: 'ready', awaitsArrival: false }];
  expect(nextStep(facts({ items: parts, deliveries: toPost })).step).toBe('post-media');
  expect(nextStep(facts({ items: [{ stage: 'released' }], deliveries: posted }))).toEqual({
    step: 'await-arrival',
    with: 'nobody',
    facts: { count: 1 },
  });
});

test('pictures are checked when the last open exam has arrived', () => {
  expect(nextStep(facts({ items: [{ stage: 'checking' }, { stage: 'retrieving' }] })).step).toBe('retrieving');
  expect(nextStep(facts({ items: [{ stage: 'checking' }, { stage: 'closed' }] })).step).toBe('check-pictures');
});

test('after approval it prepares by itself, then discs are for staff to post', () => {
  const released = { items: [{ stage: 'released' as const }] };
  expect(nextStep(facts({ ...released, deliveries: [{ kind: 'cd', state: 'preparing' }] }))).toMatchObject({
    step: 'preparing',
    with: 'itself',
  });
  expect(nextStep(facts({ ...released, deliveries: [{ kind: 'cd', state: 'ready' }] })).step).toBe('post-media');
});

test('nothing is left to do when every exam has its outcome', () => {
  expect(nextStep(facts({ items: [{ stage: 'closed' }] }))).toEqual({ step: 'nothing', with: 'nobody', facts: {} });
});

test('a proposed denial waits for the hand that may decide it, before anything else goes on', () => {
  expect(nextStep(facts({ pendingDenial: 'privacy-officer', items: [{ stage: 'checking' }] }))).toEqual({
    step: 'decide-denial',
    with: 'you',
    facts: { hand: 'privacy-officer' },
  });
});

test('a review is waited for though its exam was closed by the denial', () => {
  expect(nextStep(facts({ reviewOpen: true, items: [{ stage: 'closed' }] }))).toMatchObject({
    step: 'decide-review',
    with: 'you',
  });
});

test('a hold stands where the pictures would be checked, and keeps nobody from searching', () => {
  expect(nextStep(facts({ picturesHeld: true })).step).toBe('search');
  expect(nextStep(facts({ picturesHeld: true, items: [{ stage: 'checking' }] }))).toMatchObject({
    step: 'hold',
    with: 'nobody',
  });
  expect(nextStep(facts({ picturesHeld: true, items: [{ stage: 'matched' }] })).step).toBe('hold');
});

test('times to come and look are offered beside the work, and the visit is written down once its day has come', () => {
  const released = { items: [{ stage: 'released' as const }], deliveries: [{ kind: 'inspection', state: 'ready' }] };
  expect(nextStep(facts({ ...released, visit: 'offer' }))).toMatchObject({ step: 'offer-visit', with: 'you' });
  expect(nextStep(facts({ ...released, visit: 'await' }))).toMatchObject({ step: 'await-visit', with: 'patient' });
  expect(nextStep(facts({ ...released, visit: 'record' }))).toMatchObject({ step: 'record-visit', with: 'you' });
  const before = { items: [{ stage: 'searching' as const }], visit: 'offer' as const };
  expect(nextStep(facts(before)).step).toBe('search');
  // Another part is not held back by a visit that is still to come.
  const parts = [{ stage: 'released' as const }, { stage: 'checking' as const }];
  expect(nextStep(facts({ ...released, items: parts, visit: 'await' })).step).toBe('check-pictures');
});
