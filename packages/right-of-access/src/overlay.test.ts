import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { clockStatus, dueDate } from './clock.ts';
import { decideExtension, latestExtension } from './extension.ts';
import { applyOverlay, type FacilityOverlay, validateOverlay } from './overlay.ts';
import type { Practice } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleClocks } from './rule-clock.ts';
import { holidays, packFor } from './testing/packs.ts';

const received = calendarDate('2027-03-01');
const federal = packFor('us-federal');
const california = packFor('us-federal+CA');

function applied(pack: Pack, overlay: FacilityOverlay): Pack {
  const result = applyOverlay(pack, overlay, received);
  if (!result.ok) throw new Error(result.refusal.broken.map(({ rule }) => rule).join());
  return result.value;
}

describe('a facility cannot switch on what shuts people out or charges them for what is free', () => {
  it.each<[string, string, Practice]>([
    ['us-federal', 'us-practice/block-parents-by-age', 'block-parents-by-age'],
    ['us-federal', 'us-practice/require-notary', 'require-notary'],
    ['us-federal', 'us-practice/require-visit', 'require-visit'],
    ['us-federal', 'us-practice/require-own-form', 'require-own-form'],
    ['us-federal', 'us-practice/require-account', 'require-account'],
    ['us-federal', 'us-practice/require-reason', 'require-reason'],
    ['us-federal', 'us-practice/single-way-to-ask', 'single-way-to-ask'],
    ['us-federal', 'us-practice/single-way-to-prove-identity', 'single-way-to-prove-identity'],
    ['us-federal', 'us-practice/encrypted-only', 'encrypted-only'],
    ['us-federal', 'us-practice/hard-copy-only', 'hard-copy-only'],
    ['us-federal', 'us-practice/hold-for-unpaid-care', 'hold-for-unpaid-care'],
    ['us-federal', 'us-practice/wait-for-clinician', 'wait-for-clinician'],
    ['us-federal', 'us-practice/pause-while-waiting', 'pause-while-waiting'],
    ['us-federal', 'us-practice/reset-clock-on-reminder', 'reset-clock-on-reminder'],
    ['us-federal', 'us-practice/charge-for-search', 'charge-for-search'],
    ['us-federal', 'us-practice/charge-for-verification', 'charge-for-verification'],
    ['us-federal', 'us-practice/charge-for-viewing', 'charge-for-viewing'],
    ['us-federal', 'us-practice/charge-per-image', 'charge-per-image'],
    ['us-federal', 'us-practice/report-instead-of-images', 'report-instead-of-images'],
    ['eu-gdpr', 'eu-practice/require-notary', 'require-notary'],
    ['eu-gdpr', 'eu-practice/require-visit', 'require-visit'],
    ['eu-gdpr', 'eu-practice/require-own-form', 'require-own-form'],
    ['eu-gdpr', 'eu-practice/require-account', 'require-account'],
    ['eu-gdpr', 'eu-practice/require-reason', 'require-reason'],
    ['eu-gdpr', 'eu-practice/charge-for-search', 'charge-for-search'],
    ['eu-gdpr', 'eu-practice/charge-for-verification', 'charge-for-verification'],
    ['eu-gdpr', 'eu-practice/charge-for-viewing', 'charge-for-viewing'],
    ['eu-gdpr', 'eu-practice/charge-per-image', 'charge-per-image'],
    ['eu-gdpr', 'eu-practice/report-instead-of-images', 'report-instead-of-images'],
  ])('%s: %s', (choice, rule, practice) => {
    const refused = applyOverlay(packFor(choice), { practices: [practice] }, received);
    expect(refused).toMatchObject({ refusal: { code: 'laxer-than-law', broken: [{ rule, wanted: practice }] } });
  });
});

describe('a facility’s own periods', () => {
  it('may be shorter than the law, and then govern', () => {
    const stricter = applied(federal, { responseDays: { copy: 10 }, extensionDays: 5 });
    expect(dueDate(received, undefined, stricter)).toMatchObject({
      on: '2027-03-11',
      why: [{ rule: 'facility/copy' }, {}],
    });
    const wish = {
      promisedOn: calendarDate('2027-03-17'),
      reason: 'The films come on Monday.',
      cause: 'other',
    } as const;
    expect(decideExtension(received, undefined, wish, received, stricter)).toMatchObject({
      refusal: { code: 'date-too-late', latest: '2027-03-16' },
    });
  });

  it('may never be longer; the broken rule is named, the state’s too', () => {
    expect(validateOverlay(federal, { responseDays: { copy: 31 } })).toMatchObject([
      { setting: 'responseDays.copy', wanted: '31', lawful: 'at most 30', rule: 'us-federal/copy' },
    ]);
    expect(validateOverlay(california, { responseDays: { copy: 20, inspect: 8 } })).toMatchObject([
      { rule: 'CA-123110/copy', lawful: 'at most 15' },
      { rule: 'CA-123110/inspect', lawful: 'at most 7' },
    ]);
    expect(validateOverlay(federal, { responseDays: { copy: 0 } })).toHaveLength(1);
    expect(validateOverlay(federal, { responseDays: { copy: 30, report: 30, inspect: 1 } })).toEqual([]);
  });

  it('may give up the extension and never lengthen it', () => {
    expect(validateOverlay(federal, { extensionDays: 31 })).toMatchObject([
      { lawful: 'at most 30', rule: 'us-federal/copy', cite: '45 CFR 164.524(b)(2)(ii)' },
    ]);
    expect(validateOverlay(california, { extensionDays: 1 })).toMatchObject([
      { rule: 'CA-123110/copy', lawful: 'at most 0' },
    ]);
    const never = applied(federal, { extensionDays: 0 });
    expect(latestExtension(received, never)).toBe('2027-03-31');
  });

  it('may keep a proposed rule already: us-proposed-15/copy and us-proposed-15/inspect', () => {
    expect(dueDate(received, undefined, federal).on).toBe('2027-03-31');
    const early = applied(federal, { adoptedProposals: ['us-proposed-15/copy', 'us-proposed-15/inspect'] });
    expect(ruleClocks(received, early)[0]).toMatchObject({ due: '2027-03-16', maxExtended: '2027-03-31' });
    expect(dueDate(received, undefined, early, { kind: 'inspect' }).on).toBe('2027-03-16');
    expect(validateOverlay(federal, { adoptedProposals: ['us-proposed-90/copy'] })).toMatchObject([
      { cite: 'no such proposal' },
    ]);
  });
});

