import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { decideDirective, directiveDue, type ThirdPartyDirective } from './directive.ts';
import { packFor, usSources } from './testing/packs.ts';

const directive: ThirdPartyDirective = {
  written: true,
  signature: { by: 'individual', on: calendarDate('2026-06-09') },
  recipientName: 'B. Lee',
  recipientAddress: 'lee@firm.example',
};
const electronic = { copy: 'electronic', heldAs: 'electronic' } as const;

describe('a directive to send the copy to somebody else', () => {
  it('binds when it is written, signed, and says who and where', () => {
    expect(decideDirective(directive, electronic, usSources)).toEqual({
      ok: true,
      value: {
        mustSend: true,
        why: {
          rule: 'law/directive',
          cite: '45 CFR 164.524(c)(3)(ii); Ciox Health v. Azar, 435 F. Supp. 3d 30 (D.D.C. 2020); 42 U.S.C. 17935(e)(1)',
          confidence: 'high',
          inputs: [
            { name: 'signedOn', value: '2026-06-09' },
            { name: 'signedBy', value: 'individual' },
            { name: 'heldAs', value: 'electronic' },
            { name: 'archiveCountsAs', value: 'electronic health record (OD-7)' },
          ],
        },
      },
    });
  });

  const { signature: _, ...unsigned } = directive;
  it.each<[string, ThirdPartyDirective, string]>([
    ['spoken', { ...directive, written: false }, 'in writing'],
    ['not signed', unsigned, 'signature'],
    ['to nobody', { ...directive, recipientName: ' ' }, 'who receives it'],
    ['to nowhere', { ...directive, recipientAddress: ' ' }, 'where to send it'],
  ])('that is %s is answered with the one element that is lacking', (_, defective, name) => {
    expect(decideDirective(defective, electronic, usSources)).toEqual({
      ok: false,
      refusal: {
        code: 'directive-defective',
        lacks: [{ name, cite: '45 CFR 164.524(c)(3)(ii)' }],
        letter: 'L-DIR',
      },
    });
  });

  it('that lacks everything is told everything at once, before anything about film', () => {
    expect(decideDirective({ written: false }, { copy: 'film', heldAs: 'film' }, usSources)).toMatchObject({
      refusal: {
        lacks: [
          { name: 'in writing' },
          { name: 'signature' },
          { name: 'who receives it' },
          { name: 'where to send it' },
        ],
      },
    });
  });

  it.each([
    ['film', 'electronic'],
    ['paper', 'electronic'],
    ['electronic', 'film'],
    ['electronic', 'paper'],
  ] as const)('reaches no %s copy of a record on %s', (copy, heldAs) => {
    expect(decideDirective(directive, { copy, heldAs }, usSources)).toMatchObject({
      refusal: { code: 'not-an-electronic-copy' },
    });
  });
});

describe('a directive that was completed later (OD-6)', () => {
  const [first, completed] = [calendarDate('2026-06-01'), calendarDate('2026-06-09')];
  const federal = packFor('us-federal', '2026-06-01');

  it('is due thirty days after its last element, while the desk works towards thirty after the first writing', () => {
    expect(directiveDue(first, completed, federal)).toEqual({
      statutoryDue: '2026-07-09',
      worklistDue: '2026-07-01',
      why: {
        rule: 'law/OD-6',
        cite: 'OD-6; 45 CFR 164.524(b)(2)(i)',
        confidence: 'high',
        inputs: [
          { name: 'firstReceivedOn', value: '2026-06-01' },
          { name: 'validOn', value: '2026-06-09' },
          { name: 'statutoryDue', value: '2026-07-09' },
        ],
      },
    });
  });

  it('is due from the first writing where the facility chose so', () => {
    const strict = { ...federal, answers: { ...federal.answers, 'OD-6': 'first-receipt' as const } };
    expect(directiveDue(first, completed, strict)).toMatchObject({
      statutoryDue: '2026-07-01',
      worklistDue: '2026-07-01',
    });
  });
});

it('a signature of a representative binds like the individual’s own', () => {
  const signed = {
    ...directive,
    signature: { by: 'personal-representative', on: calendarDate('2026-06-09') },
  } as const;
  expect(decideDirective(signed, electronic, usSources)).toMatchObject({
    value: { why: { inputs: [{}, { value: 'personal-representative' }, {}, {}] } },
  });
});
