import { describe, expect, it } from 'vitest';
import { allowed, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterLacks, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { applyOverlay } from '../overlay.ts';
import { decidePlainMail, isBreachOfPlainMail, type PlainMailWish } from '../plain-mail.ts';
import { usSources } from '../testing/packs.ts';

describe('S20 unencrypted e-mail on request', () => {
  const mib = 1024 * 1024;
  const warning = { accepted: true, acceptedOn: calendarDate('2027-04-12'), channel: 'portal', textVersion: 'warn-3' };
  const wish: PlainMailWish = { packageBytes: 18 * mib, mailLimitBytes: 25 * mib, warning, addressReadBack: true };

  it('18 MB fit a limit of 25 MB as mail: sent, with the warning’s day, channel and text kept', () => {
    expect(
      allowed(decidePlainMail(wish, usSources))
        .why.inputs.map(({ value }) => value)
        .slice(0, 3),
    ).toEqual(['2027-04-12', 'portal', 'warn-3']);
  });

  it('19 MB do not, and 220 MB with the clips do not: a link or several mails', () => {
    expect(refusalOf(decidePlainMail({ ...wish, packageBytes: 19 * mib }, usSources)).code).toBe('over-mail-limit');
    expect(refusalOf(decidePlainMail({ ...wish, packageBytes: 220 * mib }, usSources))).toMatchObject({
      letter: 'L-FMT',
      offers: ['secure link', 'several mails', 'media by post'],
    });
  });

  it('first warns and reads the address back, and names which is lacking', () => {
    const { warning: _, ...unwarned } = wish;
    expect(refusalOf(decidePlainMail({ ...unwarned, addressReadBack: false }, usSources))).toMatchObject({
      letter: 'L-WARN',
      lacks: [{ name: 'the warning, accepted' }, { name: 'the address, read back' }],
    });
    for (const change of [{ accepted: false }, { channel: '' }, { textVersion: '' }]) {
      expect(decidePlainMail({ ...wish, warning: { ...warning, ...change } }, usSources).ok).toBe(false);
    }
  });

  it('starts a breach workflow for a mistyped address, not for a mail read in transit', () => {
    expect(isBreachOfPlainMail('sent to a mistyped address')).toBe(true);
    expect(isBreachOfPlainMail('read in transit')).toBe(false);
  });

  it('L-WARN: the risk, safer ways, the address read back, and her yes at 19:03', () => {
    const facts = {
      ...aboutIt('2027-04-12'),
      by: 'email',
      sendTo: 'ana.rivera@example.org',
      secureWays: [{ kind: 'online' }, { kind: 'secure-link' }],
      accepted: { on: warning.acceptedOn, at: '19:03', channel: 'portal' },
    } as const;
    const letter = letterWords('L-WARN', facts);
    expect(letter).toContain('A plain message is like a postcard.');
    expect(letter).toContain('We will send it to ana.rivera@example.org.');
    expect(letter).toContain('You said yes on Monday, April 12, 2027 at 7:03 p.m., on our page.');
    expect(letterLacks('L-WARN', { ...facts, sendTo: '' })).toContain('address-read-back');
  });

  it('a facility’s “encrypted only” is refused as laxer than the law', () => {
    const overlay = { practices: ['encrypted-only'] } as const;
    expect(refusalOf(applyOverlay(packOn('2027-04-12'), overlay, warning.acceptedOn)).broken).toMatchObject([
      { rule: 'us-practice/encrypted-only', cite: expect.stringContaining('HHS FAQ 2061') },
    ]);
  });
});
