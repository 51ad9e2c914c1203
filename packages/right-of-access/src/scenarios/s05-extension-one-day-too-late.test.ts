import { describe, expect, it } from 'vitest';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate, startOfLocalDay } from '../calendar.ts';
import { clockStatus, dueDate } from '../clock.ts';
import { clockStops } from '../clock-stops.ts';
import { decideExtension } from '../extension.ts';
import { packFor as pack } from '../testing/packs.ts';

const newYork = 'America/New_York';
const day = calendarDate;

describe('S05 an extension one day too late', () => {
  const receivedOn = day('2026-08-03');
  const federal = pack('us-federal', receivedOn);

  it('is refused, and the request is overdue since 00:00 of that day', () => {
    const wish = { promisedOn: day('2026-09-25'), reason: 'Films come on 15 September.', cause: 'other' } as const;
    expect(decideExtension(receivedOn, undefined, wish, day('2026-09-03'), federal)).toMatchObject({
      refusal: { code: 'too-late-to-extend', lastDay: '2026-09-02', overdueSince: '2026-09-03' },
    });
    const status = clockStatus(receivedOn, undefined, day('2026-09-03'), federal);
    expect(status).toMatchObject({ level: 'late', daysLeft: -1, overdueFrom: '2026-09-03' });
    expect(startOfLocalDay(newYork, status.overdueFrom)).toBe(Date.parse('2026-09-03T00:00:00-04:00'));
  });

  it('L-LATE: an apology, the promised day, the privacy officer’s phone and both complaint routes', () => {
    const letter = letterWords('L-LATE', {
      ...aboutIt('2026-09-03'),
      receivedOn,
      dueOn: day('2026-09-02'),
      cause: 'The films came from storage late, and we did not write to you in time.',
      promisedOn: day('2026-09-16'),
    });
    expect(letter).toContain('You should have had our answer by Wednesday, September 2, 2026.');
    expect(letter).toContain('we are sorry');
    expect(letter).toContain('You will have our answer by Wednesday, September 16, 2026.');
    expect(letter).toContain('Call 555-555-0100');
    expect(letter).toContain('hhs.gov/ocr');
  });

  it('a copy of the same day ends it, late: the stop lies after the due date', () => {
    const stop = clockStops(
      { kind: 'given-online', days: { opens: day('2026-09-03'), 'notice-sent': day('2026-09-03') }, owed: 0 },
      federal,
    );
    expect(stop).toMatchObject({ stops: true, on: '2026-09-03' });
    expect(stop.stops && stop.on > dueDate(receivedOn, undefined, federal).on).toBe(true);
  });
});
