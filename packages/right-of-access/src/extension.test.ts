import { describe, expect, it } from 'vitest';
import { calendarDate as day } from './calendar.ts';
import { dueDate } from './clock.ts';
import { clockStops } from './clock-stops.ts';
import { decideExtension, type ExtensionWish, latestExtension } from './extension.ts';
import { packFor } from './testing/packs.ts';

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
      ],
    });
  });
});
