import { describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/facility-f.ts';
import { calendarDate as day } from './calendar.ts';
import { decideHold, type HoldWish, holdCodesFor } from './hold.ts';
import { holidays, packFor } from './testing/packs.ts';

const federal = packFor('us-federal');
const wish: HoldWish = {
  code: 'harm',
  askedBy: 'individual',
  holds: ['report'],
  receivedOn: day('2027-03-01'),
  setOn: day('2027-03-02'),
};
const decide = (change: Partial<HoldWish>) => decideHold({ ...wish, ...change }, federal, { holidays });
/** The demands that are not met, by name. */
function lacks(change: Partial<HoldWish>): string[] {
  const decided = decide(change);
  return decided.ok || decided.refusal.code !== 'hold-lacks' ? [] : decided.refusal.lacks.map(({ name }) => name);
}

describe('a hold that prevents harm', () => {
  const harm = { professional: { name: 'Dr. Ito', licensed: true }, caseDecision: 'threats on record' };
  const unmet = ['endangers-life-or-physical-safety'];

  it('from the patient needs danger to life or physical safety (R1), and no lesser harm', () => {
    expect(lacks({ ...harm, ground: 'R1' })).toEqual([]);
    for (const ground of ['R2', 'R3', 'U1', 'upset', '']) expect(lacks({ ...harm, ground })).toEqual(unmet);
    expect(lacks(harm)).toEqual(unmet);
  });

  it('from somebody else needs a reviewable ground that is open to them: R3 is about representatives alone', () => {
    const asked = (askedBy: HoldWish['askedBy'], ground?: string) =>
      lacks({ ...harm, askedBy, ...(ground !== undefined && { ground }) });
    for (const ground of ['R1', 'R2', 'R3']) expect(asked('personal-representative', ground)).toEqual([]);
    expect(asked('third-party', 'R1')).toEqual([]);
    expect(asked('third-party', 'R2')).toEqual([]);
    expect(asked('third-party', 'R3')).toEqual(unmet);
    for (const ground of ['U1', 'upset', undefined]) expect(asked('personal-representative', ground)).toEqual(unmet);
  });

  it('is decided by a licensed professional with a name, for this case', () => {
    const grounded = { ...harm, ground: 'R1' };
    expect(lacks({ ...grounded, professional: { name: ' ', licensed: true } })).toEqual(['licensed-professional']);
    expect(lacks({ ...grounded, professional: { name: 'kim', licensed: false } })).toEqual(['licensed-professional']);
    expect(lacks({ ...grounded, caseDecision: ' ' })).toEqual(['case-decision']);
    expect(lacks({})).toEqual(['licensed-professional', 'case-decision', 'endangers-life-or-physical-safety']);
  });
});

describe('a hold under another exception', () => {
  it('for privacy needs a precondition of law that is not met, or a ground that nobody reviews', () => {
    expect(lacks({ code: 'privacy', precondition: 'no consent of the other parent on file' })).toEqual([]);
    expect(lacks({ code: 'privacy', ground: 'U3' })).toEqual([]);
    const unmet = ['unmet-precondition-or-unreviewable-ground'];
    for (const ground of ['R1', 'upset', '']) expect(lacks({ code: 'privacy', ground })).toEqual(unmet);
    expect(lacks({ code: 'privacy', precondition: ' ' })).toEqual(unmet);
  });

  it('for security needs the written policy and a decision for this case', () => {
    expect(lacks({ code: 'security', policy: 'p', caseDecision: 'c' })).toEqual([]);
    expect(lacks({ code: 'security', policy: 'p' })).toEqual(['case-decision']);
    expect(lacks({ code: 'security', caseDecision: 'c' })).toEqual(['written-policy']);
  });

  it('as infeasible needs a written reason by the tenth business day after receipt, and a decision for this case', () => {
    const written = (on: string, caseDecision = 'c') =>
      lacks({ code: 'infeasible', caseDecision, reasonSentInWritingOn: day(on) });
    expect(written('2027-03-15')).toEqual([]);
    expect(written('2027-03-16')).toEqual(['written-reason-in-time']);
    expect(written('2027-03-15', ' ')).toEqual(['written-reason-in-time']);
    expect(lacks({ code: 'infeasible', caseDecision: 'c' })).toEqual(['written-reason-in-time']);
    const codes = federal.holdCodes.map(({ noticeLimit, ...code }) => code);
    const untimed = { ...wish, code: 'infeasible', caseDecision: 'c', reasonSentInWritingOn: day('2027-03-02') };
    expect(refusalOf(decideHold(untimed, { ...federal, holdCodes: codes }, { holidays })).code).toBe('hold-lacks');
  });

  it('for maintenance needs a start and an end that follows it', () => {
    const [first, second] = [day('2027-03-02'), day('2027-03-03')];
    const during = (from?: typeof first, until?: typeof first) =>
      lacks({ code: 'it-maintenance', ...(from && { from }), ...(until && { until }) });
    expect(during(first, second)).toEqual([]);
    expect(during(first, first)).toEqual([]);
    expect(during(second, first)).toEqual(['start-and-end']);
    expect(during(first)).toEqual(['start-and-end']);
    expect(during(undefined, second)).toEqual(['start-and-end']);
    expect(during()).toEqual(['start-and-end']);
  });

  it('for reproductive care is never against the patient’s own request, and needs a policy or a decision', () => {
    const care = { code: 'protecting-care', askedBy: 'third-party' } as const;
    expect(lacks({ ...care, policy: 'p' })).toEqual([]);
    expect(lacks({ ...care, caseDecision: 'c' })).toEqual([]);
    expect(lacks(care)).toEqual(['policy-or-case-decision']);
    expect(lacks({ ...care, askedBy: 'individual', policy: 'p' })).toEqual(['not-own-request']);
    expect(lacks({ ...care, askedBy: 'personal-representative', policy: 'p' })).toEqual([]);
  });

  it('for fees is none where the copy goes out electronically, or where nobody said how', () => {
    expect(lacks({ code: 'fees', electronicAccess: false })).toEqual([]);
    expect(lacks({ code: 'fees', electronicAccess: true })).toEqual(['not-electronic-access']);
    expect(lacks({ code: 'fees' })).toEqual(['not-electronic-access']);
  });

  it('of a state reaches the report alone, by a statute that is named', () => {
    const embargo = {
      code: 'state-embargo',
      statute: 'Occ. Code 159.0062',
      from: day('2027-03-02'),
      until: day('2027-03-05'),
    };
    expect(lacks(embargo)).toEqual([]);
    expect(lacks({ ...embargo, statute: '' })).toEqual(['statute']);
    for (const holds of [['images'], ['report', 'images'], ['images', 'report'], []] as const) {
      expect(lacks({ ...embargo, holds })).toEqual(['report-only']);
    }
  });
});

describe('the answer to somebody who wants to hold something', () => {
  it('names every demand that is not met, with the clause that makes it', () => {
    expect(decide({ code: 'licensing' })).toEqual({
      ok: false,
      refusal: {
        code: 'hold-lacks',
        cite: '45 CFR 171.303',
        lacks: [
          { name: 'case-decision', cite: '45 CFR 171.303' },
          { name: 'not-own-request', cite: '45 CFR 171.303' },
        ],
      },
    });
  });

  it('to a reason of their own lists the lawful ones', () => {
    expect(decide({ code: 'too-much-work' })).toEqual({
      ok: false,
      refusal: {
        code: 'unknown-code',
        cite: '45 CFR part 171, subparts B to D',
        lawful: federal.holdCodes.map(({ code }) => code),
      },
    });
  });

  it('to an unpaid bill is the sentence that forbids it', () => {
    expect(decide({ code: 'balance-due' })).toEqual({
      ok: false,
      refusal: {
        code: 'never-a-hold',
        sentence: 'Copies may not be withheld for unpaid care.',
        cite: 'HHS FAQ: a bill for care never holds a copy',
      },
    });
  });

  it('that is lawful moves no due date, and says who, under what, and until when', () => {
    const held = decide({
      ground: 'R1',
      caseDecision: 'threats on record',
      professional: { name: 'Dr. Ito', licensed: true },
      policy: 'HIM-7',
      statute: 's',
      until: day('2027-03-09'),
    });
    expect(held).toEqual({
      ok: true,
      value: {
        code: 'harm',
        movesDueDate: false,
        until: '2027-03-09',
        why: {
          rule: 'us-hold/harm',
          cite: '45 CFR 171.201',
          confidence: 'high',
          inputs: [
            { name: 'setOn', value: '2027-03-02' },
            { name: 'by', value: 'Dr. Ito' },
            { name: 'policy', value: 'HIM-7' },
            { name: 'statute', value: 's' },
            { name: 'until', value: '2027-03-09' },
          ],
        },
      },
    });
    const open = decide({ code: 'manner', caseDecision: 'c' });
    expect(open.ok && open.value).not.toHaveProperty('until');
    expect(open).toMatchObject({ value: { why: { inputs: [{ name: 'setOn', value: '2027-03-02' }] } } });
    expect(open.ok && open.value.why.inputs).toHaveLength(1);
  });
});

describe('the codes that a request is offered', () => {
  const codes = (choice: string, askedBy: HoldWish['askedBy'], electronicAccess = true) =>
    holdCodesFor(packFor(choice), { askedBy, electronicAccess }).map(({ code }) => code);

  it('leave out what would always be refused: fees on electronic access, and what never meets an own request', () => {
    const own = ['harm', 'privacy', 'security', 'infeasible', 'it-maintenance', 'manner'];
    expect(codes('us-federal', 'individual')).toEqual(own);
    expect(codes('us-federal', 'personal-representative')).toEqual([
      ...own.slice(0, 5),
      'protecting-care',
      'manner',
      'licensing',
    ]);
    expect(codes('us-federal', 'individual', false)).toContain('fees');
  });

  it('hold a state’s embargo only where the pack has one that acts', () => {
    expect(codes('us-federal+TX', 'individual')).toContain('state-embargo');
    const texas = packFor('us-federal+TX');
    const unsure = { ...texas, embargoes: texas.embargoes.map((row) => ({ ...row, conf: 'low' as const })) };
    const offered = holdCodesFor(unsure, { askedBy: 'individual', electronicAccess: true });
    expect(offered.map(({ code }) => code)).not.toContain('state-embargo');
  });
});
