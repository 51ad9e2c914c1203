import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { refundOf } from '../fee-refund.ts';
import { decideWithdrawal, type WithdrawalWish } from '../withdrawal.ts';

describe('S21 withdrawn', () => {
  const pack = packOn('2026-05-04');
  const wish: WithdrawalWish = {
    by: 'individual',
    said: 'withdraw',
    channel: 'phone',
    identityBy: 'call-back',
    on: calendarDate('2026-05-14'),
    alreadyDelivered: [],
    fee: { state: 'quoted', cents: 650 },
  };

  it('on 2026-05-14 by phone: L-WITH, clock stopped, retrieval cancelled, file kept to 2032-05-14', () => {
    expect(due('2026-05-04')).toBe('2026-06-03');
    expect(allowed(decideWithdrawal(wish, pack))).toMatchObject({
      letters: ['L-WITH'],
      stoppedOn: '2026-05-14',
      cancelsRetrieval: true,
      fee: 'voided',
      refundCents: 0,
      keepUntil: '2032-05-14',
    });
  });

  it('a paid fee is refunded in full with its letter', () => {
    expect(allowed(decideWithdrawal({ ...wish, fee: { state: 'paid', cents: 650 } }, pack))).toMatchObject({
      letters: ['L-WITH', 'L-REFUND'],
      fee: 'refunded',
      refundCents: 650,
    });
    expect(allowed(decideWithdrawal({ ...wish, fee: { state: 'none', cents: 0 } }, pack)).fee).toBe('none');
    expect(allowed(decideWithdrawal({ ...wish, fee: { state: 'paid', cents: 0 } }, pack)).letters).toEqual(['L-WITH']);
  });

  it('cannot be chosen by staff, for silence, or for somebody unknown', () => {
    expect(refusalOf(decideWithdrawal({ ...wish, said: 'nothing' }, pack)).code).toBe('silence-is-no-withdrawal');
    expect(refusalOf(decideWithdrawal({ ...wish, by: 'staff' }, pack)).code).toBe('not-for-staff');
    expect(refusalOf(decideWithdrawal({ ...wish, identityBy: '' }, pack)).code).toBe('withdrawer-not-identified');
  });

  it('a new request on 2026-05-20 has its own date, 2026-06-19', () => {
    expect(due('2026-05-20')).toBe('2026-06-19');
  });

  it('an unpaid fee is voided and a paid one comes back in full', () => {
    expect(refundOf('withdrawn', { billedCents: 650, paidCents: 0, rightCents: 650 }, pack)).toMatchObject({
      refundCents: 0,
      voidedCents: 650,
    });
    const paid = refundOf('withdrawn', { billedCents: 650, paidCents: 650, rightCents: 650 }, pack);
    expect(paid).toMatchObject({ refundCents: 650, voidedCents: 0, cause: 'withdrawn' });
  });

  it('L-WITH: taken back on 2026-05-14 by phone, nothing sent, and she may ask again', () => {
    const letter = letterWords('L-WITH', { ...aboutIt('2026-05-14'), withdrawnOn: wish.on, channel: 'phone' });
    expect(letter).toContain('You took your request back on Thursday, May 14, 2026, by phone.');
    expect(letter).toContain('Nothing. No copy has left us.');
    expect(letter).toContain('You can ask again at any time');
  });

  it('L-REFUND: $6.50, why, and how', () => {
    const letter = letterWords('L-REFUND', {
      ...aboutIt('2026-05-14'),
      amountCents: 650,
      reason: 'withdrawn',
      how: 'card',
      by: calendarDate('2026-05-21'),
    });
    expect(letter).toContain('You get $6.50 back from us.');
    expect(letter).toContain('You took your request back before we made the copy.');
    expect(letter).toContain('$6.50 goes back to the card that you paid with, by Thursday, May 21, 2026.');
  });
});