describe('a facility’s warnings, promises and schedules', () => {
  it('set their own levels: us-federal/warnings', () => {
    const earlier = applied(federal, { warningPercents: [20, 60] });
    const { warnings } = clockStatus(received, undefined, received, earlier);
    expect(warnings.map(({ on }) => on)).toEqual(['2027-03-07', '2027-03-19']);
    for (const warningPercents of [[], [80, 50], [50, 100], [0.5]]) {
      expect(validateOverlay(federal, { warningPercents })).toMatchObject([{ rule: 'us-federal/warnings' }]);
    }
  });

  it('shorten the house’s promises: us-federal/service-limits', () => {
    expect(applied(federal, { serviceLimits: { redirect: 1 } }).serviceLimits.value.redirect.n).toBe(1);
    expect(validateOverlay(federal, { serviceLimits: { redirect: 3, 'review-denial': -1 } })).toMatchObject([
      { rule: 'us-federal/service-limits', lawful: 'at most 2 business-day' },
      { rule: 'us-federal/service-limits' },
    ]);
  });

  it('keep records longer and never shorter', () => {
    expect(applied(federal, { retentionYears: { images: 10 } }).retention.at(-1)).toMatchObject({ years: 10 });
    expect(validateOverlay(federal, { retentionYears: { images: 4 } })).toMatchObject([{ rule: 'us-keep/images' }]);
  });
});

describe('a facility’s answers and confirmations', () => {
  it('choose among what the law leaves open', () => {
    expect(applied(federal, { answers: { 'OD-1': 'day-1' } }).answers['OD-1']).toBe('day-1');
    expect(validateOverlay(federal, { answers: { 'OD-2': 'moves-later' } })).toMatchObject([{ rule: 'OD-2' }]);
    expect(validateOverlay(federal, { answers: { 'OD-5': 'as-listed' } })).toMatchObject([{ rule: 'OD-5' }]);
  });

  it('ask for the fee first only where no law forbids it', () => {
    expect(validateOverlay(federal, { answers: { 'OD-9': 'fee-first' } })).toEqual([]);
    expect(validateOverlay(packFor('us-federal+NY'), { answers: { 'OD-9': 'fee-first' } })).toMatchObject([
      { rule: 'NY-PHL18/copy' },
    ]);
  });

  it('turn a medium rule into a sure one by a named person, and only a medium one', () => {
    const montana = packFor('us-federal+MT');
    const confirmation = { row: 'MT-5016541/copy', by: 'Ada Stone, privacy officer', on: received };
    const before = ruleClocks(received, montana, { holidays })[0];
    expect(before).toMatchObject({ acts: true, why: { confidence: 'medium' } });
    const after = ruleClocks(received, applied(montana, { confirmations: [confirmation] }), { holidays })[0];
    expect(after?.why).toMatchObject({ confidence: 'high' });
    expect(after?.why.inputs.at(-1)).toEqual({ name: 'confirmedBy', value: 'Ada Stone, privacy officer, 2027-03-01' });
    expect(validateOverlay(montana, { confirmations: [{ ...confirmation, by: ' ' }] })).toHaveLength(1);
    expect(validateOverlay(montana, { confirmations: [{ ...confirmation, row: 'us-federal/copy' }] })).toHaveLength(1);
  });

  it('leave a rule of low confidence without effect', () => {
    const row = federal.access.find(({ id }) => id === 'us-federal/copy');
    if (!row) throw new Error('no row');
    const doubtful = { ...row, id: 'XX-1/copy', conf: 'low' as const, limit: { n: 2, unit: 'calendar-day' as const } };
    const due = dueDate(received, undefined, { ...federal, access: [...federal.access, doubtful] });
    expect(due.on).toBe('2027-03-31');
    expect(due.clocks[0]).toMatchObject({ due: '2027-03-03', acts: false, why: { confidence: 'low' } });
  });
});
