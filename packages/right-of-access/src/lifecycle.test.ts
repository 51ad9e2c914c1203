import { describe, expect, it } from 'vitest';
import { allGood, at, take, today } from '../testing/steps-of-an-exam.ts';
import { type ExamItem, requestState, type Stage, stages } from './exam-item.ts';
import { decideTransition, possibleTriggers } from './lifecycle.ts';
import { usSources } from './testing/packs.ts';
import type { GuardName } from './transition-guards.ts';
import { type TransitionActor, type Trigger, transitions } from './transitions.ts';

const triggers = [...new Set(transitions.map((row) => row.trigger))];
const actors: readonly TransitionActor[] = ['requester', 'staff', 'system'];

describe('the life of an exam item', () => {
  it('goes from draft to closed, starting the clock at receipt and stopping it when everything is given', () => {
    const steps: [Trigger, TransitionActor, Stage, string][] = [
      ['receive', 'requester', 'received', 'starts'],
      ['search', 'staff', 'searching', 'runs'],
      ['match', 'staff', 'matched', 'runs'],
      ['grant', 'staff', 'granted', 'runs'],
      ['retrieve', 'system', 'retrieving', 'runs'],
      ['check', 'system', 'checking', 'runs'],
      ['release', 'staff', 'released', 'runs'],
      ['deliver', 'system', 'delivered', 'stops'],
      ['close', 'system', 'closed', 'stops'],
    ];
    let item = at('draft');
    for (const [trigger, by, stage, clock] of steps) {
      const taken = take(item, trigger, by);
      expect([taken.item.stage, taken.clock]).toEqual([stage, clock]);
      item = taken.item;
    }
    expect(item).toEqual({ stage: 'closed', waits: [], outcome: 'given', receivedOn: today });
  });

  it('refuses every step that the table does not have, from every stage, and says which it has', () => {
    for (const stage of stages) {
      for (const trigger of triggers) {
        const allowed = transitions.some((row) => row.trigger === trigger && row.from.includes(stage));
        for (const by of actors) {
          const decided = decideTransition(at(stage, ['identity']), trigger, by, allGood, usSources);
          if (allowed) expect(decided).not.toMatchObject({ refusal: { code: 'not-from-here' } });
          else expect(decided).toMatchObject({ ok: false, refusal: { code: 'not-from-here', stage, trigger } });
        }
      }
    }
  });

  it('refuses every hand that the table does not name', () => {
    for (const row of transitions) {
      for (const by of actors) {
        const decided = decideTransition(at(row.from[0] as Stage, ['identity']), row.trigger, by, allGood, usSources);
        if (!row.by.includes(by)) expect(decided).toMatchObject({ refusal: { code: 'not-yours', by: row.by } });
        else expect(decided).not.toMatchObject({ refusal: { code: 'not-yours' } });
      }
    }
  });

  it('refuses a step when nothing is known, naming each guard about facts', () => {
    const aboutTheItem: readonly GuardName[] = [
      'no-open-wait',
      'earlier-receipt-shown',
      'near-miss-seconded',
      'not-extended-before',
      'part-denial-told',
      'not-yet-overdue',
      'was-released',
      'may-reopen',
    ];
    for (const row of transitions) {
      const unmet = row.guards.filter((guard) => !aboutTheItem.includes(guard));
      if (unmet.length === 0) continue;
      const decided = decideTransition(
        at(row.from[0] as Stage),
        row.trigger,
        row.by[0] as TransitionActor,
        {},
        usSources,
      );
      const names =
        decided.ok || decided.refusal.code !== 'guarded' ? [] : decided.refusal.unmet.map((one) => one.guard);
      const named = names.filter((name) => !aboutTheItem.includes(name));
      // Two rows have one trigger: the first that starts from this stage decides.
      if (row.trigger !== 'overturn') expect([row.trigger, named]).toEqual([row.trigger, unmet]);
    }
  });

  it('leads no stage into a corner, and leaves closed only by a review, a recall or a reopening', () => {
    for (const stage of stages) expect([stage, possibleTriggers(at(stage)).length > 0]).toEqual([stage, true]);
    expect(possibleTriggers(at('closed'))).toEqual(['ask-review', 'uphold', 'overturn', 'recall', 'reopen']);
  });

  it('has no step that pauses, deletes or lets a date be typed', () => {
    expect(triggers.filter((trigger) => /pause|delete|due-date|stop/.test(trigger))).toEqual([]);
    for (const row of transitions) expect(['starts', 'runs', 'stops']).toContain(row.clock);
  });

  it('closes with an outcome and with nothing else', () => {
    for (const row of transitions)
      expect([row.trigger, row.outcome !== undefined]).toEqual([row.trigger, row.to === 'closed']);
  });

  it('says why a step was taken, with the clause of each guard', () => {
    expect(take(at('checking'), 'release').why).toMatchObject({
      rule: 'house/release',
      cite: expect.stringContaining('45 CFR 164.508(b)(2), (b)(5)'),
      inputs: [{ name: 'from', value: 'checking' }, { name: 'by', value: 'staff' }, { name: 'checked' }],
    });
    expect(take(at('received'), 'search').why.cite).toBe('house rule: the life of a request');
  });
});

