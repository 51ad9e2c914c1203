import { describe, expect, it } from 'vitest';
import type { AccessRow } from './access-row.ts';
import { calendarDate as day } from './calendar.ts';
import type { Pack } from './policy-pack.ts';
import { type ClockFacts, type DatedWait, ruleClocks } from './rule-clock.ts';
import { holidays, packFor } from './testing/packs.ts';

const received = day('2027-03-01');
const federal = packFor('us-federal');
const gdpr = packFor('eu-gdpr');
const copyRow = rowOf(federal, 'us-federal/copy');

function rowOf(pack: Pack, id: string): AccessRow {
  const row = pack.access.find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** The only clock of a pack with one row. */
function clock(change: Partial<AccessRow>, facts: ClockFacts = {}, pack = federal) {
  return ruleClocks(received, { ...pack, access: [{ ...copyRow, ...change }] }, { holidays, ...facts })[0];
}

describe('the day from which a period runs', () => {
  const [earlier, later] = [day('2027-02-20'), day('2027-03-10')];

  it('is that of receipt, whatever was written, paid or signed later', () => {
    const facts = { writtenOn: later, paidOn: later, authorizedOn: later };
    expect(clock({ startsOn: 'receipt' }, facts)).toMatchObject({ startedOn: received, due: '2027-03-31' });
  });

  it.each<[AccessRow['startsOn'], ClockFacts, ClockFacts]>([
    ['writtenRequest', { writtenOn: later }, { writtenOn: earlier }],
    ['requestAndPayment', { paidOn: later }, { paidOn: earlier }],
    ['authorization', { authorizedOn: later }, { authorizedOn: earlier }],
  ])('of a rule that starts on %s is that day, and never one before receipt', (startsOn, onLater, onEarlier) => {
    expect(clock({ startsOn }, onLater)).toMatchObject({ startedOn: '2027-03-10', due: '2027-04-09' });
    expect(clock({ startsOn }, onEarlier)).toMatchObject({ startedOn: received, due: '2027-03-31' });
  });

  it('has not come while a fee that is asked for first is not paid, or nobody signed; writing is taken to be there, and with nothing to pay there is no wait', () => {
    const feeFirst = { ...federal, answers: { ...federal.answers, 'OD-9': 'fee-first' as const } };
    expect(clock({ startsOn: 'requestAndPayment' }, {}, feeFirst)).toBeUndefined();
    expect(clock({ startsOn: 'requestAndPayment' })?.startedOn).toBe(received);
    expect(clock({ startsOn: 'authorization' })).toBeUndefined();
    expect(clock({ startsOn: 'writtenRequest' })?.startedOn).toBe(received);
    expect(clock({ startsOn: 'requestAndPayment' }, { paidOn: 'nothing-to-pay' }, feeFirst)?.startedOn).toBe(received);
  });
});

describe('the rules that run for one request', () => {
  const ids = (facts: ClockFacts, pack = packFor('us-federal+NV')) =>
    ruleClocks(received, pack, { holidays, ...facts }).map(({ row }) => row.id);

  it('are those for the kind of access, a copy where nobody said which', () => {
    expect(ids({})).toEqual(['NV-629061/copy', 'us-federal/copy']);
    expect(ids({ kind: 'copy' })).toEqual(ids({}));
    expect(ids({ kind: 'inspect' })).toEqual(['NV-629061/inspect', 'us-federal/inspect']);
  });

  it('reach a report through the rule for copies, and a copy through no rule for reports', () => {
    const report = { ...copyRow, id: 'XX/report', kind: 'report' as const };
    const pack = { ...federal, access: [copyRow, report] };
    expect(ids({ kind: 'report' }, pack)).toEqual(['us-federal/copy', 'XX/report']);
    expect(ids({ kind: 'copy' }, pack)).toEqual(['us-federal/copy']);
    expect(ids({ kind: 'inspect' }, pack)).toEqual([]);
  });

  it('leave mammograms’ own rule to mammograms', () => {
    expect(ids({}, federal)).toEqual(['us-federal/copy']);
    expect(ids({ modality: 'mammography' }, federal)).toEqual(['us-mqsa/copy', 'us-federal/copy']);
  });

  it('take the record to be kept in the state where nobody said otherwise', () => {
    expect(ids({ kept: 'in-state' })).toEqual(ids({}));
    expect(ids({ kept: 'out-of-state' })).toEqual(['NV-629061-elsewhere/copy', 'us-federal/copy']);
  });

  it('come with the earliest end first, and without rules that name no number', () => {
    expect(ids({ kind: 'copy' }, packFor('us-federal+NY'))).toEqual(['us-federal/copy']);
    const slow = { ...copyRow, id: 'XX/slow', limit: { n: 40, unit: 'calendar-day' as const } };
    const fast = { ...copyRow, id: 'XX/fast', limit: { n: 4, unit: 'calendar-day' as const } };
    expect(ids({}, { ...federal, access: [slow, copyRow, fast] })).toEqual(['XX/fast', 'us-federal/copy', 'XX/slow']);
  });
});

describe('how a period is counted', () => {
  const two = { n: 2, unit: 'business-day' as const };

  it('in calendar days, business days of a named calendar, or months', () => {
    expect(clock({ limit: { n: 15, unit: 'calendar-day' } })?.due).toBe('2027-03-16');
    expect(clock({ limit: two })?.due).toBe('2027-03-03');
    expect(clock({ limit: { n: 1, unit: 'month' } })?.due).toBe('2027-04-01');
    const named = { ...two, calendar: 'shut-on-tuesday' };
    const shut = { holidays: { 'shut-on-tuesday': new Set([day('2027-03-02')]) } };
    expect(clock({ limit: named }, shut)?.due).toBe('2027-03-04');
    expect(() => clock({ limit: named })).toThrow('No holidays were given for the calendar shut-on-tuesday');
  });

  it('from the day after receipt, or with the day of receipt as day one where a facility is stricter (OD-1)', () => {
    const strict = { ...federal, answers: { ...federal.answers, 'OD-1': 'day-1' as const } };
    expect(clock({}, {}, strict)).toMatchObject({ startedOn: received, due: '2027-03-30', maxExtended: '2027-04-29' });
  });

  it('to a Saturday that stays, or moves to Friday or Monday (OD-2)', () => {
    const saturday = { limit: { n: 12, unit: 'calendar-day' as const } };
    const ends = (answer: Pack['answers']['OD-2']) =>
      clock(saturday, {}, { ...federal, answers: { ...federal.answers, 'OD-2': answer } });
    expect(ends('stays')).toMatchObject({ due: '2027-03-13', maxExtended: '2027-04-12' });
    expect(ends('moves-earlier')?.due).toBe('2027-03-12');
    expect(ends('moves-later')?.due).toBe('2027-03-15');
  });

  it('past weekends alone where the facility counts so (OD-20), and then asks for no calendar', () => {
    const pack = { ...federal, answers: { ...federal.answers, 'OD-20': 'weekends-only' as const } };
    expect(ruleClocks(day('2027-05-28'), { ...pack, access: [{ ...copyRow, limit: two }] })[0]?.due).toBe('2027-06-01');
  });
});

describe('the longest extension', () => {
  const extension = copyRow.extension;
  if (!extension) throw new Error('no extension');

  it('runs from the first due date or from the start, as the rule says; without one it is the due date', () => {
    const limit = { n: 21, unit: 'business-day' as const };
    expect(clock({ extension: { ...extension, limit, from: 'due' } })?.maxExtended).toBe('2027-04-29');
    expect(clock({ extension: { ...extension, limit, from: 'start' } })?.maxExtended).toBe('2027-03-30');
    expect(clock({ extension: null })?.maxExtended).toBe('2027-03-31');
  });
});

describe('a wait for the person', () => {
  const question: DatedWait = {
    cause: 'clarification',
    from: day('2027-03-04'),
    until: day('2027-03-09'),
    veryLargeRecord: true,
  };
  const proof: DatedWait = {
    cause: 'identity',
    from: day('2027-03-02'),
    until: day('2027-03-04'),
    askedPromptly: true,
  };
  const waiting = (waits: readonly DatedWait[], pack = gdpr) =>
    ruleClocks(received, pack, { holidays, waits }).find(({ row }) => row.id === 'eu-gdpr/copy');

  it('that lets a period stand still adds its days to the due date and to the longest extension', () => {
    expect(waiting([])).toMatchObject({ due: '2027-04-01', maxExtended: '2027-06-01' });
    expect(waiting([question])).toMatchObject({ startedOn: received, due: '2027-04-06', maxExtended: '2027-06-07' });
    expect(waiting([question])?.why.inputs).toEqual([
      { name: 'received', value: '2027-03-01' },
      { name: 'startedOn', value: '2027-03-01' },
      { name: 'limit', value: '1 month' },
      { name: 'daysStoodStill', value: '5' },
      { name: 'due', value: '2027-04-06' },
    ]);
    expect(waiting([])?.why.inputs.map(({ name }) => name)).not.toContain('daysStoodStill');
  });

  it('counts each day once, in whatever order the waits were written', () => {
    const inside = { ...question, from: day('2027-03-05'), until: day('2027-03-06') };
    const after = { ...question, from: day('2027-03-11'), until: day('2027-03-12') };
    const across = { ...question, from: day('2027-03-08'), until: day('2027-03-10') };
    const stoodStill = (...waits: DatedWait[]) =>
      waiting(waits)?.why.inputs.find(({ name }) => name === 'daysStoodStill')?.value;
    expect(stoodStill(question, inside)).toBe('5');
    expect(stoodStill(inside, question)).toBe('5');
    expect(stoodStill(question, inside, across)).toBe('6');
    expect(stoodStill(after, question)).toBe('6');
    expect(stoodStill(across, after, question)).toBe('7');
  });

  it('counts not at all while it is open, or when it ended on the day on which it began', () => {
    const { until, ...open } = question;
    expect(waiting([open])?.due).toBe('2027-04-01');
    expect(until && waiting([{ ...question, from: until }])?.due).toBe('2027-04-01');
  });

  it('that starts the period anew does so only once it was answered', () => {
    expect(waiting([proof])).toMatchObject({ startedOn: '2027-03-04', due: '2027-04-05', maxExtended: '2027-06-04' });
    const { until, ...open } = proof;
    expect(waiting([open])).toMatchObject({ startedOn: received, due: '2027-04-01' });
    expect(until).toBe('2027-03-04');
  });

  it('moves nothing without what its rule wants, for another cause, or by a rule of low confidence', () => {
    expect(waiting([{ ...question, veryLargeRecord: false }])?.due).toBe('2027-04-01');
    expect(waiting([{ ...question, veryLargeRecord: false, askedPromptly: true }])?.due).toBe('2027-04-01');
    expect(waiting([{ ...proof, askedPromptly: false, veryLargeRecord: true }])?.due).toBe('2027-04-01');
    expect(waiting([{ ...question, cause: 'format', askedPromptly: true }])?.due).toBe('2027-04-01');
    const doubtful = { ...gdpr, pauses: gdpr.pauses.map((pause) => ({ ...pause, conf: 'low' as const })) };
    expect(waiting([question, proof], doubtful)?.due).toBe('2027-04-01');
  });

  it('moves nothing where the pack never pauses (OD-5)', () => {
    const never = { ...gdpr, answers: { ...gdpr.answers, 'OD-5': 'never' as const } };
    expect(waiting([question, proof], never)?.due).toBe('2027-04-01');
  });
});

it('a clock says which rule it keeps, how long, and whether it acts', () => {
  expect(clock({})).toMatchObject({
    limit: { n: 30, unit: 'calendar-day' },
    acts: true,
    why: {
      rule: 'us-federal/copy',
      cite: '45 CFR 164.524(b)(2)(i)',
      confidence: 'high',
      inputs: [
        { name: 'received', value: '2027-03-01' },
        { name: 'startedOn', value: '2027-03-01' },
        { name: 'limit', value: '30 calendar-day' },
        { name: 'due', value: '2027-03-31' },
      ],
    },
  });
  expect(clock({ conf: 'low' })).toMatchObject({ acts: false, why: { confidence: 'low' } });
  expect(clock({ conf: 'medium' })).toMatchObject({ acts: true, why: { confidence: 'medium' } });
});
