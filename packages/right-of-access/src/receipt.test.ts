import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { type RequestArrival, receiptDay } from './receipt.ts';
import { packFor } from './testing/packs.ts';

const federal = packFor('us-federal');
const received = (...arrivals: RequestArrival[]) => receiptDay(arrivals, 'America/New_York', federal);
const monday: RequestArrival = { at: '2027-03-01T09:00:00-05:00', holder: 'facility', channel: 'post' };

describe('the day of receipt', () => {
  it('is that of the first arrival; a reminder moves nothing', () => {
    const reminder: RequestArrival = { ...monday, at: '2027-03-20T09:00:00-04:00', channel: 'e-mail' };
    expect(received(monday, reminder)).toMatchObject({ value: { on: '2027-03-01' } });
    expect(received(reminder, monday)).toMatchObject({ value: { on: '2027-03-01' } });
  });

  it('counts after hours and on a holiday, to the last minute of the facility’s own day', () => {
    expect(received({ ...monday, at: '2027-07-05T23:59:59-04:00' })).toMatchObject({ value: { on: '2027-07-05' } });
    expect(received({ ...monday, at: '2027-07-06T03:59:59Z' })).toMatchObject({ value: { on: '2027-07-05' } });
    expect(received({ ...monday, at: '2027-07-06T04:00:00Z' })).toMatchObject({ value: { on: '2027-07-06' } });
  });

  it('is the same at a business associate, and is none at somebody who acts for nobody here', () => {
    const vendor: RequestArrival = { ...monday, at: '2027-02-26T09:00:00-05:00', holder: 'business-associate' };
    const stranger: RequestArrival = { ...monday, at: '2027-02-01T09:00:00-05:00', holder: 'somebody-else' };
    expect(received(monday, vendor, stranger)).toMatchObject({ value: { on: '2027-02-26' } });
    expect(received(stranger)).toMatchObject({
      refusal: { code: 'not-received', why: [{ rule: 'OD-3' }, { rule: 'OD-4' }] },
    });
    expect(received()).toMatchObject({ refusal: { code: 'not-received' } });
  });

  it.each([
    ['portal', false],
    ['e-mail', false],
    ['fax', false],
    ['post', false],
    ['phone', true],
    ['walk-in', true],
  ] as const)('counts by %s, spoken or written (OD-11: %s)', (channel, spoken) => {
    const outcome = received({ ...monday, channel });
    const rules = outcome.ok ? outcome.value.why.map(({ rule }) => rule) : [];
    expect(outcome).toMatchObject({ value: { on: '2027-03-01' } });
    expect(rules).toEqual(spoken ? ['OD-3', 'OD-4', 'OD-11'] : ['OD-3', 'OD-4']);
  });

  it('is the day itself where only the day is known, beside instants of other arrivals', () => {
    const stamped: RequestArrival = { on: calendarDate('2027-02-28'), holder: 'facility', channel: 'post' };
    expect(received(stamped)).toMatchObject({ value: { on: '2027-02-28' } });
    expect(received(monday, stamped)).toMatchObject({ value: { on: '2027-02-28' } });
    expect(received(monday, { ...stamped, on: calendarDate('2027-03-02') })).toMatchObject({
      value: { on: '2027-03-01' },
    });
  });

  it('says nothing of speech when only a stranger was spoken to', () => {
    const called: RequestArrival = { ...monday, holder: 'somebody-else', channel: 'phone' };
    const outcome = received(monday, called);
    expect(outcome.ok && outcome.value.why).toHaveLength(2);
  });
});
