import type { ErrorEntry } from './error-entry.ts';

/** Refusals about denials, reviews, holds, withdrawals and recalls. */
export const determinationErrors = {
  'not-a-ground': {
    status: 409,
    say: { en: 'The law does not allow a denial for this.', es: 'La ley no permite negar la copia por esto.' },
    next: { en: 'Give the copy, or record what it really is.', es: 'Dé la copia o registre lo que es en realidad.' },
  },
  'denial-lacks': {
    status: 409,
    say: { en: 'The denial is not complete.', es: 'La negativa no está completa.' },
    next: { en: 'Add what is named; then it can be sent.', es: 'Añada lo que se indica; después se puede enviar.' },
  },
  'withheld-not-held': {
    status: 409,
    say: {
      en: 'These files can not be kept apart from the rest.',
      es: 'Estos archivos no se pueden separar del resto.',
    },
    next: {
      en: 'Wait until the pictures are here and choose some of them, or deny the whole exam.',
      es: 'Espere a que lleguen las imágenes y elija algunas, o niegue todo el examen.',
    },
  },
  'not-the-decider': {
    status: 403,
    say: { en: 'The law says that somebody else decides this.', es: 'La ley dice que otra persona decide esto.' },
    next: {
      en: 'A licensed professional decides R1 to R3, the privacy officer the others.',
      es: 'Un profesional con licencia decide R1 a R3; el oficial de privacidad, los demás.',
    },
  },
  'not-privacy-officer': {
    status: 403,
    say: { en: 'Only the privacy officer decides this.', es: 'Solo el oficial de privacidad decide esto.' },
    next: { en: 'Ask them to sign in and decide.', es: 'Pídale que inicie sesión y decida.' },
  },
  'not-reviewable': {
    status: 409,
    say: { en: 'For this reason the law gives no review.', es: 'Por esta razón la ley no da una segunda opinión.' },
    next: {
      en: 'A complaint is always possible; the letter says where.',
      es: 'Siempre puede quejarse; la carta dice dónde.',
    },
  },
  'reviewer-unfit': {
    status: 403,
    say: {
      en: 'Another licensed professional, who took no part in the denial, decides the review.',
      es: 'La revisión la decide otro profesional con licencia que no tomó parte.',
    },
    next: { en: 'Ask that colleague to sign in and decide.', es: 'Pida a ese colega que inicie sesión y decida.' },
  },
  'never-a-hold': {
    status: 409,
    say: { en: 'Copies may not be held back for this.', es: 'Las copias no se pueden retener por esto.' },
    next: { en: 'The request goes on. The try was noted.', es: 'La solicitud sigue. Se anotó el intento.' },
  },
  'unknown-hold': {
    status: 409,
    say: { en: 'This is no lawful reason to wait.', es: 'Esta no es una razón legal para esperar.' },
    next: { en: 'Choose a reason of the list.', es: 'Elija una razón de la lista.' },
  },
  'hold-lacks': {
    status: 409,
    say: { en: 'The reason to wait is not complete.', es: 'La razón para esperar no está completa.' },
    next: { en: 'Add what is named.', es: 'Añada lo que se indica.' },
  },
  'clinician-may-not-open': {
    status: 409,
    say: {
      en: 'No clinician’s word opens this report sooner.',
      es: 'La palabra de un médico no abre antes este informe.',
    },
    next: {
      en: 'It opens by itself, when the law says. A day or time to come opens nothing either.',
      es: 'Se abre solo, cuando lo dice la ley. Un día u hora que aún no llega tampoco abre nada.',
    },
  },
  'destruction-not-shown': {
    status: 409,
    say: { en: 'Destruction is shown, not assumed.', es: 'La destrucción se demuestra, no se supone.' },
    next: {
      en: 'Give the day of the exam, the day it was destroyed and the certificate.',
      es: 'Dé el día del examen, el día en que se destruyó y el certificado.',
    },
  },
  'destroyed-too-early': {
    status: 409,
    say: {
      en: 'On that day the law still had it kept: no letter may call that the schedule.',
      es: 'Ese día la ley todavía obligaba a guardarlo: ninguna carta puede llamarlo calendario.',
    },
    next: {
      en: 'Check both days. If they are right, tell the privacy officer.',
      es: 'Revise los dos días. Si son correctos, avise a la persona a cargo de la privacidad.',
    },
  },
  'destroyed-while-asked': {
    status: 409,
    say: {
      en: 'On that day somebody was asking for it, and nothing may be destroyed then.',
      es: 'Ese día alguien lo estaba pidiendo, y entonces no se puede destruir nada.',
    },
    next: { en: 'Tell the privacy officer.', es: 'Avise a la persona a cargo de la privacidad.' },
  },
  'on-hold': {
    status: 409,
    say: { en: 'This request waits under a lawful hold.', es: 'Esta solicitud espera por una razón legal.' },
    next: {
      en: 'End the hold first; its reason is in the file.',
      es: 'Termine la espera primero; la razón está en el archivo.',
    },
  },
  'silence-is-no-withdrawal': {
    status: 409,
    say: {
      en: 'Only the person takes a request back, in words.',
      es: 'Solo la persona retira su solicitud, con sus palabras.',
    },
    next: {
      en: 'Write down what they said. Silence ends nothing.',
      es: 'Escriba lo que dijo. El silencio no termina nada.',
    },
  },
  'withdrawer-not-identified': {
    status: 409,
    say: { en: 'It is not known yet that it was them.', es: 'Aún no se sabe que fue esa persona.' },
    next: { en: 'Call back at a number on file and say so.', es: 'Llame a un número registrado e indíquelo.' },
  },
  'recall-lacks': {
    status: 409,
    say: { en: 'The privacy officer recalls, with a reason.', es: 'El oficial de privacidad retira, con una razón.' },
    next: { en: 'Add what is named.', es: 'Añada lo que se indica.' },
  },
  'letter-lacks': {
    status: 409,
    say: { en: 'The letter does not say all that it must.', es: 'La carta no dice todo lo que debe.' },
    next: { en: 'Add what is named.', es: 'Añada lo que se indica.' },
  },
  'affected-unknown': {
    status: 409,
    say: { en: 'Say whose pictures they are.', es: 'Diga de quién son las imágenes.' },
    next: { en: 'Choose the patient in the directory.', es: 'Elija al paciente en el directorio.' },
  },
  'whole-study-asked': {
    status: 409,
    say: { en: 'This person asked for the whole exam.', es: 'Esta persona pidió todo el examen.' },
    next: { en: 'All of it is given.', es: 'Se da todo.' },
  },
  'consent-not-judged': {
    status: 409,
    say: {
      en: 'Nobody has said yet who consented to this exam of a minor.',
      es: 'Nadie ha dicho aún quién consintió este examen de una persona menor.',
    },
    next: {
      en: 'Say that first, beside by what right they ask.',
      es: 'Dígalo primero, junto al derecho con que pide.',
    },
  },
  'something-found': {
    status: 409,
    say: {
      en: 'A search found a study that fits what was asked for.',
      es: 'Una búsqueda encontró un estudio como el que se pidió.',
    },
    next: { en: 'Look at it and choose it.', es: 'Véalo y elíjalo.' },
  },
} as const satisfies Record<string, ErrorEntry>;
