import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { type Arrival, decideDuplicate } from '../duplicate.ts';
import { quoteFees } from '../fee.ts';
import { refundOf } from '../fee-refund.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';

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

  it('she pays once at most; the fees of the joined requests are voided, and the cardiologist’s copy is free', () => {
    const pack = packOn('2026-05-04');
    expect(allowed(quoteFees([{ kind: 'cd', by: 'post' }], demoFeeSchedule, pack)).totalCents).toBe(650);
    const joined = ['fax', 'phone'].map(() =>
      refundOf('joined', { billedCents: 650, paidCents: 0, rightCents: 650 }, pack),
    );
    expect(joined).toMatchObject([{ voidedCents: 650 }, { voidedCents: 650 }]);
    const added = quoteFees([{ kind: 'cd', by: 'post' }], demoFeeSchedule, pack, { route: 'other-provider' });
    expect(allowed(added)).toMatchObject({ totalCents: 0, method: 'free' });
  });

  it('L-DUP tells the references, the first one’s date, and that the cardiologist is kept', () => {
    const letter = letterWords('L-DUP', {
      ...aboutIt('2026-05-15'),
      earlier: { reference: 'EB 7Q4 M2K', receivedOn: portal.receivedOn, dueOn: due('2026-05-04') },
      joined: ['EB 3HT 9WD', 'EB 8KP 2RX'],
      kept: ['A copy for your cardiologist, by secure link'],
    });
    expect(letter).toContain('Its reference is EB 7Q4 M2K. We received it on Monday, May 4, 2026.');
    expect(letter).toContain('You will have an answer by Wednesday, June 3, 2026. Asking again did not move that day.');
    expect(letter).toContain('We joined to it: EB 3HT 9WD and EB 8KP 2RX.');
    expect(letter).toContain('A copy for your cardiologist, by secure link');
  });
});
