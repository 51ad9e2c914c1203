import { describe, expect, it } from 'vitest';
import { allowed } from '../../testing/facility-f.ts';
import { calendarDate, weekday } from '../calendar.ts';
import { actionBy, clockStatus } from '../clock.ts';
import { clockStops } from '../clock-stops.ts';
import { quoteFees } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { usHolidays } from '../packs/us-holidays.ts';
import { packFor as pack } from '../testing/packs.ts';

const holidays = usHolidays({ from: 2026, to: 2028 });
const day = calendarDate;

describe('S03 a due date on a holiday weekend', () => {
  const receivedOn = day('2026-11-26');
  const federal = pack('us-federal', receivedOn);

  it('stays on Saturday; the desk plans for Thursday, because Friday is a holiday', () => {
    const status = clockStatus(receivedOn, undefined, receivedOn, federal);
    expect([status.due.on, weekday(status.due.on)]).toEqual(['2026-12-26', 'Saturday']);
    expect(actionBy(status.due.on, federal, { holidays })).toBe('2026-12-24');
    expect(status.warnings.map(({ on }) => on)).toEqual(['2026-12-11', '2026-12-20', '2026-12-24']);
  });

  it('ends with the carrier’s scan and not with a printed label', () => {
    const scanned = clockStops(
      { kind: 'given-by-post', days: { 'carrier-scan': day('2026-12-24') }, owed: 0 },
      federal,
    );
    expect(scanned).toMatchObject({ stops: true, on: '2026-12-24', why: [{ rule: 'us-end/given-by-post' }] });
    const labelled = clockStops({ kind: 'given-by-post', days: {}, owed: 0 }, federal);
    expect(labelled).toMatchObject({ stops: false, lacking: ['carrier-scan'] });
  });

  it('the CD by post costs $6.50 flat, disc and post included, and $5.20 of postage on top is refused', () => {
    const schedule = { ...demoFeeSchedule, chargeTheLower: false };
    const quote = allowed(quoteFees([{ kind: 'cd', by: 'post' }], schedule, federal));
    expect(quote).toMatchObject({ totalCents: 650, method: 'flat', lines: [{ label: 'flat', cents: 650 }] });
    // 5 minutes, a disc and the post would be 2.00 + 0.60 + 5.20: the flat fee is the lower one here in any case.
    expect(quote.compared).toContainEqual({ method: 'actual', totalCents: 780 });
    expect(decideFeeLine(quote, 'postage', federal)).toMatchObject({
      ok: false,
      refusal: { code: 'flat-is-all-in', why: { cite: 'HHS FAQ 2030' } },
    });
  });

  it('a label printed on the due date is no end: on Sunday the request is late', () => {
    const labelled = clockStops({ kind: 'given-by-post', days: {}, owed: 0 }, federal);
    expect(labelled.stops).toBe(false);
    expect(clockStatus(receivedOn, undefined, day('2026-12-26'), federal).level).toBe('soon');
    expect(clockStatus(receivedOn, undefined, day('2026-12-27'), federal)).toMatchObject({
      level: 'late',
      overdueFrom: '2026-12-27',
    });
  });
});
