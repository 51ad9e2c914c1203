import { describe, expect, it } from 'vitest';
import { allowed, timeZone } from '../../testing/facility-f.ts';
import { calendarDate, weekday } from '../calendar.ts';
import { clockStatus, dueDate } from '../clock.ts';
import { latestExtension } from '../extension.ts';
import { decideTransition } from '../lifecycle.ts';
import { receiptDay } from '../receipt.ts';
import { packFor as pack, usSources } from '../testing/packs.ts';

const day = calendarDate;

describe('S02 leap year and month-end', () => {
  it('Given a letter at the loading dock on Sunday and at the clerk’s desk on Tuesday, it was received on Sunday', () => {
    const arrivals = [
      { at: '2028-01-30T11:00:00-05:00', holder: 'facility', channel: 'post' },
      { at: '2028-02-01T09:00:00-05:00', holder: 'facility', channel: 'post' },
    ] as const;
    const received = allowed(receiptDay(arrivals, timeZone, pack('us-federal', '2028-01-30')));
    expect([received.on, weekday(received.on)]).toEqual(['2028-01-30', 'Sunday']);
  });

  it('counts the leap day', () => {
    const receivedOn = day('2028-01-30');
    const federal = pack('us-federal', receivedOn);
    const status = clockStatus(receivedOn, undefined, receivedOn, federal);
    expect([status.due.on, weekday(status.due.on)]).toEqual(['2028-02-29', 'Tuesday']);
    expect(status.warnings.map(({ on }) => on)).toEqual(['2028-02-14', '2028-02-23', '2028-02-27']);
    expect(latestExtension(receivedOn, federal)).toBe('2028-03-30');
  });

  it('is due on March 1 in a common year', () => {
    expect(dueDate(day('2027-01-30'), undefined, pack('us-federal', '2027-01-30')).on).toBe('2027-03-01');
  });

  it('the clerk can not move the day later, and earlier only with a reason', () => {
    const item = { stage: 'received', waits: [], receivedOn: day('2028-01-30') } as const;
    const move = (to: string, reason: string) =>
      decideTransition(item, 'correct-receipt', 'staff', { receivedOn: day(to), reason }, usSources);
    expect(move('2028-02-01', 'entered on Tuesday')).toMatchObject({
      refusal: { unmet: [{ guard: 'receipt-moved-earlier' }] },
    });
    expect(move('2028-01-28', ' ')).toMatchObject({ refusal: { unmet: [{ guard: 'reason-given' }] } });
    expect(move('2028-01-28', 'the postmark and the dock’s stamp say Friday').ok).toBe(true);
  });
});
