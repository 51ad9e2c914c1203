import type { determinationEn } from './determination.en.ts';
import type { Entry } from './text.ts';

export const determinationEs: { readonly [K in keyof typeof determinationEn]: Entry } = {
  'withdraw-link': 'Ya no quiero estas imágenes',
  'withdraw-title': '¿Retirar su solicitud?',
  'withdraw-lead': 'Paramos en seguida. No se envía nada más y no debe nada por ella.',
  'withdraw-given': 'Lo que ya tiene sigue siendo suyo.',
  'withdraw-again': 'Puede pedir otra vez cuando quiera. Una solicitud nueva tiene un plazo nuevo.',
  'withdraw-act': 'Sí, retirarla',
  withdrawing: 'Parando…',
  'withdraw-keep': 'No, seguir con mi solicitud',

  'denied-title': 'Lo que no pudimos darle',
  'denied-lead': 'Una carta de abajo le dice por qué y cómo quejarse.',
  'ask-review': 'Pedir que otra persona lo vea',
  'asking-review': 'Enviando…',
  'review-help': 'Decide otro profesional con licencia que no tomó parte. Debemos hacer lo que diga.',
  'review-open': 'Pidió otra opinión. Tendrá una respuesta por escrito.',
  'review-upheld': 'La otra opinión no lo cambió. La carta dice por qué.',
  'review-overturned': 'La otra opinión salió a su favor. Le damos la copia.',
  'no-review': 'Por esta razón la ley no da otra opinión. Sí puede quejarse; la carta dice dónde.',

  'letter-pdf': 'En PDF',
  'letter-loading': 'Abriendo la carta…',
  back: 'Su solicitud',
};
