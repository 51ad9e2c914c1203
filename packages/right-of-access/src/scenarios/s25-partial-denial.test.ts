import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterLacks, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { type DenialWish, decideDenial } from '../denial.ts';
import { decideTransition } from '../lifecycle.ts';
import { decideReview } from '../review.ts';
import { usSources } from '../testing/packs.ts';

// Riverside Psychiatric Medical Group and St. Joseph's Hospital, 2020: no written explanation; only part given.
describe('S25 partial denial done right', () => {
  const pack = packOn('2027-07-12');
  const wish: DenialWish = {
    ground: 'U3',
    decidedBy: { name: 'R. Moss', role: 'privacy-officer' },
    decidedOn: calendarDate('2027-07-14'),
    basis: 'You agreed on January 15, 2027 to wait for the trial’s own pictures until the trial ends.',
    shown: {
      'the research is in progress': 'trial E-7, open',
      'the consent that suspends access': 'consent form of 2027-01-15',
      'told that access returns': 'section 6 of the form',
    },
    asker: 'individual',
    asks: 'copy',
    withheld: ['echo loops made for the trial only'],
    given: ['clinical echo', 'its report'],
    complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
  };

  it('U3 for the loops only: L-PART, what is given and what is not, and access returns when the research ends', () => {
    expect(allowed(decideDenial(wish, pack))).toMatchObject({
      kind: 'in-part',
      letter: 'L-PART',
      given: ['clinical echo', 'its report'],
      withheld: ['echo loops made for the trial only'],
      accessReturns: 'when the research ends',
      ground: { code: 'U3', reviewable: false },
      why: { rule: 'us-federal/U3', cite: '45 CFR 164.524(a)(2)(iii)' },
    });
    expect(due('2027-07-12')).toBe('2027-08-11');
  });

  it('has no review', () => {
    const denial = allowed(decideDenial(wish, pack));
    const review = { denial, tookPart: [], askedOn: wish.decidedOn, reviewer: { name: 'Dr. Osei', licensed: true } };
    expect(refusalOf(decideReview(review, pack))).toEqual({
      code: 'not-reviewable',
      ground: 'U3',
      cite: '45 CFR 164.524(a)(2)(iii)',
    });
  });

  it('is refused without the phone number', () => {
    const silent = { ...wish, complaints: { titleOrName: 'Privacy officer', phone: '' } };
    expect(refusalOf(decideDenial(silent, pack))).toEqual({
      code: 'denial-lacks',
      ground: 'U3',
      lacks: [{ name: 'phone number for complaints', cite: '45 CFR 164.524(d)(2)(iii)' }],
    });
  });

  it('does not close before the echo is given', () => {
    const item = allowed(
      decideTransition({ stage: 'checking', waits: [] }, 'deny-part', 'staff', { denialGrounded: true }, usSources),
    ).item;
    const early = decideTransition(
      item,
      'close',
      'staff',
      { everyDeliveryDone: false, denialLetterSent: true },
      usSources,
    );
    expect(refusalOf(early).code).toBe('not-from-here');
    const owed = decideTransition(
      { ...item, stage: 'delivered' },
      'close',
      'staff',
      {
        missing: 0,
        everyDeliveryDone: false,
        denialLetterSent: true,
      },
      usSources,
    );
    expect(refusalOf(owed)).toMatchObject({ unmet: [{ guard: 'every-delivery-done' }] });
  });

  const letterFacts = {
    ...aboutIt('2027-07-14'),
    given: wish.given,
    how: 'You can see and save them online now.',
    ground: { code: 'U3', reviewable: false, cite: '45 CFR 164.524(a)(2)(iii)' },
    basis: wish.basis,
    withheld: 'echo loops made for the trial only',
    decidedBy: 'the Privacy Officer',
    returns: 'when the trial ends',
    reviewDays: 15,
  } as const;

  it('L-PART: what is given, what is not, the basis, when access returns, no review, and both complaint routes', () => {
    const letter = letterWords('L-PART', letterFacts);
    expect(letter).toContain('What you get\nclinical echo\nits report');
    expect(letter).toContain('We cannot give you this: echo loops made for the trial only.');
    expect(letter).toContain(wish.basis);
    expect(letter).toContain('Your right to these pictures comes back: when the trial ends.');
    expect(letter).toContain('the law gives no right to a review by another professional');
    expect(letter).toContain('Call the Privacy Officer of Facility F at 555-555-0100');
    expect(letter).toContain('hhs.gov/ocr');
  });

  it('the letter can not be sent without the phone number, nor without the time when access returns', () => {
    const { facility } = letterFacts;
    const noPhone = { ...facility, privacyOfficer: { ...facility.privacyOfficer, phone: '' } };
    expect(letterLacks('L-PART', { ...letterFacts, facility: noPhone })).toEqual(['complain-to-facility']);
    expect(letterLacks('L-PART', { ...letterFacts, returns: '' })).toContain('access-returns');
  });
});
