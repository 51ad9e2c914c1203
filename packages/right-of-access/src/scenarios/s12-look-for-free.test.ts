import { describe, expect, it } from 'vitest';
import { allowed, due, holidays, packOn } from '../../testing/facility-f.ts';
import { calendarDate } from '../calendar.ts';
import { clockStops } from '../clock-stops.ts';
import { quoteFees } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { decideFeeLine } from '../fee-typed-line.ts';
import { serviceDue } from '../service-limit.ts';

describe('S12 look for free, with a phone camera', () => {
  const receivedOn = calendarDate('2027-02-08');
  const pack = packOn('2027-02-08');

  it('an appointment is offered within five business days, and before the due date 2027-03-10', () => {
    // 2027-02-15 is Presidents’ Day.
    const withPresidentsDay = { holidays: { 'us-federal': new Set([calendarDate('2027-02-15')]) } };
    expect(serviceDue('offer-inspection', receivedOn, pack, withPresidentsDay).on).toBe('2027-02-16');
    expect(serviceDue('offer-inspection', receivedOn, pack, holidays).on).toBe('2027-02-15');
    expect(due('2027-02-08')).toBe('2027-03-10');
  });

  it('looking at the desk, her own photographs and the download cost $0.00; “portal handling $5” is refused', () => {
    const ways = [{ kind: 'inspection' }, { kind: 'own-photographs' }, { kind: 'download' }] as const;
    const quote = allowed(quoteFees(ways, demoFeeSchedule, pack));
    expect(quote).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    expect(decideFeeLine(quote, 'portal-handling', pack)).toMatchObject({
      refusal: {
        code: 'line-never-charged',
        why: { cite: '45 CFR 171.302(b): nothing is charged for electronic access' },
      },
    });
  });

  it('the visit is access given; keepsake prints from the sonographer close nothing', () => {
    const on = calendarDate('2027-02-12');
    const held = clockStops({ kind: 'inspected', days: { 'held-or-time-chosen': on }, owed: 0 }, pack);
    expect(held).toMatchObject({ stops: true, on: '2027-02-12', why: [{ rule: 'us-end/inspected' }] });
    expect(clockStops({ kind: 'keepsake-given', days: {}, owed: 0 }, pack)).toMatchObject({
      stops: false,
      lacking: ['not-an-end'],
    });
    // She asked for the download too: the visit alone leaves that open.
    const downloadOwed = clockStops({ kind: 'inspected', days: { 'held-or-time-chosen': on }, owed: 1 }, pack);
    expect(downloadOwed).toMatchObject({ lacking: ['nothing-left-owed'] });
  });
});
