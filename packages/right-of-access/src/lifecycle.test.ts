import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type ExamItem, requestState, type Stage, stages } from './exam-item.ts';
import { decideTransition, type TransitionActor, type Trigger, transitions } from './lifecycle.ts';
import { type GuardName, guards, type TransitionFacts } from './transition-guards.ts';

const today = calendarDate('2026-11-23');
const allGood: TransitionFacts = {
  today,
  receivedOn: today,
  wait: 'identity',
  identifiersAgreeing: 3,
  onePatient: true,
  everySourceSearched: true,
  everyNameTried: true,
  importedCopiesChecked: true,
  identityProved: true,
  authorityShown: true,
  feeLawful: true,
  missing: 0,
  everyDeliveryDone: true,
  withdrawerIdentified: true,
};
const triggers = [...new Set(transitions.map((row) => row.trigger))];
const actors: readonly TransitionActor[] = ['requester', 'staff', 'system'];

function at(stage: Stage, waits: ExamItem['waits'] = []): ExamItem {
  return stage === 'closed' ? { stage, waits, outcome: 'given' } : { stage, waits };
}

function take(item: ExamItem, trigger: Trigger, by: TransitionActor = 'staff', facts: TransitionFacts = allGood) {
  const taken = decideTransition(item, trigger, by, facts);
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
  return taken.value;
}

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
    expect(item).toEqual({ stage: 'closed', waits: [], outcome: 'given' });
  });

  it('refuses every step that the table does not have, from every stage, and says which it has', () => {
    for (const stage of stages) {
      for (const trigger of triggers) {
        const allowed = transitions.some((row) => row.trigger === trigger && row.from.includes(stage));
        for (const by of actors) {
          const decided = decideTransition(at(stage, ['identity']), trigger, by, allGood);
          if (allowed) expect(decided).not.toMatchObject({ refusal: { code: 'not-from-here' } });
          else expect(decided).toMatchObject({ ok: false, refusal: { code: 'not-from-here', stage, trigger } });
        }
      }
    }
  });

  it('refuses every hand that the table does not name', () => {
    for (const row of transitions) {
      for (const by of actors) {
        const decided = decideTransition(at(row.from[0] as Stage, ['identity']), row.trigger, by, allGood);
        if (!row.by.includes(by)) expect(decided).toMatchObject({ refusal: { code: 'not-yours', by: row.by } });
        else expect(decided).not.toMatchObject({ refusal: { code: 'not-yours' } });
      }
    }
  });

  it('refuses a step when nothing is known, for each row that has a guard about facts', () => {
    for (const row of transitions) {
      const unmet = row.guards.filter((guard) => guard !== 'no-open-wait');
      if (unmet.length === 0) continue;
      const decided = decideTransition(at(row.from[0] as Stage), row.trigger, row.by[0] as TransitionActor, {});
      const names =
        decided.ok || decided.refusal.code !== 'guarded' ? [] : decided.refusal.unmet.map((one) => one.guard);
      expect([row.trigger, names.filter((name) => name !== 'earlier-receipt-shown')]).toEqual([
        row.trigger,
        unmet.filter((name) => name !== 'earlier-receipt-shown'),
      ]);
    }
  });

  it('leads no stage into a corner, and leaves no way out of closed', () => {
    for (const stage of stages) {
      expect([stage, transitions.some((row) => row.from.includes(stage))]).toEqual([stage, stage !== 'closed']);
    }
  });

  it('closes with an outcome and with nothing else', () => {
    for (const row of transitions)
      expect([row.trigger, row.outcome !== undefined]).toEqual([row.trigger, row.to === 'closed']);
  });
});

