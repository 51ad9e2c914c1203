import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { decideExtension, latestExtension } from './extension.ts';
import { applyOverlay, type FacilityOverlay, validateOverlay } from './overlay.ts';
import type { Pack } from './policy-pack.ts';
import { ruleClocks } from './rule-clock.ts';
import { packFor } from './testing/packs.ts';

const received = calendarDate('2027-03-01');
const federal = packFor('us-federal');
const california = packFor('us-federal+CA');

function applied(pack: Pack, overlay: FacilityOverlay): Pack {
  const result = applyOverlay(pack, overlay, received);
  if (!result.ok) throw new Error(result.refusal.broken.map(({ rule }) => rule).join());
  return result.value;
}

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
