import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { clockStatus, dueDate } from './clock.ts';
import { openQuestions } from './open-decision.ts';
import { applyOverlay, type FacilityOverlay, validateOverlay } from './overlay.ts';
import type { Practice } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';
import { ruleClocks } from './rule-clock.ts';
import { holidays, packFor } from './testing/packs.ts';

const received = calendarDate('2027-03-01');
const federal = packFor('us-federal');

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
    ['us-federal', 'us-practice/require-wet-ink', 'require-wet-ink'],
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
    const row = packFor(choice).barredPractices.find(({ id }) => id === rule);
    expect(validateOverlay(packFor(choice), { practices: [practice] })).toEqual([
      { setting: 'practices', wanted: practice, rule, cite: row?.cite, sentence: row?.sentence },
    ]);
  });
});

describe('what no overlay has', () => {
  const broken = (overlay: object) =>
    validateOverlay(federal, overlay as FacilityOverlay).map(({ setting, cite }) => [setting, cite]);

  it('is refused by its name, wherever it stands', () => {
    expect(broken({ respondDays: { copy: 10 } })).toEqual([['respondDays', 'no such setting']]);
    expect(broken({ responseDays: { copies: 10 } })).toEqual([['responseDays.copies', 'no such setting']]);
    expect(broken({ serviceLimits: { redirects: 1 } })).toEqual([['serviceLimits.redirects', 'no such setting']]);
    expect(broken({ retentionYears: { films: 9 } })).toEqual([['retentionYears.films', 'no such setting']]);
    expect(broken({ answers: { 'OD-99': 'yes' } })).toEqual([['OD-99', 'no such open decision']]);
    const nowhere = 'no such practice can be switched on';
    expect(broken({ practices: ['print-in-colour'] })).toEqual([['practices', nowhere]]);
    // Barred in the United States alone; elsewhere nothing would read it.
    const encrypted = validateOverlay(packFor('eu-gdpr'), { practices: ['encrypted-only'] });
    expect(encrypted).toMatchObject([{ wanted: 'encrypted-only', cite: nowhere }]);
  });

  it('keeps everything that one has', () => {
    const whole: Required<FacilityOverlay> = {
      responseDays: { copy: 10, inspect: 10, report: 10 },
      extensionDays: 5,
      warningPercents: [50],
      serviceLimits: { redirect: 1 },
      retentionYears: { images: 9, 'access-file': 7 },
      answers: { 'OD-1': 'day-1' },
      adoptedProposals: ['us-proposed-15/copy'],
      confirmations: [],
      practices: [],
    };
    expect(validateOverlay(federal, whole)).toEqual([]);
  });
});

describe('a facility’s warnings, promises and schedules', () => {
  it('set their own levels: us-federal/warnings', () => {
    const earlier = applied(federal, { warningPercents: [20, 60] });
    const { warnings } = clockStatus(received, undefined, received, earlier);
    expect(warnings.map(({ on }) => on)).toEqual(['2027-03-07', '2027-03-19']);
    for (const warningPercents of [[], [80, 50], [50, 50], [50, 100], [0.5], [0], [0, 50]]) {
      expect(validateOverlay(federal, { warningPercents })).toEqual([
        {
          setting: 'warningPercents',
          wanted: warningPercents.join(', '),
          lawful: 'whole percents below 100, rising',
          rule: 'us-federal/warnings',
          cite: federal.warnings.cite,
        },
      ]);
    }
    expect(validateOverlay(federal, { warningPercents: [1, 2, 99] })).toEqual([]);
    expect(earlier.warnings.value.soonFrom).toBe(federal.warnings.value.soonFrom);
  });

  it('shorten the house’s promises: us-federal/service-limits', () => {
    expect(applied(federal, { serviceLimits: { redirect: 1 } }).serviceLimits.value.redirect.n).toBe(1);
    expect(validateOverlay(federal, { serviceLimits: { redirect: 3, 'review-denial': -1 } })).toMatchObject([
      { rule: 'us-federal/service-limits', lawful: 'at most 2 business-day' },
      { rule: 'us-federal/service-limits', setting: 'serviceLimits.review-denial', wanted: '-1' },
    ]);
    expect(validateOverlay(federal, { serviceLimits: { redirect: 1.5 } })).toHaveLength(1);
    expect(validateOverlay(federal, { serviceLimits: { redirect: 2, 'offer-inspection': 0 } })).toEqual([]);
    const { value } = applied(federal, { serviceLimits: { redirect: 0 } }).serviceLimits;
    expect(value).toEqual({ ...federal.serviceLimits.value, redirect: { n: 0, unit: 'business-day' } });
  });

  it('keep records longer and never shorter', () => {
    expect(applied(federal, { retentionYears: { images: 10 } }).retention.at(-1)).toEqual({
      id: 'facility-keep/images',
      jurisdiction: 'us-federal',
      covers: 'images',
      years: 10,
      cite: 'schedule of this facility',
      conf: 'high',
      effectiveFrom: received,
      appliedBy: 'keepUntil',
    });
    expect(validateOverlay(federal, { retentionYears: { images: 5 } })).toEqual([]);
    for (const images of [4, Number.NaN]) {
      expect(validateOverlay(federal, { retentionYears: { images } })).toMatchObject([
        { rule: 'us-keep/images', setting: 'retentionYears.images', wanted: `${images}`, lawful: 'at least 5' },
      ]);
    }
    const doubtful = federal.retention.map((row) => ({ ...row, conf: 'low' as const }));
    expect(validateOverlay({ ...federal, retention: doubtful }, { retentionYears: { images: 4 } })).toEqual([]);
  });
});

