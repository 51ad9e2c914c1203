import { describe, expect, it } from 'vitest';
import { quoteFees } from './fee.ts';
import { demoFeeSchedule } from './fee-schedule.ts';
import { feeProblemWords, feeReasonWords } from './fee-words.ts';
import { federalPack } from './testing/fee-packs.ts';

const pack = federalPack();

describe('the words of a fee', () => {
  it('say each step in the person’s language, with its amounts', () => {
    const quote = quoteFees(
      [{ kind: 'online' }, { kind: 'usb', by: 'post', copyMinutes: 6 }],
      { ...demoFeeSchedule, promiseCents: 600 },
      pack,
    );
    if (!quote.ok) throw new Error(quote.refusal.code);
    expect(quote.value.why.map((reason) => feeReasonWords(reason, 'en'))).toEqual([
      'Looking at your pictures and downloading them is free. So is a link that works by itself.',
      'We charge one flat fee. It covers the work, the disc or stick, and the postage. It may not be more than $6.50.',
      'We promise that nobody pays more than $6.00 for one request.',
    ]);
    expect(quote.value.why.map((reason) => feeReasonWords(reason, 'es'))).toEqual([
      'Ver sus imágenes y descargarlas es gratis. También lo es un enlace que funciona por sí solo.',
      'Cobramos una tarifa única. Incluye el trabajo, el disco o la memoria USB y el envío. No puede pasar de $6.50.',
      'Prometemos que nadie paga más de $6.00 por una solicitud.',
    ]);
  });

  it('leave no amount unsaid', () => {
    const quote = quoteFees([{ kind: 'usb', by: 'post' }], demoFeeSchedule, pack);
    if (!quote.ok) throw new Error(quote.refusal.code);
    for (const language of ['en', 'es'] as const) {
      for (const reason of quote.value.why) expect(feeReasonWords(reason, language)).not.toMatch(/[{}]/);
    }
  });

  it('tell staff why they can not', () => {
    expect(feeProblemWords('copies-not-withheld-for-unpaid-care', 'en')).toBe(
      'Copies may not be withheld for unpaid care.',
    );
    expect(feeProblemWords('flat-is-all-in', 'es')).toBe('La tarifa única lo incluye todo. No se le agrega nada.');
  });
});
