import { describe, expect, it } from 'vitest';
import { type Mine, pollEvery, whereItStands } from './where-it-stands.ts';

type Known = Parameters<typeof whereItStands>[0];

const searching: Known = {
  headline: 'searching',
  stage: 'it-is-you',
  closed: false,
  releaseReady: false,
  identity: { proved: true, codeSent: false },
  visit: null,
  waits: [],
  feeChange: null,
  formChoices: [],
  mailWarnings: [],
  question: null,
};
const self = { requesterIs: 'self', shown: true, papers: [], directives: [] } as unknown as Mine;
const parent = { ...self, requesterIs: 'parent', shown: false } as Mine;
const unsigned = { directiveId: 'd', lacks: [{ name: 'signature' }] };
const sends = { ...self, directives: [unsigned] } as unknown as Mine;
const change = { quoteId: 'q' } as Known['feeChange'];
const question = { id: 'q' } as unknown as Known['question'];
const warning = { askedDeliveryId: 'a', address: 'x' };
const visit = (is: 'offered' | 'chosen') => ({ is }) as Known['visit'];

const stands = (change: Partial<Known> = {}, mine: Mine | undefined = self) =>
  whereItStands({ ...searching, ...change }, mine);
const toDo = (change: Partial<Known> = {}, mine: Mine | undefined = self) => stands(change, mine).toDo;

describe('what only the person can do now', () => {
  it('is one thing, the right to ask before all else', () => {
    const all = { feeChange: change, mailWarnings: [warning], question, visit: visit('offered') };
    expect(toDo(all, parent)).toBe('do-papers');
    expect(toDo(all, sends)).toBe('do-directive');
    // Prints for somebody else, which the directive does not reach: how they go on is asked before the fee of it.
    const prints = { directiveId: 'd', lacks: [], offers: ['electronic-copy-to-recipient'] };
    expect(toDo(all, { ...self, directives: [prints] } as unknown as Mine)).toBe('do-form');
    expect(toDo(all)).toBe('do-fee');
    expect(toDo({ ...all, feeChange: null })).toBe('do-form');
    expect(toDo({ question, visit: visit('offered') })).toBe('do-question');
    expect(toDo({ visit: visit('offered') })).toBe('do-visit');
  });

  it('is nothing where nothing is asked, or the request is over; what the office waits for it asks for later', () => {
    expect(toDo()).toBe('nothing-to-do');
    expect(toDo({}, { ...parent, papers: [{ id: 'p' }] } as unknown as Mine)).toBe('nothing-to-do');
    expect(toDo({ waits: [{ cause: 'identity', since: '2026-11-23', movesDeadline: false }] })).toBe(
      'nothing-to-do-yet',
    );
    expect(toDo({ headline: 'denied', closed: true, feeChange: change }, parent)).toBe('nothing-to-do');
    expect(toDo({ headline: 'none-found', closed: true })).toBe('do-more-clues');
  });

  it('is to open what is ready, or to come for it, until the visit was', () => {
    expect(toDo({ headline: 'ready' })).toBe('do-look');
    expect(toDo({ headline: 'part-ready', visit: visit('offered') })).toBe('do-visit');
    expect(toDo({ headline: 'ready', visit: visit('chosen') })).toBe('do-come');
    expect(toDo({ headline: 'ready', visit: visit('chosen'), closed: true })).toBe('do-look');
  });

  it('is to type the code that is on its way, or else to show a card', () => {
    const codeSent = { headline: 'prove-identity', identity: { proved: false, codeSent: true } } as const;
    expect(stands(codeSent)).toMatchObject({ toDo: 'do-type-code', typesCode: true });
    expect(toDo({ ...codeSent, identity: { proved: false, codeSent: false } })).toBe('do-show-id');
    expect(stands({ identity: { proved: true, codeSent: true } }).typesCode).toBe(false);
  });
});

describe('the way that a request goes', () => {
  const states = (change: Partial<Known>) => stands(change).stages.map(({ state }) => state);

  it('is done up to where it is, and whole once everything was given', () => {
    expect(states({})).toEqual(['done', 'here', 'ahead', 'ahead', 'ahead']);
    expect(states({ stage: 'yours', headline: 'ready', releaseReady: true })).toEqual(Array(5).fill('done'));
    expect(states({ stage: 'found', headline: 'part-ready', releaseReady: true })[2]).toBe('here');
  });

  it('is not drawn where it ended without a copy; nothing is due of what was taken back', () => {
    expect(states({ headline: 'not-maintained', closed: true })).toEqual([]);
    expect(stands({ headline: 'withdrawn', closed: true })).toMatchObject({ isDue: false, open: false });
    expect(stands({ headline: 'denied', closed: true }).isDue).toBe(true);
  });

  it('opens the pictures of all of it, or of a part', () => {
    expect(stands().opens).toBeNull();
    expect(stands({ headline: 'ready', releaseReady: true }).opens).toBe('see-pictures');
    expect(stands({ headline: 'part-ready', releaseReady: true }).opens).toBe('also-see-pictures');
  });

  it('says what comes next after who they are was shown', () => {
    expect(stands({ headline: 'received' }).next).toBe('now-received-next-proved');
    expect(stands({ headline: 'received', identity: { proved: false, codeSent: false } }).next).toBe(
      'now-received-next',
    );
  });

  it('is asked about often while the machine works, and not at all once it is over', () => {
    expect(pollEvery(undefined)).toBe(false);
    expect(pollEvery({ headline: 'ready', closed: true })).toBe(false);
    expect(pollEvery({ headline: 'preparing', closed: false })).toBeLessThan(
      pollEvery({ headline: 'searching', closed: false }) as number,
    );
  });
});
