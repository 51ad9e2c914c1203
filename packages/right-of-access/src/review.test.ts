import { describe, expect, it } from 'vitest';
import { allowed, holidays, packOn, refusalOf } from '../testing/facility-f.ts';
import { calendarDate } from './calendar.ts';
import { decideDenial } from './denial.ts';
import { decideReview, type ReviewWish, reviewOutcome } from './review.ts';

const pack = packOn('2027-05-03');
const denial = allowed(
  decideDenial(
    {
      ground: 'R1',
      decidedBy: { name: 'Dr. Osei', role: 'licensed-professional' },
      decidedOn: calendarDate('2027-05-10'),
      basis: 'in plain words',
      shown: { 'whose life or physical safety, and how': 'his own' },
      asker: 'individual',
      asks: 'copy',
      withheld: ['report'],
      given: [],
      complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
    },
    pack,
  ),
);
const wish: ReviewWish = {
  denial,
  tookPart: ['Dr. Lind'],
  askedOn: calendarDate('2027-05-14'),
  reviewer: { name: 'Dr. Wu', licensed: true },
};

describe('the review of a denial', () => {
  it('goes to another licensed professional, who decides within 15 days (OD-23)', () => {
    expect(allowed(decideReview(wish, pack))).toMatchObject({
      decideBy: '2027-05-29',
      why: { rule: 'law/OD-23' },
    });
    const stricter = { ...pack, answers: { ...pack.answers, 'OD-23': '5-days' } } as const;
    expect(allowed(decideReview(wish, stricter)).decideBy).toBe('2027-05-19');
  });

  it.each([
    ['Dr. Osei', 'denied it'],
    ['dr.  osei ', 'denied it, written otherwise'],
    ['Dr. Lind', 'proposed it'],
  ])('does not go to %s, who %s', (name) => {
    expect(refusalOf(decideReview({ ...wish, reviewer: { name, licensed: true } }, pack))).toMatchObject({
      code: 'reviewer-unfit',
      lacks: [
        { name: 'a reviewer who took no part in the denial', cite: '45 CFR 164.524(a)(4); 45 CFR 164.524(d)(4)' },
      ],
    });
  });

  it('needs a licence and a name', () => {
    const lacking = { code: 'reviewer-unfit', lacks: [{ name: 'a named licensed professional' }] };
    expect(refusalOf(decideReview({ ...wish, reviewer: { name: 'kim', licensed: false } }, pack))).toMatchObject(
      lacking,
    );
    expect(refusalOf(decideReview({ ...wish, reviewer: { name: ' ', licensed: true } }, pack))).toMatchObject(lacking);
  });

  it('upheld, says so; overturned, what was withheld is given within five business days', () => {
    const review = allowed(decideReview(wish, pack));
    const day = calendarDate('2027-05-27');
    expect(reviewOutcome(review, 'upheld', day, pack, holidays)).toEqual({
      letter: 'L-REV',
      result: 'upheld',
      why: expect.objectContaining({ cite: '45 CFR 164.524(a)(4); 45 CFR 164.524(d)(4)' }),
    });
    // Thursday; Monday 2027-05-31 is a holiday.
    expect(reviewOutcome(review, 'overturned', day, pack, holidays).giveBy).toBe('2027-06-04');
  });
});
