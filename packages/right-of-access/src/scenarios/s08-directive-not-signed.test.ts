import { describe, expect, it } from 'vitest';
import { allowed, holidays, packOn, refusalOf } from '../../testing/facility-f.ts';
import { aboutIt, dueShown, letterWords } from '../../testing/letters-of-f.ts';
import { calendarDate } from '../calendar.ts';
import { decideDirective, directiveDue, type ThirdPartyDirective } from '../directive.ts';
import { evidenceNeeded } from '../evidence-needed.ts';
import { serviceDue } from '../service-limit.ts';
import { usSources } from '../testing/packs.ts';

// University of Cincinnati Medical Center, 2020: a lawful directive to lawyers left unanswered.
describe('S08 directive to a lawyer, not signed', () => {
  const firstOn = calendarDate('2026-06-01');
  const pack = packOn('2026-06-01');
  const mail: ThirdPartyDirective = {
    written: true,
    recipientName: 'A. Ruiz',
    recipientAddress: 'ruiz@lawfirm.example',
  };
  const wish = { copy: 'electronic', heldAs: 'electronic' } as const;

  it('lacks exactly one element, the signature; L-DIR goes out by 2026-06-03', () => {
    expect(refusalOf(decideDirective(mail, wish, usSources))).toEqual({
      code: 'directive-defective',
      letter: 'L-DIR',
      lacks: [{ name: 'signature', cite: '45 CFR 164.524(c)(3)(ii)' }],
    });
    expect(serviceDue('defective-directive', firstOn, pack, holidays).on).toBe('2026-06-03');
  });

  it('signed on 2026-06-09 it binds: due 2026-07-09, and the worklist still sorts by 2026-07-01', () => {
    const signedOn = calendarDate('2026-06-09');
    const signed = { ...mail, signature: { by: 'individual', on: signedOn } } as const;
    expect(allowed(decideDirective(signed, wish, usSources))).toMatchObject({
      mustSend: true,
      why: { rule: 'law/directive' },
    });
    expect(directiveDue(firstOn, signedOn, pack)).toMatchObject({
      statutoryDue: '2026-07-09',
      worklistDue: '2026-07-01',
    });
  });

  it('asks for no purpose, expiry, witness or authorization', () => {
    const asked = evidenceNeeded(
      { asker: 'self', patientIs: 'adult', goesTo: 'third-party', copy: 'electronic' },
      usSources,
    );
    expect(asked.map(({ evidence }) => evidence)).toEqual([
      'identity',
      'recipient’s name',
      'where to send it',
      'signed directive',
    ]);
  });

  it('names each of the four elements when all are lacking', () => {
    const refused = refusalOf(decideDirective({ written: false, recipientName: ' ' }, wish, usSources));
    expect(refused.code === 'directive-defective' && refused.lacks.map(({ name }) => name)).toEqual([
      'in writing',
      'signature',
      'who receives it',
      'where to send it',
    ]);
  });

  it('L-DIR names the signature alone, one step to sign, and the copy for herself now', () => {
    const letter = letterWords('L-DIR', {
      ...aboutIt('2026-06-03'),
      recipient: 'A. Ruiz',
      problem: { kind: 'missing-elements', missing: ['signature'] },
      remedyAddress: 'https://f.example/sign',
      due: dueShown('2026-06-01'),
    });
    expect(letter).toContain('Until then we send nothing to A. Ruiz.');
    expect(letter).toContain('What is missing\nYour signature.\nWhat to do\nOpen https://f.example/sign');
    expect(letter).toContain('We can give the copy to you at once, online and free.');
    expect(letter).toContain('We still have to answer you by Wednesday, July 1, 2026.');
    expect(letter).not.toMatch(/purpose|witness|notar|authorization/i);
  });

  it('in the accounting it stands as “sent at your direction” (OD-12)', () => {
    const letter = letterWords('L-ACCT', {
      ...aboutIt('2026-07-01'),
      from: calendarDate('2020-07-01'),
      to: calendarDate('2026-07-01'),
      disclosures: [
        {
          on: calendarDate('2026-06-09'),
          recipient: 'A. Ruiz',
          address: 'ruiz@lawfirm.example',
          what: 'Abdomen ultrasound with report',
          why: 'sent at your direction',
        },
      ],
      feeCents: 0,
    });
    expect(letter).toContain(
      'June 9, 2026\nA. Ruiz, ruiz@lawfirm.example\nAbdomen ultrasound with report\nsent at your direction',
    );
  });

  it('runs from the first receipt where the facility chose so', () => {
    const stricter = { ...pack, answers: { ...pack.answers, 'OD-6': 'first-receipt' as const } };
    expect(directiveDue(firstOn, calendarDate('2026-06-09'), stricter).statutoryDue).toBe('2026-07-01');
  });
});
