import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { clockStatus, dueDate } from './clock.ts';
import { decideExtension, latestExtension } from './extension.ts';
import { openQuestions } from './open-decision.ts';
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

describe('how a promise in days is held against a period', () => {
  const days = (choice: string, overlay: FacilityOverlay) =>
    validateOverlay(packFor(choice), overlay).map(({ rule, lawful }) => [rule, lawful]);

  it.each([
    ['us-federal', 30, 'us-federal/copy'],
    ['us-federal+CA', 15, 'CA-123110/copy'],
    ['us-federal+TN', 14, 'TN-632101/copy'],
    ['us-federal+WA', 21, 'WA-7002080/copy'],
    ['us-federal+MD', 29, 'MD-4304/copy'],
    ['eu-gdpr', 28, 'eu-gdpr/copy'],
  ])('%s: %i calendar days are never later than the law, one more may be', (choice, most, rule) => {
    expect(days(choice, { responseDays: { copy: most } })).toEqual([]);
    expect(days(choice, { responseDays: { copy: most + 1 } })).toEqual([[rule, `at most ${most}`]]);
  });

  it.each([
    ['us-federal', 30, 'us-federal/copy'],
    ['us-federal+WA', 8, 'WA-7002080/copy'],
    ['us-federal+CA', 0, 'CA-123110/copy'],
    ['eu-gdpr', 56, 'eu-gdpr/copy'],
  ])('%s: an extension of %i days is lawful, one more may not be', (choice, most, rule) => {
    expect(days(choice, { extensionDays: most })).toEqual([]);
    expect(days(choice, { extensionDays: most + 1 })).toEqual([[rule, `at most ${most}`]]);
  });

  it('in whole days from one, and an extension in whole days from none', () => {
    for (const copy of [0, -1, 1.5, Number.NaN]) {
      expect(days('us-federal', { responseDays: { copy } })).toEqual([['us-federal/copy', 'whole days from 1']]);
    }
    expect(days('us-federal', { responseDays: { copy: 1 } })).toEqual([]);
    for (const extensionDays of [-1, 1.5, Number.NaN]) {
      expect(days('us-federal', { extensionDays })).toEqual([['us-federal/copy', 'at most 30']]);
    }
  });

  it('a report by the rule for copies, and nothing by a rule of low confidence', () => {
    expect(days('us-federal+TN', { responseDays: { inspect: 20 } })).toEqual([]);
    expect(days('us-federal', { responseDays: { report: 31 } })).toEqual([['us-federal/copy', 'at most 30']]);
    expect(days('us-federal+NY', { responseDays: { inspect: 11, copy: 30 } })).toEqual([
      ['NY-PHL18/inspect', 'at most 10'],
    ]);
    const doubtful = california.access.map((row) =>
      row.jurisdiction === 'CA' ? { ...row, conf: 'low' as const } : row,
    );
    expect(validateOverlay({ ...california, access: doubtful }, { responseDays: { copy: 30 } })).toEqual([]);
  });

  it('says in full what was wanted, what would be lawful, and by which clause', () => {
    expect(validateOverlay(federal, { responseDays: { copy: 31 }, extensionDays: 31 })).toEqual([
      {
        setting: 'responseDays.copy',
        wanted: '31',
        lawful: 'at most 30',
        rule: 'us-federal/copy',
        cite: '45 CFR 164.524(b)(2)(i)',
      },
      {
        setting: 'extensionDays',
        wanted: '31',
        lawful: 'at most 30',
        rule: 'us-federal/copy',
        cite: '45 CFR 164.524(b)(2)(ii)',
      },
    ]);
    expect(validateOverlay(california, { extensionDays: 1 })[0]?.cite).toBe('Cal. Health & Safety Code 123110');
  });
});

describe('a facility’s promise is a rule like any other', () => {
  it('with an id, a day and a reason of its own, and no fee', () => {
    const promise = applied(federal, { responseDays: { copy: 10 } }).access.at(-1);
    expect(promise).toMatchObject({
      id: 'facility/copy',
      jurisdiction: 'facility',
      kind: 'copy',
      limit: { n: 10, unit: 'calendar-day' },
      startsOn: 'receipt',
      extension: { limit: { n: 30, unit: 'calendar-day' }, from: 'due', cite: '45 CFR 164.524(b)(2)(ii)' },
      fee: { caps: [], freeWhen: [], neverCharge: [] },
      cite: 'promise of this facility, stricter than the law',
      conf: 'high',
      verifiedOn: received,
      effectiveFrom: received,
    });
  });

  it('reaches the kinds of access that it names; a promise about extensions reaches copies and looking', () => {
    const promised = (overlay: FacilityOverlay, pack = federal) =>
      applied(pack, overlay)
        .access.filter(({ jurisdiction }) => jurisdiction === 'facility')
        .map(({ kind, limit, extension }) => [kind, limit?.n, limit?.unit, extension?.limit.n]);
    expect(promised({})).toEqual([]);
    expect(promised({ responseDays: { report: 3 } })).toEqual([['report', 3, 'calendar-day', 30]]);
    expect(promised({ extensionDays: 5 })).toEqual([
      ['copy', 30, 'calendar-day', 5],
      ['inspect', 30, 'calendar-day', 5],
    ]);
    expect(promised({ extensionDays: 0 }).map((row) => row[3])).toEqual([undefined, undefined]);
    expect(promised({ responseDays: { inspect: 2 }, extensionDays: 5 }).map(([kind, n]) => [kind, n])).toEqual([
      ['inspect', 2],
      ['copy', 30],
    ]);
    const unextended = federal.access.map((row) => ({ ...row, extension: null }));
    expect(promised({ responseDays: { copy: 9 } }, { ...federal, access: unextended })).toEqual([
      ['copy', 9, 'calendar-day', undefined],
    ]);
    expect(promised({ extensionDays: 5 }, { ...federal, access: [] })).toEqual([]);
    expect(promised({ extensionDays: 5 }, packFor('eu-gdpr'))[0]).toEqual(['copy', 1, 'month', 5]);
  });

  it('leaves everything alone that it does not speak of', () => {
    expect(applied(federal, {})).toEqual(federal);
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
