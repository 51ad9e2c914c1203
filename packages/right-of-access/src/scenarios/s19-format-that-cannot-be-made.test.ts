import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, dueShown, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { quoteFees } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { decideFormat, type FormatWish } from '../format-decision.ts';
import { usSources } from '../testing/packs.ts';

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
    const refused = refusalOf(decideFormat(vhs, usSources));
    expect(refused).toMatchObject({ code: 'agree-on-a-form', letter: 'L-FMT', because: 'no equipment makes it' });
    expect(refused.code === 'agree-on-a-form' && refused.alternatives.map(({ name }) => name)).toEqual(electronic);
    expect(due('2027-03-22')).toBe('2027-04-21');
  });

  const on = calendarDate('2027-03-29');
  it('she picks MP4 on USB on 2027-03-29', () => {
    const agreed = allowed(decideFormat({ ...vhs, agreement: { on, chosen: 'MP4 on USB', declined: [] } }, usSources));
    expect(agreed).toMatchObject({
      form: { name: 'MP4 on USB' },
      why: { inputs: [{}, {}, {}, { value: '2027-03-29' }] },
    });
  });

  it('printed stills end it only after she declined every electronic form', () => {
    const stills = (declined: string[]) =>
      decideFormat({ ...vhs, agreement: { on, chosen: 'printed stills', declined } }, usSources);
    expect(refusalOf(stills(['MP4 on USB']))).toMatchObject({
      code: 'electronic-forms-first',
      notDeclined: ['MP4 by download', 'DICOM on disc'],
    });
    expect(allowed(stills(electronic)).form.electronic).toBe(false);
  });

  it('“we only give CDs” is never a reason, and what can be made is given', () => {
    expect(refusalOf(decideFormat({ ...vhs, why: 'habit or policy' }, usSources))).toMatchObject({
      code: 'no-reason-to-refuse',
      excuse: 'habit or policy',
    });
    expect(refusalOf(decideFormat({ ...vhs, why: 'too much work' }, usSources)).code).toBe('no-reason-to-refuse');
    const { why: _, ...noWhy } = vhs;
    expect(refusalOf(decideFormat(noWhy, usSources))).toEqual({
      code: 'no-reason-to-refuse',
      cite: '45 CFR 164.524(c)(2)(ii)',
    });
    const asked = allowed(decideFormat({ ...vhs, asked: 'MP4 by download', why: 'habit or policy' }, usSources));
    expect(asked).toMatchObject({ form: { name: 'MP4 by download' }, why: { cite: '45 CFR 164.524(c)(2)(i)' } });
  });

  it('chooses among what was offered', () => {
    const betamax = { on, chosen: 'Betamax', declined: [] };
    expect(refusalOf(decideFormat({ ...vhs, agreement: betamax }, usSources))).toMatchObject({
      code: 'not-on-offer',
      onOffer: { length: 4 },
    });
  });

  it('of film may be hard copy at once when no scanner makes an electronic one', () => {
    const film: FormatWish = { ...vhs, heldAs: 'film', producible: [{ name: 'film copy', electronic: false }] };
    expect(refusalOf(decideFormat(film, usSources))).toMatchObject({
      alternatives: [{ name: 'film copy' }],
      cite: '45 CFR 164.524(c)(2)(i)',
    });
    expect(decideFormat({ ...film, agreement: { on, chosen: 'film copy', declined: [] } }, usSources).ok).toBe(true);
  });

  it.each<[string, FeeChoice, number]>([
    ['MP4 on USB by post', { kind: 'usb', by: 'post' }, 650],
    ['MP4 by download', { kind: 'download' }, 0],
    ['DICOM on disc, picked up', { kind: 'cd', by: 'pick-up', copyMinutes: 4 }, 220],
  ])('instead of VHS, %s has its price beside it', (_, choice, totalCents) => {
    expect(allowed(quoteFees([choice], demoFeeSchedule, packOn('2027-03-22')))).toMatchObject({ totalCents });
  });

  it('L-FMT: why, three electronic forms with prices, paper last, and the date unmoved', () => {
    const letter = letterWords('L-FMT', {
      ...aboutIt('2027-03-24'),
      asked: 'VHS tape',
      why: 'No machine that writes VHS tapes can be bought any more.',
      heldElectronically: true,
      electronic: [
        { what: 'MP4 on USB', cents: 650 },
        { what: 'MP4 by download', cents: 0 },
        { what: 'DICOM on disc', cents: 650 },
      ],
      hardCopy: { what: 'printed stills', cents: 1920 },
      due: dueShown('2027-03-22'),
    });
    expect(letter).toContain('MP4 on USB: $6.50.\nMP4 by download: no charge.\nDICOM on disc: $6.50.');
    expect(letter).toContain('If you do not want any of them, you can have this: printed stills, $19.20.');
    expect(letter).toContain('We still have to answer you by Wednesday, April 21, 2027.');
  });
});
