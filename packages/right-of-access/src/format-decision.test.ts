import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideFormat, type FormatWish } from './format-decision.ts';
import { usSources } from './testing/packs.ts';

const disc = { name: 'DICOM on disc', electronic: true };
const link = { name: 'download', electronic: true };
const prints = { name: 'printed stills', electronic: false };
const on = calendarDate('2027-03-29');
const wish: FormatWish = {
  asked: 'VHS tape',
  askedElectronic: true,
  heldAs: 'electronic',
  producible: [disc, link, prints],
  why: 'no equipment makes it',
};

describe('the form of a copy', () => {
  it('that was asked for and can be made is given, and the file says so', () => {
    expect(decideFormat({ ...wish, asked: 'download' }, usSources)).toEqual({
      ok: true,
      value: {
        form: link,
        why: {
          rule: 'law/form',
          cite: '45 CFR 164.524(c)(2)(i)',
          confidence: 'high',
          inputs: [
            { name: 'asked', value: 'download' },
            { name: 'heldAs', value: 'electronic' },
          ],
        },
      },
    });
  });

  it('that cannot be made is agreed on among electronic forms, with hard copy named beside them', () => {
    expect(decideFormat(wish, usSources)).toEqual({
      ok: false,
      refusal: {
        code: 'agree-on-a-form',
        because: 'no equipment makes it',
        alternatives: [disc, link],
        hardCopy: [prints],
        letter: 'L-FMT',
        cite: '45 CFR 164.524(c)(2)(ii)',
      },
    });
  });

  it('may be any that can be made, where paper was asked for or film is held', () => {
    const everything = { refusal: { alternatives: [disc, link, prints] } };
    expect(decideFormat({ ...wish, askedElectronic: false }, usSources)).toMatchObject(everything);
    expect(decideFormat({ ...wish, heldAs: 'film' }, usSources)).toMatchObject(everything);
    const agreement = { on, chosen: 'printed stills', declined: [] };
    expect(decideFormat({ ...wish, askedElectronic: false, agreement }, usSources).ok).toBe(true);
  });

  it('that was agreed on is written down with the day and the reason', () => {
    expect(decideFormat({ ...wish, agreement: { on, chosen: 'DICOM on disc', declined: [] } }, usSources)).toEqual({
      ok: true,
      value: {
        form: disc,
        why: {
          rule: 'law/form-agreed',
          cite: '45 CFR 164.524(c)(2)(ii)',
          confidence: 'high',
          inputs: [
            { name: 'asked', value: 'VHS tape' },
            { name: 'because', value: 'no equipment makes it' },
            { name: 'chosen', value: 'DICOM on disc' },
            { name: 'agreedOn', value: '2027-03-29' },
          ],
        },
      },
    });
  });

  it('is hard copy only when every electronic form was declined', () => {
    const chosen = (declined: string[]) =>
      decideFormat({ ...wish, agreement: { on, chosen: 'printed stills', declined } }, usSources);
    expect(chosen(['download'])).toEqual({
      ok: false,
      refusal: {
        code: 'electronic-forms-first',
        notDeclined: ['DICOM on disc'],
        cite: '45 CFR 164.524(c)(2)(ii); HHS guidance',
      },
    });
    expect(chosen(['download', 'DICOM on disc'])).toMatchObject({ value: { form: prints } });
  });

  it('is none that nobody offered', () => {
    expect(decideFormat({ ...wish, agreement: { on, chosen: 'Betamax', declined: [] } }, usSources)).toEqual({
      ok: false,
      refusal: {
        code: 'not-on-offer',
        chosen: 'Betamax',
        onOffer: ['DICOM on disc', 'download', 'printed stills'],
        cite: '45 CFR 164.524(c)(2)(ii)',
      },
    });
  });

  it.each(['habit or policy', 'too much work', 'nobody asks for it'] as const)('is never refused for “%s”', (why) => {
    expect(decideFormat({ ...wish, why }, usSources)).toEqual({
      ok: false,
      refusal: { code: 'no-reason-to-refuse', excuse: why, cite: '45 CFR 164.524(c)(2)(ii)' },
    });
  });

  it.each(['over the mail limit', 'own drive is an unacceptable security risk'] as const)(
    'may be agreed on for “%s”',
    (why) => {
      expect(decideFormat({ ...wish, why }, usSources)).toMatchObject({
        refusal: { code: 'agree-on-a-form', because: why },
      });
    },
  );
});
