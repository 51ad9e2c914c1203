import type { ErrorEntry } from './error-entry.ts';

/** Refusals about signing in, codes, and who somebody is. */
export const identityErrors = {
  'not-signed-in': {
    status: 401,
    say: { en: 'You are not signed in, or your session has ended.', es: 'No ha iniciado sesión o su sesión terminó.' },
    next: { en: 'Sign in again. Nothing was lost.', es: 'Inicie sesión otra vez. No se perdió nada.' },
  },
  'too-many-tries': {
    status: 429,
    say: { en: 'Too many tries for now.', es: 'Demasiados intentos por ahora.' },
    next: { en: 'Wait a few minutes, or call the office.', es: 'Espere unos minutos o llame a la oficina.' },
  },
  'wrong-code': {
    status: 422,
    say: { en: 'That code is not right, or it has expired.', es: 'Ese código no es correcto o ya venció.' },
    next: {
      en: 'Check the newest message, or ask for a new code.',
      es: 'Mire el mensaje más reciente o pida otro código.',
    },
  },
  'wrong-sign-in': {
    status: 422,
    say: { en: 'The name or password is not right.', es: 'El nombre o la contraseña no es correcto.' },
    next: { en: 'Try again, or ask an administrator.', es: 'Inténtelo otra vez o pregunte a un administrador.' },
  },
  'wrong-passcode': {
    status: 422,
    say: {
      en: 'That passcode is not right, or the link has ended.',
      es: 'Esa clave no es correcta o el enlace terminó.',
    },
    next: { en: 'Ask the person who shared it.', es: 'Pregunte a la persona que lo compartió.' },
  },
  'contact-not-confirmed': {
    status: 409,
    say: { en: 'Your e-mail address is not confirmed yet.', es: 'Su correo aún no está confirmado.' },
    next: { en: 'Type the code that we sent you.', es: 'Escriba el código que le enviamos.' },
  },
  'signature-differs': {
    status: 422,
    say: { en: 'The signature is not the name of the person who asks.', es: 'La firma no es el nombre de quien pide.' },
    next: { en: 'Type your full name as you gave it before.', es: 'Escriba su nombre completo como lo dio antes.' },
  },
  'identity-not-proved': {
    status: 409,
    say: { en: 'We do not know yet that this is the right person.', es: 'Aún no sabemos si es la persona correcta.' },
    next: {
      en: 'Prove identity first: a code to a contact on file, or a photo ID.',
      es: 'Primero compruebe la identidad: un código a un contacto registrado o una identificación con foto.',
    },
  },
  'not-in-directory': {
    status: 409,
    say: {
      en: 'This request is not tied to a patient of the directory.',
      es: 'Esta solicitud no está unida a un paciente del directorio.',
    },
    next: { en: 'Choose the patient first.', es: 'Primero elija al paciente.' },
  },
  'contact-too-new': {
    status: 409,
    say: { en: 'This contact was changed in the last 30 days.', es: 'Este contacto cambió en los últimos 30 días.' },
    next: {
      en: 'Use an older contact, or check a photo ID.',
      es: 'Use un contacto más antiguo o revise una identificación con foto.',
    },
  },
  'differs-from-request': {
    status: 409,
    say: {
      en: 'This patient differs from the person in the request.',
      es: 'Este paciente es distinto de la persona de la solicitud.',
    },
    next: {
      en: 'Choose another patient, or write down why it is this one.',
      es: 'Elija otro paciente o escriba por qué es este.',
    },
  },
  'other-than-asked': {
    status: 409,
    say: {
      en: 'Both name and birth date differ from the request: this is another person.',
      es: 'El nombre y la fecha de nacimiento son distintos de la solicitud: es otra persona.',
    },
    next: {
      en: 'Choose another patient, or add the patient. This can not be overridden.',
      es: 'Elija otro paciente o añada al paciente. Esto no se puede pasar por alto.',
    },
  },
  'own-file': {
    status: 403,
    say: {
      en: 'You can not handle a request in which you are involved.',
      es: 'No puede atender una solicitud en la que participa.',
    },
    next: { en: 'Ask a colleague.', es: 'Pida ayuda a un colega.' },
  },
  'mrn-taken': {
    status: 409,
    say: {
      en: 'Another patient has this record number already.',
      es: 'Otro paciente ya tiene este número de historia.',
    },
    next: { en: 'Check the number and its issuer.', es: 'Revise el número y quién lo emitió.' },
  },
} as const satisfies Record<string, ErrorEntry>;
