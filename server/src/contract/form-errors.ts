/** What stands against a form of the copy, each with its rule. */
export const formErrors = {
  'no-reason-to-refuse': {
    status: 409,
    say: {
      en: 'That is no reason to refuse a form: only what we are not able to make counts.',
      es: 'Esa no es razón para negar una forma: solo cuenta lo que no podemos hacer.',
    },
    next: { en: 'Make the copy as it was asked for.', es: 'Haga la copia como la pidieron.' },
  },
  'electronic-forms-first': {
    status: 409,
    say: {
      en: 'Paper ends it only when every electronic form on offer was turned down.',
      es: 'El papel solo basta si se rechazaron todas las formas electrónicas.',
    },
    next: { en: 'Say that none of the others is wanted.', es: 'Diga que no quiere ninguna de las otras.' },
  },
  'not-on-offer': {
    status: 409,
    say: { en: 'That form is not among those on offer.', es: 'Esa forma no está entre las que ofrecemos.' },
    next: { en: 'Choose one of the forms in the letter.', es: 'Elija una de las formas de la carta.' },
  },
  'no-breach': {
    status: 409,
    say: {
      en: 'Mail that was read on its way after the warning is no breach of ours.',
      es: 'Un correo leído en el camino después del aviso no es una violación nuestra.',
    },
    next: {
      en: 'Nothing is to be taken back. A mistyped address would be ours.',
      es: 'No hay nada que retirar. Una dirección mal escrita sí sería nuestra.',
    },
  },
} as const;
