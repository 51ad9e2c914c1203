import { describe, expect, it } from 'vitest';
import { calendarDate as day } from './calendar.ts';
import { dueDate } from './clock.ts';
import { clockStops } from './clock-stops.ts';
import { decideExtension, type ExtensionWish, latestExtension } from './extension.ts';
import { holidays, packFor } from './testing/packs.ts';

const federal = packFor('us-federal', '2026-08-03');
const received = day('2026-08-03');
const wish: ExtensionWish = {
  promisedOn: day('2026-09-25'),
  reason: 'The films come on 15 September.',
  cause: 'other',
};
const decide = (change: Partial<ExtensionWish>) =>
  decideExtension(received, undefined, { ...wish, ...change }, day('2026-09-02'), federal);

describe('a reason that tells the person nothing', () => {
  it.each([
    'We are very busy',
    'too busy',
    'so busy!',
    'backlog',
    'the workload is heavy',
    'a delay',
    'delays',
    'delayed',
    'staffing',
    'too much work',
    'high volume of work',
    'the office is busy',
    'Department workload',
    'Busy: backlog, 2026',
    'too  busy',
    '…',
  ])('“%s” needs a supervisor', (reason) => {
    expect(decide({ reason })).toMatchObject({ refusal: { code: 'supervisor-needed' } });
    expect(decide({ reason, supervisorAgreed: true }).ok).toBe(true);
  });

  it('a backlog needs one however it is told; a reason with one plain fact does not', () => {
    expect(decide({ cause: 'backlog' })).toMatchObject({ refusal: { code: 'supervisor-needed' } });
    expect(decide({ reason: 'the office is busy moving films' }).ok).toBe(true);
  });
});

describe('the date of an extension', () => {
  it('is refused on the first due date, allowed on the day after and on the sixtieth, and no later', () => {
    expect(decide({ promisedOn: day('2026-09-02') })).toMatchObject({
      refusal: { code: 'date-too-early', after: '2026-09-02' },
    });
    expect(decide({ promisedOn: day('2026-09-03') }).ok).toBe(true);
    expect(decide({ promisedOn: day('2026-10-02') }).ok).toBe(true);
    expect(decide({ promisedOn: day('2026-10-03') })).toMatchObject({
      refusal: { code: 'date-too-late', latest: '2026-10-02' },
    });
    expect(latestExtension(received, federal)).toBe('2026-10-02');
  });
});

describe('why', () => {
  it('an extension shows each fact that it rests on', () => {
    const granted = decide({ reason: '  The films come on 15 September.  ' });
    expect(granted).toMatchObject({
      value: {
        reason: 'The films come on 15 September.',
        why: [
          {
            rule: 'us-federal/copy',
            cite: '45 CFR 164.524(b)(2)(ii)',
            inputs: [
              { name: 'received', value: '2026-08-03' },
              { name: 'startedOn', value: '2026-08-03' },
              { name: 'limit', value: '30 calendar-day' },
              { name: 'due', value: '2026-09-02' },
              { name: 'maxExtended', value: '2026-10-02' },
              { name: 'promisedOn', value: '2026-09-25' },
              { name: 'today', value: '2026-09-02' },
            ],
          },
        ],
      },
    });
  });

  it('an extended due date names the letter and the clause of extensions', () => {
    const extension = { sentOn: day('2026-09-02'), promisedOn: day('2026-09-25'), reason: wish.reason };
    const due = dueDate(received, extension, federal);
    expect(due.on).toBe('2026-09-25');
    expect(due.working).toEqual({ kind: 'extension', received, extension, cite: '45 CFR 164.524(b)(2)(ii)' });
  });

  it('an end that is none shows what was there and what was owed', () => {
    const days = { opens: day('2026-08-10') };
    expect(clockStops({ kind: 'given-online', days, owed: 2 }, federal)).toMatchObject({
      stops: false,
      lacking: ['notice-sent', 'nothing-left-owed'],
      why: [
        {
          rule: 'us-end/given-online',
          inputs: [
            { name: 'opens', value: '2026-08-10' },
            { name: 'notice-sent', value: 'no' },
            { name: 'owed', value: '2' },
          ],
        },
        { rule: 'OD-17' },
      ],
    });
  });
});

