import { describe, expect, it } from 'vitest';
import { allowed, due, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, dueShown, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDirective } from '../directive.ts';
import { quoteFees } from '../fee.ts';
import type { FeeChoice } from '../fee-choice.ts';
import { demoFeeSchedule } from '../fee-schedule.ts';
import { usSources } from '../testing/packs.ts';

// Ciox Health v. Azar, 2020.
describe('S09 directive for film prints', () => {
  const directive = {
    written: true,
    signature: { by: 'individual', on: calendarDate('2026-06-15') },
    recipientName: 'B. Lee',
    recipientAddress: '1 Court St',
  } as const;

  it('is neither refused outright nor binding: three offers', () => {
    expect(refusalOf(decideDirective(directive, { copy: 'film', heldAs: 'electronic' }, usSources))).toMatchObject({
      code: 'not-an-electronic-copy',
      letter: 'L-DIR',
      cite: expect.stringContaining('Ciox'),
      offers: [
        { offer: 'electronic-copy-to-recipient', under: 'this directive', accessClock: true },
        { offer: 'prints-to-the-individual', under: 'own access, patient rate', accessClock: true },
        { offer: 'authorization-for-prints', under: 'authorization', accessClock: false },
      ],
    });
  });

  it('offers no electronic copy of what is held on film alone', () => {
    const refused = refusalOf(decideDirective(directive, { copy: 'electronic', heldAs: 'film' }, usSources));
    expect(refused.code === 'not-an-electronic-copy' && refused.offers.map(({ offer }) => offer)).toEqual([
      'prints-to-the-individual',
      'authorization-for-prints',
    ]);
  });

  const pack = packOn('2026-06-15');
  const filmPrints: FeeChoice = { kind: 'prints', on: 'film', by: 'post', sheets: 8, copyMinutes: 10 };

  it('(a) the electronic copy to B. Lee by link is free; a directive has no price for film', () => {
    expect(quoteFees([{ kind: 'secure-link' }], demoFeeSchedule, pack, { route: 'directive' })).toMatchObject({
      value: { totalCents: 0, method: 'free' },
    });
    expect(quoteFees([filmPrints], demoFeeSchedule, pack, { route: 'directive' })).toMatchObject({
      refusal: { code: 'directive-is-electronic-only', why: { cite: expect.stringMatching(/^Ciox Health v\. Azar/) } },
    });
  });

  it('(b) prints to the patient herself cost 4.00 + 10.00 + 5.20 = $19.20', () => {
    const quote = allowed(quoteFees([filmPrints], demoFeeSchedule, pack));
    expect(quote).toMatchObject({ totalCents: 1920, method: 'actual' });
    expect(quote.lines.map((line) => line.cents)).toEqual([400, 1000, 520]);
  });

  it('L-DIR does not turn her down: it offers (a), (b) with its price, and (c) outside the access clock', () => {
    const letter = letterWords('L-DIR', {
      ...aboutIt('2026-06-16'),
      recipient: 'B. Lee',
      problem: { kind: 'not-electronic', asked: 'laser film prints', toYouCents: 1920 },
      remedyAddress: 'https://f.example/choose',
      due: dueShown('2026-06-15'),
    });
    expect(letter).toContain('We are not turning you down.');
    expect(letter).toContain('An electronic copy to B. Lee. Say yes at https://f.example/choose.');
    expect(letter).toContain('laser film prints to yourself: $19.20.');
    expect(letter).toContain('the authorization. You find it at https://f.example/choose.');
    expect(letter).toContain('We still have to answer you by Wednesday, July 15, 2026.');
  });

  it('the person’s own request is due 2026-07-15, and offer (a) completes it under this directive', () => {
    expect(due('2026-06-15')).toBe('2026-07-15');
    expect(decideDirective(directive, { copy: 'electronic', heldAs: 'electronic' }, usSources).ok).toBe(true);
  });
});
