import type { authorityEn } from './authority.en.ts';
import type { Entry } from './text.ts';

export const authorityEs: { readonly [K in keyof typeof authorityEn]: Entry } = {
  'papers-title': 'Muéstrenos que puede pedir',
  'papers-help': 'Basta uno de estos papeles. Tómele una foto o elija un archivo (PDF, JPEG o PNG, hasta 10 MB).',
  'paper-birth-certificate': 'Acta de nacimiento',
  'paper-custody-order': 'Orden de custodia',
  'paper-health-care-power-of-attorney': 'Poder notarial para la salud',
  'paper-guardianship': 'Orden de tutela de un juez',
  'paper-conservatorship': 'Orden de curatela de un juez',
  'paper-letters-testamentary': 'Cartas testamentarias',
  'paper-letters-of-administration': 'Cartas de administración',
  'paper-small-estate-affidavit': 'Declaración jurada de herencia pequeña',
  'papers-easy': 'No necesita un notario y no tiene que venir.',
  'choose-file': 'Mandar un papel',
  sending: 'Enviando…',
  'have-papers': {
    one: 'Tenemos {count} papel. La oficina lo mira.',
    other: 'Tenemos {count} papeles. La oficina los mira.',
  },
  'sign-title': 'Falta una firma',
  'sign-help':
    'Pidió enviar su copia a {name}. Firme aquí y seguimos. Hasta entonces no le enviamos nada; su propia copia no espera.',
  'complete-title': 'Falta algo para enviar su copia',
  'complete-help': 'Pidió enviar su copia a {name}. Ponga lo que falta y firme, y seguimos. Su propia copia no espera.',
  complete: 'Firmar y enviar',
  somebody: 'otra persona',
  'recipient-name': '¿Quién la recibe?',
  'recipient-email': 'Su correo',
  'signed-name': 'Escriba su nombre completo',
  sign: 'Firmar',
  'other-copy-title': '¿Cómo debe recibir {name} sus imágenes?',
  'other-copy-help':
    'Pidió copias impresas para {name}. Su carta no alcanza para copias impresas a otra persona, pero sí para una copia electrónica. Diga que sí y la enviamos. No tiene que firmar otra vez.',
  'other-copy-email': 'Correo de {name}',
  'other-copy-link': 'Sí: un enlace seguro, gratis',
  'other-copy-stick': 'Sí: una memoria USB por correo',
  'other-copy-prints':
    '¿Prefiere copias impresas? Pídalas para usted, o para {name} con un formulario más. Ve el precio antes de enviarlo.',
  'other-copy-ask': 'Pedir copias impresas',
  'passcode-once':
    'Se muestra solo aquí, una vez. Hace falta para abrir el enlace: dígalo de otra forma, no por correo electrónico.',
};
