import { describe, expect, it } from 'vitest';
import { watchAvailability } from './availability-watch.ts';
import { calendarDate, calendarDateIn, startOfLocalDay, weekday } from './calendar.ts';
import { actionBy, clockStatus, dueDate } from './clock.ts';
import { clockStops } from './clock-stops.ts';
import { directiveDue } from './directive.ts';
import { decideExtension, type ExtensionWish, latestExtension } from './extension.ts';
import { policyPacks } from './packs/all-packs.ts';
import { usHolidays } from './packs/us-holidays.ts';
import { type Pack, packInForce } from './policy-pack.ts';
import { serviceDue } from './service-limit.ts';

const holidays = usHolidays({ from: 2026, to: 2028 });
const newYork = 'America/New_York';
const day = calendarDate;

function pack(choice: string, receivedOn: string): Pack {
  const found = packInForce(policyPacks, choice, day(receivedOn));
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}

describe('S01: a plain request over the spring clock change', () => {
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
      givenAt: at('22:51'),
      holds: [],
    };
    const later = at('22:51') + 30 * 86_400_000;
    const watch = watchAvailability(facts, later, newYork, federal, { holidays });
    expect(watch).toMatchObject({ couldBeMetSince: at('22:45'), level: 'nothing' });
  });
});

describe('S02: leap year and month-end', () => {
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
});

describe('S03: a due date on a holiday weekend', () => {
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
});

describe('S04: one extension, then no more', () => {
  const receivedOn = day('2026-08-03');
  const federal = pack('us-federal', receivedOn);
  const wish: ExtensionWish = {
    promisedOn: day('2026-09-25'),
    reason: 'films are in off-site storage; the vendor delivers on 15 September',
    cause: 'off-site-storage',
  };
  const decide = (change: Partial<ExtensionWish>, on = '2026-09-02', earlier = false) =>
    decideExtension(
      receivedOn,
      earlier ? { sentOn: day('2026-09-02'), promisedOn: day('2026-09-25'), reason: wish.reason } : undefined,
      { ...wish, ...change },
      day(on),
      federal,
    );

  it('is allowed on the last day, to the date in the letter', () => {
    expect(dueDate(receivedOn, undefined, federal).on).toBe('2026-09-02');
    expect(latestExtension(receivedOn, federal)).toBe('2026-10-02');
    const extension = decide({});
    expect(extension).toMatchObject({ ok: true, value: { sentOn: '2026-09-02', promisedOn: '2026-09-25' } });
    if (extension.ok) expect(dueDate(receivedOn, extension.value, federal).on).toBe('2026-09-25');
  });

  it('is refused a second time, although the date lies within sixty days', () => {
    expect(decide({ promisedOn: day('2026-10-02') }, '2026-09-24', true)).toMatchObject({
      refusal: { code: 'already-extended', cite: '45 CFR 164.524(b)(2)(ii)(B)' },
    });
  });

  it('is refused to the sixty-first day and without a reason; “busy” needs a supervisor', () => {
    expect(decide({ promisedOn: day('2026-10-03') })).toMatchObject({
      refusal: { code: 'date-too-late', latest: '2026-10-02' },
    });
    expect(decide({ reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } });
    expect(decide({ reason: 'busy', cause: 'other' })).toMatchObject({ refusal: { code: 'supervisor-needed' } });
    expect(decide({ reason: 'busy', cause: 'other', supervisorAgreed: true }).ok).toBe(true);
  });
});

describe('S05: an extension one day too late', () => {
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
});

describe('S08: a directive that was signed later', () => {
  const federal = pack('us-federal', '2026-06-01');

  it('is answered in two business days, due from the signature, and worked toward the first day', () => {
    expect(serviceDue('defective-directive', day('2026-06-01'), federal, { holidays }).on).toBe('2026-06-03');
    expect(directiveDue(day('2026-06-01'), day('2026-06-09'), federal)).toMatchObject({
      statutoryDue: '2026-07-09',
      worklistDue: '2026-07-01',
    });
  });

  it('runs from the first receipt where the facility chose so', () => {
    const stricter = { ...federal, answers: { ...federal.answers, 'OD-6': 'first-receipt' as const } };
    expect(directiveDue(day('2026-06-01'), day('2026-06-09'), stricter).statutoryDue).toBe('2026-07-01');
  });
});

describe('S24: California, two shorter clocks and no extension', () => {
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
});
