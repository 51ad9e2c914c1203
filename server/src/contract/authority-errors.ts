import type { ErrorEntry } from './error-entry.ts';

/** Refusals about who may ask, and under which paper a copy goes to somebody else. */
export const authorityErrors = {
  'exam-not-allowed': {
    status: 409,
    say: {
      en: 'The person who asks may not have one of these exams.',
      es: 'Quien pide no puede recibir uno de estos exámenes.',
    },
    next: {
      en: 'See the authority card: whose decision it is, and what is still to be judged.',
      es: 'Vea la tarjeta de autoridad: quién decide y qué falta por juzgar.',
    },
  },
  'instrument-lacks': {
    status: 409,
    say: {
      en: 'No copy may go out yet: what lets it go to somebody else lacks something.',
      es: 'Aún no puede salir ninguna copia: falta algo en el permiso para enviarla a otra persona.',
    },
    next: {
      en: 'The authority card names what is missing. Ask for it with one letter.',
      es: 'La tarjeta de autoridad dice qué falta. Pídalo con una carta.',
    },
  },
  'authority-lacks': {
    status: 422,
    say: {
      en: 'This decision lacks something that the law asks for.',
      es: 'A esta decisión le falta algo que pide la ley.',
    },
    next: { en: 'See what is missing, and complete it.', es: 'Vea qué falta y complételo.' },
  },
  'contrary-wish': {
    status: 409,
    say: {
      en: 'The person who died did not want this.',
      es: 'La persona que murió no quería esto.',
    },
    next: {
      en: 'Tell them nothing of it. The letter says who may ask.',
      es: 'No les diga nada de eso. La carta dice quién puede pedir.',
    },
  },
  'not-licensed': {
    status: 403,
    say: {
      en: 'The law leaves this decision to a licensed health professional.',
      es: 'La ley deja esta decisión a un profesional de salud con licencia.',
    },
    next: { en: 'Ask a licensed colleague to record it.', es: 'Pida a un colega con licencia que la registre.' },
  },
  'nothing-lacks': {
    status: 409,
    say: { en: 'Nothing is missing that this letter could ask for.', es: 'No falta nada que esta carta pueda pedir.' },
    next: { en: 'Go on with the request.', es: 'Siga con la solicitud.' },
  },
  'proof-never-asked': {
    status: 409,
    say: {
      en: 'Nobody has been asked yet to show who they are.',
      es: 'Todavía no se ha pedido a nadie que muestre quién es.',
    },
    next: { en: 'Send the letter that says what is missing.', es: 'Envíe la carta que dice qué falta.' },
  },
  'still-time-for-proof': {
    status: 409,
    say: { en: 'There is still time to show it.', es: 'Todavía hay tiempo para mostrarlo.' },
    next: {
      en: 'Wait until the last business day before the due date.',
      es: 'Espere hasta el último día hábil antes de la fecha límite.',
    },
  },
  'not-a-paper': {
    status: 422,
    say: {
      en: 'The file is not a PDF, JPEG or PNG that can be opened.',
      es: 'El archivo no es un PDF, JPEG o PNG que se pueda abrir.',
    },
    next: { en: 'Take a photo of the paper, or save it as PDF.', es: 'Tome una foto del papel o guárdelo como PDF.' },
  },
  'too-many-papers': {
    status: 409,
    say: {
      en: 'We have as many papers as one request can hold.',
      es: 'Ya tenemos todos los papeles que caben en una solicitud.',
    },
    next: { en: 'Call the office if another one matters.', es: 'Llame a la oficina si falta otro.' },
  },
} as const satisfies Record<string, ErrorEntry>;
