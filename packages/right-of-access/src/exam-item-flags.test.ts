import { describe, expect, it } from 'vitest';
import { allGood, at, take, today } from '../testing/steps-of-an-exam.ts';
import { calendarDate } from './calendar.ts';
import type { ExamItem } from './exam-item.ts';
import { decideTransition } from './lifecycle.ts';
import { usSources } from './testing/packs.ts';
import type { GuardName, TransitionFacts } from './transition-guards.ts';

describe('what stands beside the stage', () => {
  const denied: ExamItem = { stage: 'closed', waits: [], outcome: 'denied' };

  it('is one extension, and no second', () => {
    const extended = take(at('searching'), 'extend');
    expect(extended).toMatchObject({
      item: { stage: 'searching', flags: ['extended'] },
      letter: 'L-EXT',
      clock: 'runs',
    });
    expect(decideTransition(extended.item, 'extend', 'staff', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'not-extended-before', cite: '45 CFR 164.524(b)(2)(ii)(B)' }] },
    });
  });

  it('is a lateness that keeps the item open, with one letter', () => {
    const late = take(at('matched'), 'become-overdue', 'system');
    expect(late).toMatchObject({ item: { stage: 'matched', flags: ['overdue'] }, letter: 'L-LATE', clock: 'runs' });
    expect(decideTransition(late.item, 'become-overdue', 'system', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'not-yet-overdue' }] },
    });
  });

  it('is a denial in part, after which the rest is given and the outcome says in part', () => {
    const part = take(at('checking'), 'deny-part');
    expect(part).toMatchObject({
      item: { stage: 'checking', flags: ['part-denied'] },
      letter: 'L-PART',
      clock: 'runs',
    });
    const delivered = take(take(part.item, 'release').item, 'deliver', 'system').item;
    expect(
      decideTransition(delivered, 'close', 'staff', { ...allGood, denialLetterSent: false }, usSources),
    ).toMatchObject({
      refusal: { unmet: [{ guard: 'part-denial-told' }] },
    });
    expect(take(delivered, 'close').item).toEqual({
      stage: 'closed',
      waits: [],
      outcome: 'given-in-part',
      flags: ['part-denied'],
    });
  });

  it('is a review that upholds, or grants what was denied', () => {
    expect(take(at('searching'), 'deny')).toMatchObject({ item: denied, letter: 'L-DEN', clock: 'stops' });
    const asked = take(denied, 'ask-review', 'requester').item;
    expect(asked).toEqual({ ...denied, flags: ['under-review'] });
    expect(take(asked, 'uphold')).toMatchObject({ item: denied, letter: 'L-REV' });
    expect(take(asked, 'overturn')).toMatchObject({ item: { stage: 'granted', flags: ['reopened'] }, letter: 'L-REV' });
    expect(take(asked, 'overturn').item.outcome).toBeUndefined();
    const part = take(take(at('checking'), 'deny-part').item, 'ask-review', 'requester').item;
    expect(take(part, 'overturn').item).toEqual({ stage: 'checking', waits: [] });
  });

  it.each<[string, TransitionFacts, GuardName]>([
    ['by somebody who denied', { reviewerFit: false }, 'reviewer-fit'],
    ['of an exam that was never matched', { matchStanding: false }, 'match-standing'],
    ['for somebody whose standing has ended', { authorityShown: false }, 'authority-shown'],
  ])('is no overturning %s', (_, change, guard) => {
    const asked: ExamItem = { ...denied, flags: ['under-review'] };
    expect(decideTransition(asked, 'overturn', 'staff', { ...allGood, ...change }, usSources)).toMatchObject({
      refusal: { unmet: [{ guard }] },
    });
  });

  it('is no review of what was not denied, nor of an unreviewable ground', () => {
    expect(decideTransition(at('closed'), 'ask-review', 'requester', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'was-denied' }] },
    });
    expect(
      decideTransition(denied, 'ask-review', 'requester', { ...allGood, groundReviewable: false }, usSources),
    ).toMatchObject({
      refusal: { unmet: [{ guard: 'ground-reviewable' }] },
    });
    expect(decideTransition(denied, 'uphold', 'staff', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'review-open' }] },
    });
  });

  it('is a recall of what left, closed or not, and of nothing else', () => {
    for (const stage of ['released', 'delivered', 'closed'] as const) {
      expect(take(at(stage), 'recall')).toMatchObject({
        item: { stage: 'searching', flags: ['recalled'] },
        letter: 'L-BRCH',
      });
    }
    expect(decideTransition(denied, 'recall', 'staff', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'was-released' }] },
    });
  });

  it('is a reopening with its day of receipt, but not of what was taken back or joined', () => {
    const unidentified = take({ ...at('matched', ['identity']), receivedOn: today }, 'close-unidentified');
    expect(unidentified).toMatchObject({
      item: { outcome: 'identity-not-shown', waits: [] },
      letter: 'L-VER',
      clock: 'stops',
    });
    expect(take(unidentified.item, 'reopen').item).toEqual({
      stage: 'searching',
      waits: [],
      flags: ['reopened'],
      receivedOn: today,
    });
    for (const outcome of ['withdrawn', 'duplicate'] as const) {
      expect(
        decideTransition({ stage: 'closed', waits: [], outcome }, 'reopen', 'staff', allGood, usSources),
      ).toMatchObject({
        refusal: { unmet: [{ guard: 'may-reopen' }] },
      });
    }
    expect(decideTransition(at('matched'), 'close-unidentified', 'staff', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'identity-wait-open' }] },
    });
  });

  it('is written once, however often it happens', () => {
    const reopened = take(at('closed'), 'reopen').item;
    expect(take({ ...reopened, stage: 'closed', outcome: 'given' }, 'reopen').item.flags).toEqual(['reopened']);
    const recalled = take({ ...at('released'), flags: ['recalled', 'extended'] }, 'recall').item;
    expect(recalled.flags).toEqual(['extended', 'recalled']);
  });

  it('is a day of receipt that moves to an earlier day and never to a later one', () => {
    const item: ExamItem = { ...at('searching'), receivedOn: today };
    const to = (day: string) =>
      decideTransition(item, 'correct-receipt', 'staff', { ...allGood, receivedOn: calendarDate(day) }, usSources);
    expect(to('2026-11-20')).toMatchObject({ ok: true, value: { item: { receivedOn: '2026-11-20' } } });
    for (const day of ['2026-11-23', '2026-11-24']) {
      expect(to(day)).toMatchObject({ refusal: { unmet: [{ guard: 'receipt-moved-earlier' }] } });
    }
  });

  it('lets a withdrawal and a joining end an open item with their letters', () => {
    expect(take(at('released'), 'withdraw', 'requester')).toMatchObject({
      item: { outcome: 'withdrawn' },
      letter: 'L-WITH',
    });
    expect(take(at('received'), 'join')).toMatchObject({ item: { outcome: 'duplicate' }, letter: 'L-DUP' });
  });
});
