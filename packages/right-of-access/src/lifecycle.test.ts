import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type ExamItem, requestState, type Stage, stages } from './exam-item.ts';
import { decideTransition, possibleTriggers } from './lifecycle.ts';
import { type GuardName, guards, type TransitionFacts } from './transition-guards.ts';
import { type TransitionActor, type Trigger, transitions } from './transitions.ts';

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
  withdrawalSaid: true,
  examAllowed: true,
  instrument: 'not-needed',
  openHolds: 0,
  barringHolds: 0,
  extensionLawful: true,
  denialGrounded: true,
  denialLetterSent: true,
  groundReviewable: true,
  reviewerFit: true,
  matchStanding: true,
  askedBefore: true,
  deliveriesKept: true,
  identityNeverShown: true,
  byPrivacyOfficer: true,
  foundNotAsked: true,
  notTheirs: true,
  noRightOfAccess: true,
  reason: 'written down',
  reopenedFor: 'missing-images',
  dueOn: calendarDate('2026-11-22'),
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
    expect(item).toEqual({ stage: 'closed', waits: [], outcome: 'given', receivedOn: today });
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
      const decided = decideTransition(at(row.from[0] as Stage), row.trigger, row.by[0] as TransitionActor, {});
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
    ['granting under a hold for harm', 'matched', 'grant', 'staff', { barringHolds: 1 }, 'no-barring-hold'],
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
    [
      'granting an exam that this parent may not have',
      'matched',
      'grant',
      'system',
      { examAllowed: false },
      'exam-allowed',
    ],
    [
      'releasing an exam that this parent may not have',
      'checking',
      'release',
      'system',
      { examAllowed: false },
      'exam-allowed',
    ],
    [
      'releasing on a revoked authorization',
      'checking',
      'release',
      'staff',
      { instrument: 'revoked' },
      'instrument-valid',
    ],
    [
      'releasing on an expired authorization',
      'checking',
      'release',
      'staff',
      { instrument: 'expired' },
      'instrument-valid',
    ],
    [
      'releasing on a defective directive',
      'checking',
      'release',
      'staff',
      { instrument: 'defective' },
      'instrument-valid',
    ],
    ['releasing under a hold', 'checking', 'release', 'staff', { openHolds: 1 }, 'no-hold-open'],
    [
      'releasing a near miss that one person saw',
      'checking',
      'release',
      'staff',
      { nearMissReason: 'twins' },
      'near-miss-seconded',
    ],
    ['an unlawful extension', 'searching', 'extend', 'staff', { extensionLawful: false }, 'extension-lawful'],
    ['a denial without ground', 'searching', 'deny', 'staff', { denialGrounded: false }, 'denial-grounded'],
    ['a denial in part without ground', 'checking', 'deny-part', 'staff', { denialGrounded: false }, 'denial-grounded'],
    ['silence as a withdrawal', 'searching', 'withdraw', 'staff', { withdrawalSaid: false }, 'withdrawal-said'],
    ['a joining of different exams', 'received', 'join', 'staff', { askedBefore: false }, 'asked-before'],
    ['a joining that loses a recipient', 'received', 'join', 'staff', { deliveriesKept: false }, 'deliveries-kept'],
    ['a recall by staff', 'released', 'recall', 'staff', { byPrivacyOfficer: false }, 'recall-by-privacy-officer'],
    ['a recall without a reason', 'released', 'recall', 'staff', { reason: ' ' }, 'reason-given'],
    ['lateness on the last day', 'searching', 'become-overdue', 'system', { dueOn: today }, 'past-due'],
    [
      'a receipt moved without its first day known',
      'searching',
      'correct-receipt',
      'staff',
      {},
      'receipt-moved-earlier',
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

describe('what stands beside the stage', () => {
  const denied: ExamItem = { stage: 'closed', waits: [], outcome: 'denied' };

  it('is one extension, and no second', () => {
    const extended = take(at('searching'), 'extend');
    expect(extended).toMatchObject({
      item: { stage: 'searching', flags: ['extended'] },
      letter: 'L-EXT',
      clock: 'runs',
    });
    expect(decideTransition(extended.item, 'extend', 'staff', allGood)).toMatchObject({
      refusal: { unmet: [{ guard: 'not-extended-before', cite: '45 CFR 164.524(b)(2)(ii)(B): one extension' }] },
    });
  });

  it('is a lateness that keeps the item open, with one letter', () => {
    const late = take(at('matched'), 'become-overdue', 'system');
    expect(late).toMatchObject({ item: { stage: 'matched', flags: ['overdue'] }, letter: 'L-LATE', clock: 'runs' });
    expect(decideTransition(late.item, 'become-overdue', 'system', allGood)).toMatchObject({
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
    expect(decideTransition(delivered, 'close', 'staff', { ...allGood, denialLetterSent: false })).toMatchObject({
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
    expect(decideTransition(asked, 'overturn', 'staff', { ...allGood, ...change })).toMatchObject({
      refusal: { unmet: [{ guard }] },
    });
  });

  it('is no review of what was not denied, nor of an unreviewable ground', () => {
    expect(decideTransition(at('closed'), 'ask-review', 'requester', allGood)).toMatchObject({
      refusal: { unmet: [{ guard: 'was-denied' }] },
    });
    expect(decideTransition(denied, 'ask-review', 'requester', { ...allGood, groundReviewable: false })).toMatchObject({
      refusal: { unmet: [{ guard: 'ground-reviewable' }] },
    });
    expect(decideTransition(denied, 'uphold', 'staff', allGood)).toMatchObject({
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
    expect(decideTransition(denied, 'recall', 'staff', allGood)).toMatchObject({
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
      expect(decideTransition({ stage: 'closed', waits: [], outcome }, 'reopen', 'staff', allGood)).toMatchObject({
        refusal: { unmet: [{ guard: 'may-reopen' }] },
      });
    }
    expect(decideTransition(at('matched'), 'close-unidentified', 'staff', allGood)).toMatchObject({
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
      decideTransition(item, 'correct-receipt', 'staff', { ...allGood, receivedOn: calendarDate(day) });
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

  it('end one by one: what else is lacking stays', () => {
    const both = at('received', ['identity', 'payment']);
    expect(take(both, 'end-wait').item.waits).toEqual(['payment']);
    expect(take(both, 'end-wait', 'staff', { ...allGood, wait: 'payment' }).item.waits).toEqual(['identity']);
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