describe('the guards', () => {
  it.each<[string, Stage, Trigger, TransitionActor, TransitionFacts, GuardName]>([
    [
      'a receipt in the future',
      'draft',
      'receive',
      'staff',
      { receivedOn: calendarDate('2026-11-24'), backdatingShown: true },
      'received-not-in-the-future',
    ],
    [
      'an earlier receipt without scan or reason',
      'draft',
      'receive',
      'staff',
      { receivedOn: calendarDate('2026-11-20') },
      'earlier-receipt-shown',
    ],
    ['a match on one identifier', 'searching', 'match', 'staff', { identifiersAgreeing: 1 }, 'two-identifiers-agree'],
    ['a match of another patient', 'searching', 'match', 'staff', { onePatient: false }, 'one-patient'],
    [
      'none found after one place',
      'searching',
      'find-none',
      'staff',
      { everySourceSearched: false },
      'every-source-searched',
    ],
    [
      'none found before the former name was tried',
      'searching',
      'find-none',
      'staff',
      { everyNameTried: false },
      'every-name-tried',
    ],
    [
      'a redirect before imported copies were looked at',
      'searching',
      'redirect',
      'staff',
      { importedCopiesChecked: false },
      'imported-copies-checked',
    ],
    ['granting before identity is proved', 'matched', 'grant', 'staff', { identityProved: false }, 'identity-proved'],
    ['granting without authority', 'matched', 'grant', 'staff', { authorityShown: false }, 'authority-shown'],
    ['granting under an unlawful fee', 'matched', 'grant', 'staff', { feeLawful: false }, 'fee-lawful'],
    ['releasing a mix of patients', 'checking', 'release', 'staff', { onePatient: false }, 'one-patient'],
    [
      'releasing with a clip missing and not named',
      'checking',
      'release',
      'staff',
      { missing: 1 },
      'complete-or-missing-named',
    ],
    [
      'releasing on standing that has ended',
      'checking',
      'release',
      'staff',
      { authorityShown: false },
      'authority-shown',
    ],
    [
      'closing while a delivery is owed',
      'delivered',
      'close',
      'staff',
      { everyDeliveryDone: false },
      'every-delivery-done',
    ],
    [
      'a withdrawal by somebody unknown',
      'searching',
      'withdraw',
      'requester',
      { withdrawerIdentified: false },
      'withdrawer-identified',
    ],
  ])('refuse %s', (_, stage, trigger, by, change, guard) => {
    expect(decideTransition(at(stage), trigger, by, { ...allGood, ...change })).toEqual({
      ok: false,
      refusal: { code: 'guarded', trigger, unmet: [{ guard, cite: guards[guard].cite }] },
    });
  });

  it('let staff record what the law needs: an earlier day of receipt with its scan, a near miss with its reason', () => {
    const scanned = { ...allGood, receivedOn: calendarDate('2026-11-20'), backdatingShown: true };
    expect(take(at('draft'), 'receive', 'staff', scanned).letter).toBe('L-ACK');
    expect(
      take(at('searching'), 'match', 'staff', {
        ...allGood,
        identifiersAgreeing: 1,
        nearMissReason: 'Twin names checked.',
      }).item.stage,
    ).toBe('matched');
  });

  it('are all used by the table', () => {
    const used = new Set(transitions.flatMap((row) => row.guards));
    expect(Object.keys(guards).filter((name) => !used.has(name as GuardName))).toEqual([]);
  });
});

describe('waits', () => {
  it('stand beside the stage, let the search go on, and bar granting', () => {
    const waiting = take(at('received'), 'wait').item;
    expect(waiting).toEqual({ stage: 'received', waits: ['identity'] });
    const matched = take(take(waiting, 'search').item, 'match').item;
    expect(decideTransition(matched, 'grant', 'staff', allGood)).toMatchObject({
      refusal: { unmet: [{ guard: 'no-open-wait' }] },
    });
    const proved = take(matched, 'end-wait', 'requester').item;
    expect(take(proved, 'grant').item.stage).toBe('granted');
  });

  it('are not doubled, and only an open one ends', () => {
    const twice = take(take(at('received'), 'wait').item, 'wait').item;
    expect(twice.waits).toEqual(['identity']);
    const other = decideTransition(twice, 'end-wait', 'staff', { ...allGood, wait: 'payment' });
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
