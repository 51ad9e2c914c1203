import { type Currency, money } from '@echoback/right-of-access';
import { type FormGroup, tick } from './form-field.ts';

export type FormPrices = {
  readonly currency: Currency;
  /** In cents; 0 where the law of the facility knows no flat fee, and nothing can be agreed to in advance. */
  readonly flatCapCents: number;
  readonly firstCopyFree: boolean;
};

/** What a copy costs by the law that the facility answers to. */
export function costGroup({ currency, flatCapCents, firstCopyFree }: FormPrices): FormGroup {
  const flat = { en: money(flatCapCents, 'en', currency), es: money(flatCapCents, 'es', currency) };
  return {
    title: { en: '7. What it costs', es: '7. Lo que cuesta' },
    rows: [
      {
        en: `Looking, saving and downloading are free. ${firstCopyFree ? 'By law, so is your first copy, whatever it comes on. For another one on' : 'For'} a disc, a stick or prints we tell you the fee first. We never charge for finding your pictures, and we never hold them for a bill.`,
        es: `Ver, guardar y descargar es gratis. ${firstCopyFree ? 'Por ley, también su primera copia, venga en lo que venga. Si quiere otra en' : 'Si quiere'} disco, memoria o papel, le decimos antes cuánto cuesta. Nunca cobramos por buscar sus imágenes ni las guardamos por una cuenta.`,
      },
      ...(flatCapCents > 0
        ? [
            [
              tick('fee.accept', {
                en: `I accept a fee of up to ${flat.en} without being asked again`,
                es: `Acepto un cargo de hasta ${flat.es} sin que me pregunten otra vez`,
              }),
            ],
          ]
        : []),
    ],
  };
}
