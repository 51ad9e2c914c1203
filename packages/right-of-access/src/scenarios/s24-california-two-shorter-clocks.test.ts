import { describe, expect, it } from 'vitest';
import { allowed } from '../../testing/facility-f.ts';
import { aboutIt, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { calendarDate as day, weekday } from '../calendar.ts';
import { dueDate } from '../clock.ts';
import { decideExtension } from '../extension.ts';
import { quoteFees } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { usHolidays } from '../packs/us-holidays.ts';
import { packFor as pack } from '../testing/packs.ts';

const holidays = usHolidays({ from: 2026, to: 2028 });

describe('S24 California: two shorter clocks, no extension', () => {
  const receivedOn = day('2027-05-28');
  const california = pack('us-federal+CA', receivedOn);

  it('ends looking after five working days, over a holiday, and copying after fifteen calendar days', () => {
    const inspect = dueDate(receivedOn, undefined, california, { kind: 'inspect', holidays });
    expect(inspect).toMatchObject({
      on: '2027-06-07',
      why: [{ rule: 'CA-123110/inspect' }, { rule: 'us-federal/inspect' }],
    });
    const copy = dueDate(receivedOn, undefined, california, { kind: 'copy', holidays });
    expect([copy.on, weekday(copy.on)]).toEqual(['2027-06-12', 'Saturday']);
    expect(copy.clocks.map(({ due }) => due)).toEqual(['2027-06-12', '2027-06-27']);
  });

  it('treats the report as a copy', () => {
    expect(dueDate(receivedOn, undefined, california, { kind: 'report', holidays }).on).toBe('2027-06-12');
  });

  it('gives no extension, whatever federal law would allow', () => {
    const wish = {
      promisedOn: day('2027-07-20'),
      reason: 'Films come on 15 July.',
      cause: 'off-site-storage',
    } as const;
    expect(decideExtension(receivedOn, undefined, wish, receivedOn, california, { holidays })).toMatchObject({
      refusal: { code: 'no-extension-given', jurisdiction: 'CA', due: '2027-06-12', why: [{ rule: 'CA-123110/copy' }] },
    });
  });

  it('a copy for a Medi-Cal appeal, with proof, costs $0.00 once', () => {
    const usb: FeeChoice = { kind: 'usb', by: 'post', copyMinutes: 6 };
    const free = allowed(quoteFees([usb], demoFeeSchedule, california, { benefitClaim: 'proof-shown' }));
    expect(free).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    const rule = free.why[0]?.rule ?? '';
    expect(rule).toMatch(/^CA-123110/);
    const again = quoteFees([usb], demoFeeSchedule, california, { benefitClaim: 'proof-shown', freeRulesUsed: [rule] });
    expect(again).toMatchObject({ value: { totalCents: 650 } });
  });

  it('L-ACK shows both days and the federal one behind them, and “15 business days” stands nowhere', () => {
    const copy = dueDate(receivedOn, undefined, california, { kind: 'copy', holidays });
    const letter = letterWords('L-ACK', {
      ...aboutIt('2027-05-28'),
      receivedOn,
      due: copy,
      alsoDue: [
        { what: 'Looking at the pictures with us', on: day('2027-06-07'), cite: 'Cal. Health & Safety Code 123110(a)' },
        { what: 'Under federal law', on: day('2027-06-27'), cite: '45 CFR 164.524(b)(2)(i)' },
      ],
      exams: [u1.asked],
      ways: [{ kind: 'online' }, { kind: 'inspect' }],
      fee: { totalCents: 0, method: 'free', lines: [], approximate: false, cite: '45 CFR 171.302(b)' },
    });
    expect(letter).toContain('Saturday, June 12, 2027');
    expect(letter).toContain('Monday, June 7, 2027');
    expect(letter).toContain('Sunday, June 27, 2027');
    expect(letter).toContain('15 calendar days');
    expect(letter).not.toMatch(/15 (business|working) days/);
  });
});
