/** What stands against an extension letter or a question, each with the rule. */
export const extensionErrors = {
  'already-extended': {
    status: 409,
    say: {
      en: 'Only one extension is allowed. This request has had it.',
      es: 'Solo se permite una prórroga. Esta solicitud ya la tuvo.',
    },
    next: { en: 'Answer by the day that was promised.', es: 'Responda a más tardar el día prometido.' },
  },
  'too-late-to-extend': {
    status: 409,
    say: {
      en: 'The first period is over: a letter sent now extends nothing.',
      es: 'El primer plazo terminó: una carta enviada ahora no prorroga nada.',
    },
    next: { en: 'The request is overdue. Give the copy at once.', es: 'La solicitud está vencida. Dé la copia ya.' },
  },
  'no-extension-given': {
    status: 409,
    say: {
      en: 'A law that governs this request gives no extension.',
      es: 'Una ley que rige esta solicitud no da prórroga.',
    },
    next: { en: 'Answer by the due date.', es: 'Responda a más tardar el día límite.' },
  },
  'supervisor-needed': {
    status: 409,
    say: {
      en: 'That there is much to do needs a supervisor’s agreement.',
      es: 'Que haya mucho trabajo necesita el acuerdo de un supervisor.',
    },
    next: {
      en: 'The wish is saved. A supervisor can agree to it.',
      es: 'Quedó guardado. Un supervisor puede aceptarlo.',
    },
  },
  'date-too-early': {
    status: 422,
    say: { en: 'The new day must be after the first due date.', es: 'El nuevo día debe ser posterior al primero.' },
    next: { en: 'Choose a later day.', es: 'Elija un día posterior.' },
  },
  'date-too-late': {
    status: 422,
    say: { en: 'The law does not allow a day that late.', es: 'La ley no permite un día tan tardío.' },
    next: { en: 'Choose a day within the bounds shown.', es: 'Elija un día dentro de los límites que se ven.' },
  },
  'notice-incomplete': {
    status: 409,
    say: {
      en: 'The letter lacks what a law demands of it.',
      es: 'A la carta le falta algo que una ley exige.',
    },
    next: { en: 'Complete the reason and the day.', es: 'Complete la razón y el día.' },
  },
  'question-open': {
    status: 409,
    say: {
      en: 'A question to this person is still open: one at a time.',
      es: 'Todavía hay una pregunta abierta para esta persona: una a la vez.',
    },
    next: { en: 'Note the answer, or take the question back.', es: 'Anote la respuesta o retire la pregunta.' },
  },
  'no-electronic-address': {
    status: 409,
    say: {
      en: 'There is no e-mail address to tell this person that a letter is in the portal.',
      es: 'No hay correo para avisar a esta persona de que hay una carta en el portal.',
    },
    next: { en: 'Print the letter and post it.', es: 'Imprima la carta y envíela por correo.' },
  },
} as const;
