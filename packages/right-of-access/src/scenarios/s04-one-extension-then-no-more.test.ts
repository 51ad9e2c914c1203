import { describe, expect, it } from 'vitest';
import { allowed } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { dueDate } from '../clock.ts';
import { decideExtension, type ExtensionWish, latestExtension } from '../extension.ts';
import { letterSentOn } from '../letter-sent.ts';
import { packFor as pack } from '../testing/packs.ts';

const newYork = 'America/New_York';
const day = calendarDate;

describe('S04 one extension, then no more', () => {
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

  it('L-EXT that day gives the reason, the date, the contact, and the report that is ready now (OD-17)', () => {
    const extension = allowed(decide({}));
    const letter = letterWords('L-EXT', {
      ...aboutIt('2026-09-02'),
      receivedOn,
      firstDue: day('2026-09-02'),
      promisedOn: extension.promisedOn,
      reason: extension.reason,
      cite: extension.why[0]?.cite ?? '',
      available: { what: 'the written report', how: 'You can read it online today.' },
    });
    expect(letter).toContain('This is the reason: films are in off-site storage; the vendor delivers on 15 September');
    expect(letter).toContain('We will finish it by Friday, September 25, 2026.');
    expect(letter).toContain('The law lets us do this only once. We cannot move the date again.');
    expect(letter).toContain('This is ready today: the written report.');
    expect(letter).toContain('Call 555-555-0110');
  });

  it('a letter that was drafted or came back was not sent, and moves nothing (OD-10)', () => {
    const bounced = { channel: 'e-mail', acceptedAt: '2026-09-02T16:10:00-04:00', bounced: true } as const;
    expect(letterSentOn(bounced, newYork, federal).on).toBeUndefined();
    expect(letterSentOn({ ...bounced, bounced: false }, newYork, federal).on).toBe('2026-09-02');
  });
});