describe('a facility’s answers and confirmations', () => {
  it('choose among what the law leaves open', () => {
    expect(applied(federal, { answers: { 'OD-1': 'day-1' } }).answers['OD-1']).toBe('day-1');
    expect(validateOverlay(federal, { answers: { 'OD-2': 'moves-later' } })).toEqual([
      {
        setting: 'OD-2',
        wanted: 'moves-later',
        lawful: 'stays, moves-earlier',
        rule: 'OD-2',
        cite: `${openQuestions['OD-2'].question} ${federal.openDecisions['OD-2'].reason}`,
      },
    ]);
    expect(validateOverlay(federal, { answers: { 'OD-2': 'stays', 'OD-8': 'arrival-scan' } })).toEqual([]);
    expect(validateOverlay(federal, { answers: { 'OD-5': 'as-listed' } })).toMatchObject([{ rule: 'OD-5' }]);
    const unknown = validateOverlay(federal, { answers: { 'OD-99': 'day-1' } as object });
    expect(unknown).toEqual([{ setting: 'OD-99', wanted: 'day-1', rule: 'OD-99', cite: 'no such open decision' }]);
  });

  it('ask for the fee first only where no law forbids it', () => {
    expect(validateOverlay(federal, { answers: { 'OD-9': 'fee-first' } })).toEqual([]);
    expect(validateOverlay(packFor('us-federal+NY'), { answers: { 'OD-9': 'fee-first' } })).toMatchObject([
      { rule: 'NY-PHL18/copy', setting: 'OD-9', wanted: 'fee-first', lawful: federal.openDecisions['OD-9'].setting },
    ]);
    const invoice = federal.openDecisions['OD-9'].setting;
    expect(validateOverlay(packFor('us-federal+NY'), { answers: { 'OD-9': invoice } })).toEqual([]);
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
    expect(validateOverlay(montana, { confirmations: [{ ...confirmation, row: 'us-federal/copy' }] })).toEqual([
      {
        setting: 'confirmations',
        wanted: 'us-federal/copy by Ada Stone, privacy officer',
        lawful: 'a row of medium confidence, by a named person',
        rule: 'us-federal/copy',
        cite: 'only rows of medium confidence wait for a confirmation',
      },
    ]);
    expect(applied(montana, { confirmations: [confirmation] }).confirmations).toEqual([confirmation]);
    const inspect = ruleClocks(received, applied(montana, { confirmations: [confirmation] }), {
      kind: 'inspect',
      holidays,
    })[0];
    expect(inspect?.why).toMatchObject({ rule: 'MT-5016541/inspect', confidence: 'medium' });
  });

  it('confirm every kind of row that may be unsure', () => {
    const rows = [
      ['us-federal+AL', 'AL-age/consent'],
      ['us-federal+CA', 'CA-123148/embargo'],
      ['us-federal+CA', 'CA-keep/records'],
      ['us-federal', 'us-hold/protecting-care'],
      ['eu-gdpr', 'eu-gdpr/pause-identity'],
      ['us-federal', 'us-end/none-found'],
    ] as const;
    for (const [choice, row] of rows) {
      const by = 'Ada Stone, privacy officer';
      expect(validateOverlay(packFor(choice), { confirmations: [{ row, by, on: received }] })).toEqual([]);
    }
  });

  it('promise no proposal that is not there', () => {
    expect(validateOverlay(federal, { adoptedProposals: ['us-proposed-15/copy', 'us-proposed-90/copy'] })).toEqual([
      {
        setting: 'adoptedProposals',
        wanted: 'us-proposed-90/copy',
        rule: 'us-proposed-90/copy',
        cite: 'no such proposal',
      },
    ]);
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
