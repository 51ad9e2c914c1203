import { describe, expect, it } from 'vitest';
import { allowed, holidays, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDenial } from '../denial.ts';
import { decideHoldForMoney } from '../fee-hold.ts';
import { feeProblemWords } from '../fee-words.ts';
import { decideHold, type HoldWish } from '../hold.ts';

describe('S11 staff hold for an unpaid bill', () => {
  const pack = packOn('2027-02-01');
  const wish: HoldWish = {
    code: 'balance-due',
    askedBy: 'individual',
    holds: ['images', 'report'],
    receivedOn: calendarDate('2027-02-01'),
    setOn: calendarDate('2027-02-04'),
  };
  const hold = (change: Partial<HoldWish>) => decideHold({ ...wish, ...change }, pack, holidays);

  it('cannot be saved: copies may not be withheld for unpaid care', () => {
    expect(refusalOf(hold({}))).toMatchObject({
      code: 'never-a-hold',
      sentence: 'Copies may not be withheld for unpaid care.',
    });
  });

  it('cannot be saved as a hold of the fee desk either, in the same words', () => {
    const refused = refusalOf(decideHoldForMoney({ for: 'unpaid-care' }, pack));
    expect(feeProblemWords(refused.code, 'en')).toBe('Copies may not be withheld for unpaid care.');
    expect(refused.why.cite).toMatch(/a bill for care never holds/);
  });

  it('L-DONE of 2027-02-04 carries no demand for the bill', () => {
    const letter = letterWords('L-DONE', { ...aboutIt('2027-02-04'), exams: [u1.given()], ways: [{ kind: 'online' }] });
    expect(letter).toContain('Your pictures are ready');
    expect(letter).not.toMatch(/\$|bill|balance|owe|1,?240/i);
  });

  it('cannot be saved as a wish of the doctor to look first, nor as an unsigned report, nor under any other word', () => {
    expect(refusalOf(hold({ code: 'await-clinician' })).code).toBe('never-a-hold');
    expect(refusalOf(hold({ code: 'unsigned-report' })).code).toBe('never-a-hold');
    expect(refusalOf(hold({ code: 'busy' }))).toMatchObject({
      code: 'unknown-code',
      lawful: expect.arrayContaining(['harm']),
    });
  });

  it('is no denial either', () => {
    const denial = {
      ground: 'unpaid bill',
      decidedOn: wish.setOn,
      basis: 'a bill',
      shown: {},
      asker: 'individual',
      asks: 'copy',
      withheld: ['all'],
      given: [],
      complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
    } as const;
    expect(refusalOf(decideDenial(denial, pack))).toMatchObject({ code: 'not-a-ground', instead: 'give the copy' });
  });

  const dr = { name: 'Dr. Osei', licensed: true };
  it.each<[string, Partial<HoldWish>, string[]]>([
    ['harm', {}, ['licensed-professional', 'case-decision', 'endangers-life-or-physical-safety']],
    ['harm', { professional: dr, caseDecision: 'seen', ground: 'R2' }, ['endangers-life-or-physical-safety']],
    ['harm', { professional: dr, caseDecision: 'seen', ground: 'R2', askedBy: 'personal-representative' }, []],
    [
      'harm',
      { professional: { ...dr, licensed: false }, caseDecision: 'seen', ground: 'R1' },
      ['licensed-professional'],
    ],
    ['harm', { professional: dr, caseDecision: 'seen', ground: 'R1' }, []],
    ['privacy', { ground: 'R1' }, ['unmet-precondition-or-unreviewable-ground']],
    ['privacy', { ground: 'U1' }, []],
    ['privacy', { precondition: 'consent under 42 CFR part 2' }, []],
    ['security', { policy: 'S-4' }, ['case-decision']],
    ['it-maintenance', { from: calendarDate('2027-02-05') }, ['start-and-end']],
    ['it-maintenance', { from: calendarDate('2027-02-06'), until: calendarDate('2027-02-05') }, ['start-and-end']],
    ['it-maintenance', { from: calendarDate('2027-02-05'), until: calendarDate('2027-02-05') }, []],
    ['protecting-care', { policy: 'P-1' }, ['not-own-request']],
    ['protecting-care', { caseDecision: 'in good faith', askedBy: 'third-party' }, []],
    ['fees', {}, ['not-electronic-access']],
    ['fees', { electronicAccess: false }, []],
    ['state-embargo', { statute: 'Tex. Occ. Code 159.0062', from: wish.setOn, until: wish.setOn }, ['report-only']],
    [
      'state-embargo',
      { statute: 'Tex. Occ. Code 159.0062', from: wish.setOn, until: wish.setOn, holds: ['report'] },
      [],
    ],
  ])('under %s with %o lacks %j', (code, change, lacks) => {
    const decided = hold({ code, ...change });
    expect(
      decided.ok ? [] : decided.refusal.code === 'hold-lacks' && decided.refusal.lacks.map(({ name }) => name),
    ).toEqual(lacks);
  });

  it('is infeasible only with the reason sent within ten business days of the request', () => {
    // Ten business days after Monday 2027-02-01, without a holiday in the set, is Monday 2027-02-15.
    const infeasible = (day: string) =>
      hold({ code: 'infeasible', caseDecision: 'the tape is broken', reasonSentInWritingOn: calendarDate(day) });
    expect(infeasible('2027-02-15').ok).toBe(true);
    expect(refusalOf(infeasible('2027-02-16'))).toMatchObject({ lacks: [{ name: 'written-reason-in-time' }] });
    expect(hold({ code: 'infeasible', reasonSentInWritingOn: wish.setOn }).ok).toBe(false);
  });

  it('stands beside the clock and moves no date', () => {
    const until = calendarDate('2027-02-08');
    const saved = allowed(hold({ code: 'it-maintenance', from: wish.setOn, until }));
    expect(saved).toMatchObject({ movesDueDate: false, until, why: { rule: 'us-hold/it-maintenance' } });
    expect(saved.why.inputs).toEqual([
      { name: 'setOn', value: '2027-02-04' },
      { name: 'until', value: '2027-02-08' },
    ]);
  });
});
