import { describe, expect, it } from 'vitest';
import { askedFor } from '../../testing/authority-of-f.ts';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { authorityShown } from '../authority.ts';
import { calendarDate } from '../calendar.ts';
import { decideFamilyDisclosure } from '../deceased.ts';
import { quoteFees } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import type { Instrument } from '../representative.ts';
import { usSources } from '../testing/packs.ts';

describe('S16 patient has died', () => {
  it('(a) the executor with letters testamentary is the representative: due 2027-11-03', () => {
    const evidence = { what: 'letters testamentary', judgedBy: 'kim', judgedOn: calendarDate('2027-10-04') };
    const instrument: Instrument = { kind: 'letters-testamentary', scope: [], evidence };
    const executor = askedFor('2027-10-04', { kind: 'personal-representative', instrument }, '2027-08-01');
    expect(allowed(authorityShown(executor)).why.cite).toBe('45 CFR 164.502(g)(4)');
    expect(due('2027-10-04')).toBe('2027-11-03');
  });

  it('(b) the sister has no right of access, and hears which papers would make one', () => {
    const sister = askedFor('2027-10-04', { kind: 'family' }, '2027-08-01');
    expect(refusalOf(authorityShown(sister))).toMatchObject({
      code: 'no-right-of-access',
      wouldDo: [
        'letters-testamentary',
        'letters-of-administration',
        'small-estate-affidavit',
        'other-estate-authority',
      ],
    });
  });

  it('(b) may be told what is relevant to her involvement, logged, with no access clock and no denial', () => {
    const disclosure = {
      deathShownBy: 'a death certificate, seen',
      involvement: 'drove her to care',
      contraryWish: 'none-known',
      recordedBy: 'kim',
    } as const;
    expect(allowed(decideFamilyDisclosure(disclosure, usSources))).toMatchObject({
      accessClock: false,
      isDenial: false,
      why: { cite: '45 CFR 164.510(b)(5)' },
    });
  });

  it('(a) pays what the patient would have paid', () => {
    const cd = quoteFees([{ kind: 'cd', by: 'post' }], demoFeeSchedule, packOn('2027-10-04'), { route: 'individual' });
    expect(allowed(cd)).toMatchObject({ totalCents: 650, method: 'flat' });
  });

  it('(b) L-NPR: who may ask and which papers, polite, no denial, and nothing about what is held', () => {
    const letter = letterWords('L-NPR', {
      ...aboutIt('2027-10-05', { addressee: { name: 'Rosa Delgado' } }),
      hasDied: true,
      whoMayAsk: ['The executor who is named in the will'],
      papers: ['Letters testamentary', 'Letters of administration'],
      mayTellInvolved: true,
    });
    expect(letter).toContain('we are sorry for your loss');
    expect(letter).toContain('Papers that show it\nLetters testamentary\nLetters of administration');
    expect(letter).toContain('This letter does not say whether we have any pictures or other records of this person.');
    expect(letter).not.toMatch(/den(y|ied|ial)/i);
  });
});