describe('an extension under several rules', () => {
  const march = day('2027-03-01');
  const washington = packFor('us-federal+WA');
  const ask = (promisedOn: string, today: string, pack = washington, change: Partial<ExtensionWish> = {}) =>
    decideExtension(march, undefined, { ...wish, promisedOn: day(promisedOn), ...change }, day(today), pack, {
      holidays,
    });

  it('needs the leave of each rule that it overruns, and of no other', () => {
    expect(ask('2027-03-30', '2027-03-22')).toMatchObject({ ok: true, value: { why: [{ rule: 'WA-7002080/copy' }] } });
    expect(ask('2027-03-31', '2027-03-22')).toMatchObject({
      refusal: { code: 'date-too-late', latest: '2027-03-30', cite: 'RCW 70.02.080(1)' },
    });
    expect(ask('2027-03-30', '2027-03-23')).toMatchObject({
      refusal: { code: 'too-late-to-extend', lastDay: '2027-03-22', overdueSince: '2027-03-23' },
    });
  });

  it('is none under a state that gives none: the rule and its date are named', () => {
    expect(ask('2027-03-20', '2027-03-02', packFor('us-federal+CA'))).toMatchObject({
      refusal: {
        code: 'no-extension-given',
        jurisdiction: 'CA',
        due: '2027-03-16',
        cite: 'Cal. Health & Safety Code 123110',
        why: [{ rule: 'CA-123110/copy' }],
      },
    });
    expect(latestExtension(march, packFor('us-federal+CA'), { holidays })).toBe('2027-03-16');
    expect(latestExtension(march, washington, { holidays })).toBe('2027-03-30');
  });

  it('does not overrun a rule whose own last day it names', () => {
    const [row] = federal.access.filter(({ id }) => id === 'us-federal/copy');
    if (!row) throw new Error('no row');
    const strict = { ...row, id: 'XX/copy', limit: { n: 29, unit: 'calendar-day' as const }, extension: null };
    const pack = { ...washington, access: [...washington.access, strict] };
    expect(ask('2027-03-30', '2027-03-22', pack)).toMatchObject({
      ok: true,
      value: { why: [{ rule: 'WA-7002080/copy' }] },
    });
    expect(ask('2027-03-31', '2027-03-22', pack).ok).toBe(false);
  });

  it('is not held up by a rule of low confidence', () => {
    const access = packFor('us-federal+CA').access.map((row) =>
      row.jurisdiction === 'CA' ? { ...row, conf: 'low' as const } : row,
    );
    const doubtful = { ...packFor('us-federal+CA'), access };
    expect(ask('2027-04-30', '2027-03-31', doubtful).ok).toBe(true);
    expect(latestExtension(march, doubtful, { holidays })).toBe('2027-04-30');
  });

  it('is refused where a law wants more of the notice than the letter carries, with what is lacking', () => {
    const stricter = washington.access.map((row) =>
      row.extension
        ? { ...row, extension: { ...row.extension, notice: ['reasons', 'told-to-the-regulator', 'date'] as never } }
        : row,
    );
    expect(ask('2027-03-30', '2027-03-22', { ...washington, access: stricter })).toMatchObject({
      refusal: { code: 'notice-incomplete', lacking: ['told-to-the-regulator'] },
    });
  });

  it('asked a second time is refused with the clause that allows only one, and the date that was promised', () => {
    const earlier = { sentOn: march, promisedOn: day('2027-03-30'), reason: wish.reason };
    expect(decideExtension(march, earlier, wish, march, washington, { holidays })).toMatchObject({
      refusal: { code: 'already-extended', promisedOn: '2027-03-30', cite: 'RCW 70.02.080(1)' },
    });
    expect(decideExtension(march, earlier, wish, march, packFor('us-federal+CA'), { holidays })).toMatchObject({
      refusal: { code: 'already-extended', cite: 'Cal. Health & Safety Code 123110' },
    });
  });
});
