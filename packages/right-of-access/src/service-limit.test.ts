import { describe, expect, it } from 'vitest';
import { calendarDate as day } from './calendar.ts';
import { serviceDue } from './service-limit.ts';
import { holidays, packFor } from './testing/packs.ts';

const federal = packFor('us-federal');
const friday = day('2027-05-28');

describe('what the house promises', () => {
  it('says which promise, from which day, how long, and the day on which it is due', () => {
    expect(serviceDue('redirect', friday, federal, { holidays })).toEqual({
      on: '2027-06-02',
      why: {
        rule: 'us-federal/service-limits',
        cite: federal.serviceLimits.cite,
        confidence: 'high',
        inputs: [
          { name: 'promise', value: 'redirect' },
          { name: 'from', value: '2027-05-28' },
          { name: 'limit', value: '2 business-day' },
          { name: 'due', value: '2027-06-02' },
        ],
      },
    });
  });

  it('counts no business day without the holidays of its calendar: a wrong date would be told', () => {
    expect(() => serviceDue('redirect', friday, federal)).toThrow('us-federal');
    expect(serviceDue('acknowledge-electronic', friday, federal).on).toBe('2027-05-28');
  });

  it.each([
    ['15-days', '2027-06-12', '15 calendar-day'],
    ['10-days', '2027-06-07', '10 calendar-day'],
    ['5-days', '2027-06-02', '5 calendar-day'],
  ] as const)('a review is decided within %s (OD-23)', (answer, on, limit) => {
    const pack = { ...federal, answers: { ...federal.answers, 'OD-23': answer } };
    const due = serviceDue('review-denial', friday, pack);
    expect(due.on).toBe(on);
    expect(due.why.inputs).toContainEqual({ name: 'limit', value: limit });
    expect(serviceDue('report-breach', friday, pack).on).toBe('2027-07-27');
  });

  it('a review is never later for OD-23 where the facility promised it sooner', () => {
    const { serviceLimits } = federal;
    const value = { ...serviceLimits.value, 'review-denial': { n: 3, unit: 'calendar-day' as const } };
    expect(serviceDue('review-denial', friday, { ...federal, serviceLimits: { ...serviceLimits, value } }).on).toBe(
      '2027-05-31',
    );
  });
});
