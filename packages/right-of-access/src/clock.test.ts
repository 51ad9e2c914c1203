import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from './calendar.ts';
import { actionBy, clockStatus, dueDate } from './clock.ts';
import { decideExtension, type ExtensionWish } from './extension.ts';
import { usFederal } from './packs/us-federal.ts';
import { type Pack, packInForce } from './policy-pack.ts';
import { holidays, packFor } from './testing/packs.ts';

const received = calendarDate('2026-08-03');
const pack = federal();

function federal(): Pack {
  const found = packInForce([usFederal], 'us-federal', received);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe('the due date', () => {
  it('is thirty calendar days after receipt, and says how it was worked out', () => {
    expect(dueDate(received, undefined, pack)).toMatchObject({
      on: '2026-09-02',
      working: { kind: 'period', received, days: 30, cite: '45 CFR 164.524(b)(2)(i)' },
      why: [{ rule: 'us-federal/copy', confidence: 'high' }],
    });
  });

  it('stays on a Saturday when it falls on one', () => {
    expect(dueDate(calendarDate('2026-11-26'), undefined, pack).on).toBe('2026-12-26');
  });

  it('is the promised date once a letter has extended it', () => {
    const extension = {
      sentOn: calendarDate('2026-09-02'),
      promisedOn: calendarDate('2026-09-25'),
      reason: 'Off-site.',
    };
    const due = dueDate(received, extension, pack);
    expect(due.on).toBe('2026-09-25');
    expect(due.working).toMatchObject({ kind: 'extension', received, extension });
  });
});

describe('several rules at once', () => {
  const march = calendarDate('2027-03-01');
  const washington = packFor('us-federal+WA');
  const california = packFor('us-federal+CA');
  const letter = (promisedOn: string) => ({
    sentOn: calendarDate('2027-03-15'),
    promisedOn: calendarDate(promisedOn),
    reason: 'Off-site.',
  });

  it('the earliest governs, and every one is shown with its why', () => {
    const due = dueDate(march, undefined, california, { holidays });
    expect(due).toMatchObject({
      on: '2027-03-16',
      working: { kind: 'period', days: 15, startedOn: march, limit: { n: 15, unit: 'calendar-day' } },
    });
    expect(due.clocks.map(({ row }) => row.id)).toEqual(['CA-123110/copy', 'us-federal/copy']);
    expect(due.why.map(({ rule }) => rule)).toEqual(['CA-123110/copy', 'us-federal/copy']);
  });

  it('the days of a period are calendar days, whatever the law counts in', () => {
    expect(dueDate(march, undefined, washington, { holidays }).working).toMatchObject({
      days: 21,
      limit: { n: 15, unit: 'business-day' },
    });
  });

  it('a letter moves each rule’s date as far as that rule lets it, and the earliest of them governs', () => {
    expect(dueDate(march, letter('2027-03-30'), washington, { holidays }).on).toBe('2027-03-30');
    expect(dueDate(march, letter('2027-04-20'), washington, { holidays }).on).toBe('2027-03-30');
    expect(dueDate(march, letter('2027-03-25'), washington, { holidays }).on).toBe('2027-03-25');
    expect(dueDate(march, letter('2027-03-20'), washington, { holidays }).on).toBe('2027-03-22');
    expect(dueDate(march, letter('2027-03-25'), california, { holidays }).on).toBe('2027-03-16');
  });

  it('an extended date shows the facts of its rule, the letter and the clause of extensions', () => {
    const due = dueDate(march, letter('2027-03-30'), washington, { holidays });
    expect(due.why).toEqual([
      {
        rule: 'WA-7002080/copy',
        cite: 'RCW 70.02.080(1)',
        confidence: 'high',
        inputs: [
          { name: 'received', value: '2027-03-01' },
          { name: 'startedOn', value: '2027-03-01' },
          { name: 'limit', value: '15 business-day' },
          { name: 'due', value: '2027-03-22' },
          { name: 'extensionSentOn', value: '2027-03-15' },
          { name: 'promisedOn', value: '2027-03-30' },
        ],
      },
    ]);
    const none = dueDate(march, letter('2027-03-25'), california, { holidays });
    expect(none.working.cite).toBe('Cal. Health & Safety Code 123110');
  });

  it('a pack without any period for what was asked is a fault, and says so', () => {
    const empty = { ...pack, access: pack.access.filter(({ kind }) => kind !== 'copy') };
    expect(() => dueDate(march, undefined, empty)).toThrow('The pack us-federal sets no period for: copy');
    expect(() => dueDate(march, undefined, empty, { kind: 'report' })).toThrow('sets no period for: report');
    const doubtful = { ...pack, access: pack.access.map((row) => ({ ...row, conf: 'low' as const })) };
    expect(() => dueDate(march, undefined, doubtful)).toThrow(RangeError);
  });
});

describe('the day for the post', () => {
  it('is the last business day up to the due date, and the due date stays where it is', () => {
    expect(actionBy(calendarDate('2026-12-26'), pack, { holidays })).toBe('2026-12-24');
    expect(actionBy(calendarDate('2026-12-24'), pack, { holidays })).toBe('2026-12-24');
    expect(() => actionBy(calendarDate('2026-12-26'), pack, {})).toThrow('us-federal');
  });
});

describe('the clock', () => {
  it('warns on days 15, 24 and 28', () => {
    const { warnings } = clockStatus(calendarDate('2027-02-13'), undefined, calendarDate('2027-03-09'), pack);
    expect(warnings).toEqual([
      { percent: 50, on: '2027-02-28', reached: true },
      { percent: 80, on: '2027-03-09', reached: true },
      { percent: 95, on: '2027-03-13', reached: false },
    ]);
  });

  it.each([
    [0, 'fine', 30],
    [23, 'fine', 7],
    [24, 'soon', 6],
    [30, 'soon', 0],
    [31, 'late', -1],
  ])('on day %i is %s with %i days left', (day, level, daysLeft) => {
    const status = clockStatus(received, undefined, addDays(received, day), pack);
    expect(status).toMatchObject({ level, daysLeft, fractionUsed: day / 30, overdueFrom: '2026-09-03' });
  });

  it('measures the longer period once extended', () => {
    const extension = { sentOn: received, promisedOn: addDays(received, 60), reason: 'Off-site.' };
    const status = clockStatus(received, extension, addDays(received, 30), pack);
    expect(status).toMatchObject({ level: 'fine', daysLeft: 30, fractionUsed: 0.5 });
    expect(status.warnings.map((warning) => warning.on)).toEqual([30, 48, 57].map((day) => addDays(received, day)));
  });
});

describe('the clock at its edges', () => {
  it('has used nothing before the day of receipt, and of a period without days all from the next day on', () => {
    expect(clockStatus(received, undefined, addDays(received, -3), pack)).toMatchObject({
      fractionUsed: 0,
      daysLeft: 33,
      level: 'fine',
    });
    const atOnce = pack.access.map((row) => ({ ...row, limit: { n: 0, unit: 'calendar-day' as const } }));
    const status = clockStatus(received, undefined, addDays(received, 1), { ...pack, access: atOnce });
    expect(status).toMatchObject({ fractionUsed: 1, daysLeft: -1, level: 'late', overdueFrom: addDays(received, 1) });
  });

  it('asks for the kind of access that is meant', () => {
    const status = clockStatus(received, undefined, received, packFor('us-federal+CA'), { kind: 'inspect', holidays });
    expect(status.due.on).toBe('2026-08-10');
  });
});

describe('an extension', () => {
  const wish: ExtensionWish = {
    promisedOn: calendarDate('2026-09-25'),
    reason: 'Films are in off-site storage; the vendor delivers on 15 September.',
    cause: 'off-site-storage',
  };
  const lastDay = calendarDate('2026-09-02');

  it('is allowed on the last day of the first period', () => {
    expect(decideExtension(received, undefined, wish, lastDay, pack)).toMatchObject({
      ok: true,
      value: { sentOn: lastDay, promisedOn: '2026-09-25', reason: wish.reason },
    });
  });

  it('is refused a second time even to a date within the sixty days', () => {
    const first = { sentOn: lastDay, promisedOn: wish.promisedOn, reason: wish.reason };
    const again = decideExtension(received, first, { ...wish, promisedOn: calendarDate('2026-10-02') }, lastDay, pack);
    expect(again).toMatchObject({ refusal: { code: 'already-extended', cite: '45 CFR 164.524(b)(2)(ii)(B)' } });
  });

  it('is refused one day too late', () => {
    const late = decideExtension(received, undefined, wish, calendarDate('2026-09-03'), pack);
    expect(late).toMatchObject({ refusal: { code: 'too-late-to-extend', lastDay } });
  });

  it.each([
    ['an empty reason', { reason: '  ' }, 'reason-missing'],
    ['a date past the sixtieth day', { promisedOn: calendarDate('2026-10-03') }, 'date-too-late'],
    ['a date that extends nothing', { promisedOn: lastDay }, 'date-too-early'],
    ['a backlog that no supervisor agreed to', { cause: 'backlog' as const }, 'supervisor-needed'],
  ])('is refused with %s', (_, change, code) => {
    expect(decideExtension(received, undefined, { ...wish, ...change }, lastDay, pack)).toMatchObject({
      refusal: { code },
    });
  });

  it('is allowed to the sixtieth day, and for a backlog that a supervisor agreed to', () => {
    const longest = {
      ...wish,
      promisedOn: calendarDate('2026-10-02'),
      cause: 'backlog' as const,
      supervisorAgreed: true,
    };
    expect(decideExtension(received, undefined, longest, received, pack).ok).toBe(true);
  });
});
