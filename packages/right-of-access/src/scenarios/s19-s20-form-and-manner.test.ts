import { describe, expect, it } from 'vitest';
import { allowed, due, refusalOf } from '../../testing/facility-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideFormat, type FormatWish } from '../format-decision.ts';
import { decidePlainMail, isBreachOfPlainMail, type PlainMailWish } from '../plain-mail.ts';

const electronic = ['MP4 on USB', 'MP4 by download', 'DICOM on disc'];
const producible = [
  ...electronic.map((name) => ({ name, electronic: true })),
  { name: 'printed stills', electronic: false },
];

describe('S19 format that cannot be made', () => {
  const vhs: FormatWish = {
    asked: 'VHS tape',
    askedElectronic: true,
    heldAs: 'electronic',
    producible,
    why: 'no equipment makes it',
  };

  it('L-FMT offers three electronic forms; due 2027-04-21', () => {
    const refused = refusalOf(decideFormat(vhs));
    expect(refused).toMatchObject({ code: 'agree-on-a-form', letter: 'L-FMT', because: 'no equipment makes it' });
    expect(refused.code === 'agree-on-a-form' && refused.alternatives.map(({ name }) => name)).toEqual(electronic);
    expect(due('2027-03-22')).toBe('2027-04-21');
  });

  const on = calendarDate('2027-03-29');
  it('she picks MP4 on USB on 2027-03-29', () => {
    const agreed = allowed(decideFormat({ ...vhs, agreement: { on, chosen: 'MP4 on USB', declined: [] } }));
    expect(agreed).toMatchObject({
      form: { name: 'MP4 on USB' },
      why: { inputs: [{}, {}, {}, { value: '2027-03-29' }] },
    });
  });

  it('printed stills end it only after she declined every electronic form', () => {
    const stills = (declined: string[]) =>
      decideFormat({ ...vhs, agreement: { on, chosen: 'printed stills', declined } });
    expect(refusalOf(stills(['MP4 on USB']))).toMatchObject({
      code: 'electronic-forms-first',
      notDeclined: ['MP4 by download', 'DICOM on disc'],
    });
    expect(allowed(stills(electronic)).form.electronic).toBe(false);
  });

  it('“we only give CDs” is never a reason, and what can be made is given', () => {
    expect(refusalOf(decideFormat({ ...vhs, why: 'habit or policy' }))).toMatchObject({
      code: 'no-reason-to-refuse',
      excuse: 'habit or policy',
    });
    expect(refusalOf(decideFormat({ ...vhs, why: 'too much work' })).code).toBe('no-reason-to-refuse');
    const { why: _, ...noWhy } = vhs;
    expect(refusalOf(decideFormat(noWhy))).toEqual({ code: 'no-reason-to-refuse', cite: '45 CFR 164.524(c)(2)(ii)' });
    const asked = allowed(decideFormat({ ...vhs, asked: 'MP4 by download', why: 'habit or policy' }));
    expect(asked).toMatchObject({ form: { name: 'MP4 by download' }, why: { cite: '45 CFR 164.524(c)(2)(i)' } });
  });

  it('chooses among what was offered', () => {
    const betamax = { on, chosen: 'Betamax', declined: [] };
    expect(refusalOf(decideFormat({ ...vhs, agreement: betamax }))).toMatchObject({
      code: 'not-on-offer',
      onOffer: { length: 4 },
    });
  });

  it('of film may be hard copy at once when no scanner makes an electronic one', () => {
    const film: FormatWish = { ...vhs, heldAs: 'film', producible: [{ name: 'film copy', electronic: false }] };
    expect(refusalOf(decideFormat(film))).toMatchObject({
      alternatives: [{ name: 'film copy' }],
      cite: '45 CFR 164.524(c)(2)(i)',
    });
    expect(decideFormat({ ...film, agreement: { on, chosen: 'film copy', declined: [] } }).ok).toBe(true);
  });
});

describe('S20 unencrypted e-mail on request', () => {
  const mib = 1024 * 1024;
  const warning = { accepted: true, acceptedOn: calendarDate('2027-04-12'), channel: 'portal', textVersion: 'warn-3' };
  const wish: PlainMailWish = { packageBytes: 18 * mib, mailLimitBytes: 25 * mib, warning, addressReadBack: true };

  it('18 MB fit a limit of 25 MB as mail: sent, with the warning’s day, channel and text kept', () => {
    expect(
      allowed(decidePlainMail(wish))
        .why.inputs.map(({ value }) => value)
        .slice(0, 3),
    ).toEqual(['2027-04-12', 'portal', 'warn-3']);
  });

  it('19 MB do not, and 220 MB with the clips do not: a link or several mails', () => {
    expect(refusalOf(decidePlainMail({ ...wish, packageBytes: 19 * mib })).code).toBe('over-mail-limit');
    expect(refusalOf(decidePlainMail({ ...wish, packageBytes: 220 * mib }))).toMatchObject({
      letter: 'L-FMT',
      offers: ['secure link', 'several mails', 'media by post'],
    });
  });

  it('first warns and reads the address back, and names which is lacking', () => {
    const { warning: _, ...unwarned } = wish;
    expect(refusalOf(decidePlainMail({ ...unwarned, addressReadBack: false }))).toMatchObject({
      letter: 'L-WARN',
      lacks: [{ name: 'the warning, accepted' }, { name: 'the address, read back' }],
    });
    for (const change of [{ accepted: false }, { channel: '' }, { textVersion: '' }]) {
      expect(decidePlainMail({ ...wish, warning: { ...warning, ...change } }).ok).toBe(false);
    }
  });

  it('starts a breach workflow for a mistyped address, not for a mail read in transit', () => {
    expect(isBreachOfPlainMail('sent to a mistyped address')).toBe(true);
    expect(isBreachOfPlainMail('read in transit')).toBe(false);
  });
});
