import { type FeeProblem, feeProblemWords } from '@echoback/right-of-access';

type Next = { en: string; es: string };
const rule: Next = {
  en: 'The rule stands beside the field. Leave it out, and the rest can be saved.',
  es: 'La regla está junto al campo. Quítelo y lo demás se puede guardar.',
};
const look: Next = { en: 'Change it and save again.', es: 'Cámbielo y guarde otra vez.' };
const free: Next = {
  en: 'Go on with the request. Nothing here stops it.',
  es: 'Siga con la solicitud. Nada de esto la detiene.',
};

/** What the fee rules refuse, in their own words. */
export const feeErrors = {
  'line-never-charged': because('line-never-charged', 422, rule),
  'never-charged': because('never-charged', 422, rule),
  'flat-is-all-in': because('flat-is-all-in', 422, rule),
  'price-per-image': because('price-per-image', 422, rule),
  'price-per-page-not-on-paper': because('price-per-page-not-on-paper', 422, rule),
  'not-whole-cents-or-minutes': because('not-whole-cents-or-minutes', 422, look),
  'flat-over-cap': because('flat-over-cap', 422, look),
  'method-not-in-force': because('method-not-in-force', 422, look),
  'average-without-basis': because('average-without-basis', 422, look),
  'sheets-missing': because('sheets-missing', 422, look),
  'summary-not-agreed': because('summary-not-agreed', 409, look),
  'unusual-not-said-before': because('unusual-not-said-before', 409, look),
  'directive-is-electronic-only': because('directive-is-electronic-only', 409, look),
  'rise-needs-notice-and-agreement': because('rise-needs-notice-and-agreement', 409, {
    en: 'Send the notice with the new fee, or go on at the agreed one.',
    es: 'Envíe el aviso con la nueva tarifa o siga con la aceptada.',
  }),
  'notice-missing': because('notice-missing', 409, {
    en: 'Send the notice of the fee, or let the fee go. What is free needs no yes.',
    es: 'Envíe el aviso de la tarifa o no la cobre. Lo gratuito no necesita un sí.',
  }),
  'not-accepted': because('not-accepted', 409, {
    en: 'Wait for the yes, write down one that was said to you, or let the fee go.',
    es: 'Espere el sí, anote el que le dijeron o no cobre la tarifa.',
  }),
  'fee-awaited': {
    status: 409,
    say: {
      en: 'The fee of this copy was asked for first and has not come.',
      es: 'Se pidió primero la tarifa de esta copia y aún no ha llegado.',
    },
    next: {
      en: 'Note the payment, or let the fee go. The due date does not move.',
      es: 'Anote el pago o no cobre la tarifa. La fecha límite no cambia.',
    },
  },
  'other-amount': because('other-amount', 409, {
    en: 'Reload the page: the fee has changed since it was shown.',
    es: 'Vuelva a cargar la página: la tarifa cambió desde que se mostró.',
  }),
  'accepted-before-notice': because('accepted-before-notice', 422, look),
  'reason-missing': because('reason-missing', 422, {
    en: 'Write down the reason. It stays with the request.',
    es: 'Escriba la razón. Queda con la solicitud.',
  }),
  'who-missing': because('who-missing', 422, look),
  'copies-not-withheld-for-unpaid-care': because('copies-not-withheld-for-unpaid-care', 422, free),
  'copies-not-withheld-for-earlier-fee': because('copies-not-withheld-for-earlier-fee', 422, free),
  'fee-not-asked-first': because('fee-not-asked-first', 422, free),
  'free-view-not-open': because('free-view-not-open', 422, free),
  'cannot-pay': because('cannot-pay', 422, free),
  'fee-needs-supervisor': {
    status: 409,
    say: {
      en: 'An all-electronic copy over $15 needs a supervisor’s look before the person is told.',
      es: 'Una copia electrónica de más de $15 necesita la revisión de un supervisor antes de avisar.',
    },
    next: {
      en: 'Check the minutes, or ask a supervisor to send it.',
      es: 'Revise los minutos o pida a un supervisor que la envíe.',
    },
  },
  'nothing-to-refund': {
    status: 409,
    say: { en: 'Nothing was paid above what is owed.', es: 'No se pagó más de lo debido.' },
    next: { en: 'Record the payment first, if there was one.', es: 'Registre primero el pago, si lo hubo.' },
  },
} as const;

function because<Code extends FeeProblem['code']>(code: Code, status: number, next: Next) {
  return { status, say: { en: feeProblemWords(code, 'en'), es: feeProblemWords(code, 'es') }, next };
}
