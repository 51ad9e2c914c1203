import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { calendarDate } from '../calendar.ts';
import { type Arrival, decideDuplicate } from '../duplicate.ts';
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
});

// Memorial Healthcare System, 2025: asked by mail, phone and portal; about nine months.
describe('S22 the same request three ways', () => {
  const portal: Arrival = {
    reference: 'EB-portal',
    patientId: 'p1',
    receivedOn: calendarDate('2026-05-04'),
    exams: ['U1'],
    deliveries: ['download to her'],
    closed: false,
  };
  const fax = {
    ...portal,
    reference: 'EB-fax',
    receivedOn: calendarDate('2026-05-06'),
    deliveries: ['download to her', 'cardiologist'],
  };
  const phone = { ...portal, reference: 'EB-phone', receivedOn: calendarDate('2026-05-15') };

  it('is joined under the first, due 2026-06-03, and the cardiologist is kept', () => {
    expect(allowed(decideDuplicate(fax, portal))).toMatchObject({
      kind: 'joined',
      into: 'EB-portal',
      duplicate: 'EB-fax',
      receivedOn: '2026-05-04',
      addedDeliveries: ['cardiologist'],
      letter: 'L-DUP',
    });
    expect(allowed(decideDuplicate(portal, phone))).toMatchObject({ receivedOn: '2026-05-04', addedDeliveries: [] });
    expect(due('2026-05-04')).toBe('2026-06-03');
  });

  it('another exam of 2026-05-15 stays by itself, due 2026-06-14', () => {
    const other = { ...phone, exams: ['U1', 'U2'] };
    expect(allowed(decideDuplicate(portal, other))).toMatchObject({ kind: 'linked', shared: ['U1'] });
    expect(due('2026-05-15')).toBe('2026-06-14');
  });

  it('joins nobody else’s request, and none that was answered', () => {
    expect(refusalOf(decideDuplicate(portal, { ...fax, patientId: 'p2' })).code).toBe('another-patient');
    expect(refusalOf(decideDuplicate({ ...portal, closed: true }, fax))).toMatchObject({
      code: 'already-closed',
      reference: 'EB-portal',
    });
  });
});
