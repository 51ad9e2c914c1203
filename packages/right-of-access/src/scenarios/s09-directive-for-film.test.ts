import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDirective } from '../directive.ts';
import { quoteFee } from '../fee.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';

// Ciox Health v. Azar, 2020.
describe('S09 directive for film prints', () => {
  const directive = {
    written: true,
    signature: { by: 'individual', on: calendarDate('2026-06-15') },
    recipientName: 'B. Lee',
    recipientAddress: '1 Court St',
  } as const;

  it('is neither refused outright nor binding: three offers', () => {
    expect(refusalOf(decideDirective(directive, { copy: 'film', heldAs: 'electronic' }))).toMatchObject({
      code: 'not-an-electronic-copy',
      letter: 'L-DIR',
      cite: expect.stringContaining('Ciox'),
      offers: [
        { offer: 'electronic-copy-to-recipient', under: 'this directive', accessClock: true },
        { offer: 'prints-to-the-individual', under: 'own access, patient rate', accessClock: true },
        { offer: 'authorization-for-prints', under: 'HIPAA authorization', accessClock: false },
      ],
    });
  });

  it('offers no electronic copy of what is held on film alone', () => {
    const refused = refusalOf(decideDirective(directive, { copy: 'electronic', heldAs: 'film' }));
    expect(refused.code === 'not-an-electronic-copy' && refused.offers.map(({ offer }) => offer)).toEqual([
      'prints-to-the-individual',
      'authorization-for-prints',
    ]);
  });

  it('prints to the patient herself cost $19.20: 4.00 + 10.00 + 5.20', () => {
    const prints = { kind: 'prints', by: 'post', sheets: 8, copyMinutes: 10 } as const;
    expect(allowed(quoteFee(prints, demoFeeSchedule, packOn('2026-06-15'))).totalCents).toBe(1920);
  });

  it('the person’s own request is due 2026-07-15, and offer (a) completes it under this directive', () => {
    expect(due('2026-06-15')).toBe('2026-07-15');
    expect(decideDirective(directive, { copy: 'electronic', heldAs: 'electronic' }).ok).toBe(true);
  });
});
