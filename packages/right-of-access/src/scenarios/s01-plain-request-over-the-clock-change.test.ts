import { describe, expect, it } from 'vitest';
import { allowed } from '../../testing/facility-f.ts';
import { aboutIt, dueShown, letterWords, u1 } from '../../testing/letters-of-f.ts';
import { watchAvailability } from '../availability-watch.ts';
import { calendarDateIn, startOfLocalDay, weekday } from '../calendar.ts';
import { clockStatus, dueDate } from '../clock.ts';
import { quoteFees } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { usHolidays } from '../packs/us-holidays.ts';
import { serviceDue } from '../service-limit.ts';
import { packFor as pack } from '../testing/packs.ts';

const holidays = usHolidays({ from: 2026, to: 2028 });
const newYork = 'America/New_York';

// HHS guidance: thirty days is an outer limit.
describe('S01 plain request, over the spring clock change', () => {
  const receivedOn = calendarDateIn(newYork, '2027-02-13T22:40:00-05:00');
  const federal = pack('us-federal', receivedOn);

  it('is received on the local day and due thirty calendar days later, 719 hours on', () => {
    expect(receivedOn).toBe('2027-02-13');
    const due = dueDate(receivedOn, undefined, federal);
    expect([due.on, weekday(due.on)]).toEqual(['2027-03-15', 'Monday']);
    const hours = (startOfLocalDay(newYork, due.on) - startOfLocalDay(newYork, receivedOn)) / 3_600_000;
    expect(hours).toBe(719);
  });

  it('warns on days 15, 24 and 28', () => {
    const { warnings } = clockStatus(receivedOn, undefined, receivedOn, federal);
    expect(warnings.map(({ on }) => on)).toEqual(['2027-02-28', '2027-03-09', '2027-03-13']);
  });

  it('could be met since 22:45 and was given that evening, so nobody is told', () => {
    const at = (time: string) => Date.parse(`2027-02-13T${time}:00-05:00`);
    const facts = {
      identityProvedAt: at('22:44'),
      authorityProvedAt: at('22:44'),
      matchedAt: at('22:45'),
      retrievableAt: at('22:45'),
      holds: [],
    };
    const watch = watchAvailability(facts, at('22:51'), newYork, federal, { holidays });
    expect(watch).toMatchObject({ couldBeMetSince: at('22:45'), level: 'nothing' });
  });

  it('L-ACK at once: the day, the due date with its working, and $0.00 without a fee line', () => {
    const quote = allowed(quoteFees([{ kind: 'online' }, { kind: 'download' }], demoFeeSchedule, federal));
    expect(quote).toMatchObject({ totalCents: 0, method: 'free', lines: [] });
    expect(serviceDue('acknowledge-electronic', receivedOn, federal).on).toBe('2027-02-13');
    const letter = letterWords('L-ACK', {
      ...aboutIt('2027-02-13'),
      receivedOn,
      due: dueShown(receivedOn),
      exams: [u1.asked],
      ways: [{ kind: 'online' }, { kind: 'download' }],
      fee: { ...quote, approximate: false, cite: '45 CFR 171.302(b)' },
    });
    expect(letter).toContain('We received your request on Saturday, February 13, 2027.');
    expect(letter).toContain('The law gives us 30 calendar days, so the last day is Monday, March 15, 2027.');
    expect(letter).toContain('What it costs\nNo charge');
    expect(letter).not.toContain('$');
  });

  it('L-DONE the same evening: 42 stills, 9 clips, report, all included', () => {
    const letter = letterWords('L-DONE', { ...aboutIt('2027-02-13'), exams: [u1.given()], ways: [{ kind: 'online' }] });
    expect(letter).toContain('Abdomen ultrasound, October 1, 2026\n42\n9\n1\n0');
    expect(letter).toMatch(/Is anything missing\?\nNo/);
  });
});