describe('waits', () => {
  it('stand beside the stage, let the search go on, and bar granting', () => {
    const waiting = take(at('received'), 'wait').item;
    expect(waiting).toEqual({ stage: 'received', waits: ['identity'] });
    const matched = take(take(waiting, 'search').item, 'match').item;
    expect(decideTransition(matched, 'grant', 'staff', allGood, usSources)).toMatchObject({
      refusal: { unmet: [{ guard: 'no-open-wait' }] },
    });
    const proved = take(matched, 'end-wait', 'requester').item;
    expect(take(proved, 'grant').item.stage).toBe('granted');
  });

  it('end one by one: what else is lacking stays', () => {
    const both = at('received', ['identity', 'payment']);
    expect(take(both, 'end-wait').item.waits).toEqual(['payment']);
    expect(take(both, 'end-wait', 'staff', { ...allGood, wait: 'payment' }).item.waits).toEqual(['identity']);
  });

  it('are not doubled, and only an open one ends', () => {
    const twice = take(take(at('received'), 'wait').item, 'wait').item;
    expect(twice.waits).toEqual(['identity']);
    const other = decideTransition(twice, 'end-wait', 'staff', { ...allGood, wait: 'payment' }, usSources);
    expect(other).toMatchObject({ refusal: { unmet: [{ guard: 'wait-open' }] } });
  });

  it('never stop the clock', () => {
    for (const row of transitions.filter((one) => one.trigger === 'wait' || one.trigger === 'end-wait'))
      expect(row.clock).toBe('runs');
  });
});

describe('missing objects', () => {
  const gap = { ...allGood, missing: 1, missingNamed: 1 };

  it('that are named may go out, and the outcome says in part', () => {
    expect(take(at('checking'), 'release', 'staff', gap).item.stage).toBe('released');
    expect(take(at('delivered'), 'close', 'system', gap).item.outcome).toBe('given-in-part');
  });
});

describe('the state of a request', () => {
  it('is that of its least advanced item, with every wait beside it', () => {
    expect(requestState([at('delivered'), at('received', ['identity']), at('closed')])).toEqual({
      stage: 'received',
      waits: ['identity'],
      closed: false,
      outcomes: ['given'],
    });
  });

  it('is closed when every item is', () => {
    const none: ExamItem = { stage: 'closed', waits: [], outcome: 'none-found' };
    expect(requestState([at('closed'), none])).toMatchObject({ closed: true, outcomes: ['given', 'none-found'] });
  });

  it('does not exist without an item', () => {
    expect(() => requestState([])).toThrow(RangeError);
  });
});
