import { authorityErrors } from './authority-errors.ts';
import { determinationErrors } from './determination-errors.ts';
import type { ErrorEntry } from './error-entry.ts';
import { extensionErrors } from './extension-errors.ts';
import { feeErrors } from './fee-errors.ts';
import { formErrors } from './form-errors.ts';

/**
 * Every refusal that a person can meet: its status, what happened and what to do next, in their language.
 * docs/errors.md and OpenAPI are printed from this table (RFC 9457 problem types).
 */
export const errors = {
  'invalid-input': {
    status: 400,
    say: { en: 'Some answers need another look.', es: 'Revise algunas respuestas.' },
    next: { en: 'See the notes beside each field.', es: 'Vea las notas junto a cada campo.' },
  },
  'not-signed-in': {
    status: 401,
    say: { en: 'You are not signed in, or your session has ended.', es: 'No ha iniciado sesión o su sesión terminó.' },
    next: { en: 'Sign in again. Nothing was lost.', es: 'Inicie sesión otra vez. No se perdió nada.' },
  },
  'not-found': {
    status: 404,
    say: { en: 'There is nothing here that you can open.', es: 'Aquí no hay nada que usted pueda abrir.' },
    next: { en: 'Check the address, or go back to your request.', es: 'Revise la dirección o vuelva a su solicitud.' },
  },
  forbidden: {
    status: 403,
    say: { en: 'Your role does not include this step.', es: 'Su función no incluye este paso.' },
    next: { en: 'Ask a supervisor to do it.', es: 'Pida a un supervisor que lo haga.' },
  },
  'cross-site': {
    status: 403,
    say: { en: 'This request did not come from our own pages.', es: 'Esta petición no vino de nuestras páginas.' },
    next: { en: 'Open the page again and retry.', es: 'Abra la página otra vez e inténtelo de nuevo.' },
  },
  'too-large': {
    status: 413,
    say: { en: 'The file is too large.', es: 'El archivo es demasiado grande.' },
    next: { en: 'Send a smaller file.', es: 'Envíe un archivo más pequeño.' },
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
  'laxer-than-law': {
    status: 422,
    say: { en: 'That would be laxer than the law.', es: 'Eso sería menos estricto que la ley.' },
    next: { en: 'The note says which rule it breaks.', es: 'La nota dice qué regla rompe.' },
  },
  'wording-changed': {
    status: 409,
    say: { en: 'The wording has changed since it was read.', es: 'El texto cambió después de leerse.' },
    next: { en: 'Read the letter as it is and record that.', es: 'Lea la carta como está y regístrelo.' },
  },
  'last-admin': {
    status: 409,
    say: { en: 'Somebody must be able to change settings.', es: 'Alguien debe poder cambiar los ajustes.' },
    next: { en: 'Make another administrator first.', es: 'Nombre primero a otro administrador.' },
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
  'no-exact-match': {
    status: 409,
    say: {
      en: 'The study does not clearly belong to this patient.',
      es: 'El estudio no es claramente de este paciente.',
    },
    next: {
      en: 'Look at the differences; a near miss needs a written reason.',
      es: 'Mire las diferencias; una casi coincidencia necesita una razón escrita.',
    },
  },
  'other-patient': {
    status: 409,
    say: { en: 'The study belongs to another patient.', es: 'El estudio es de otro paciente.' },
    next: {
      en: 'Choose another study. This can not be overridden.',
      es: 'Elija otro estudio. Esto no se puede pasar por alto.',
    },
  },
  'already-matched': {
    status: 409,
    say: { en: 'This study is chosen already.', es: 'Este estudio ya está elegido.' },
    next: { en: 'Go on with the request.', es: 'Siga con la solicitud.' },
  },
  'wrong-step': {
    status: 409,
    say: { en: 'The request is not at this step.', es: 'La solicitud no está en este paso.' },
    next: { en: 'Reload the request to see where it stands.', es: 'Vuelva a cargar la solicitud para ver su estado.' },
  },
  'changed-meanwhile': {
    status: 409,
    say: { en: 'Somebody else changed this in the meantime.', es: 'Otra persona cambió esto mientras tanto.' },
    next: { en: 'Reload and look again.', es: 'Vuelva a cargar y mire otra vez.' },
  },
  'mixed-patients': {
    status: 409,
    say: { en: 'The pictures belong to more than one patient.', es: 'Las imágenes son de más de un paciente.' },
    next: {
      en: 'Nothing can be given until each file belongs to this patient. Withdraw the match that is wrong.',
      es: 'No se puede dar nada hasta que todo sea de este paciente. Quite la coincidencia equivocada.',
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
  incomplete: {
    status: 409,
    say: { en: 'Some of what was made is not in the copy.', es: 'Falta en la copia parte de lo que se hizo.' },
    next: { en: 'Get it again, or state why it is missing.', es: 'Recupérelo otra vez o diga por qué falta.' },
  },
  'second-person-needed': {
    status: 409,
    say: {
      en: 'You chose a study in which something differs. Somebody else has to give it.',
      es: 'Usted eligió un estudio en el que algo no coincide. Otra persona debe entregarlo.',
    },
    next: {
      en: 'Ask a colleague to look at both records and to approve.',
      es: 'Pida a un colega que mire los dos registros y lo apruebe.',
    },
  },
  'source-not-asked-again': {
    status: 409,
    say: {
      en: 'The source was not asked again for what is missing.',
      es: 'No se volvió a pedir a la fuente lo que falta.',
    },
    next: {
      en: 'Ask it once more; what still does not come is then named with your reason.',
      es: 'Pídalo otra vez; lo que aun así no llegue se nombra con su razón.',
    },
  },
  'item-undecided': {
    status: 409,
    say: {
      en: 'An exam of this request has no outcome yet.',
      es: 'Un examen de esta solicitud aún no tiene resultado.',
    },
    next: {
      en: 'Choose a study for it, or record what became of it.',
      es: 'Elija un estudio o registre qué pasó con él.',
    },
  },
  ...authorityErrors,
  'sources-not-searched': {
    status: 409,
    say: { en: 'Not every image source has been searched.', es: 'No se han buscado todas las fuentes de imágenes.' },
    next: { en: 'Search them all, former names included.', es: 'Busque en todas, también con nombres anteriores.' },
  },
  ...determinationErrors,
  'own-file': {
    status: 403,
    say: {
      en: 'You can not handle a request in which you are involved.',
      es: 'No puede atender una solicitud en la que participa.',
    },
    next: { en: 'Ask a colleague.', es: 'Pida ayuda a un colega.' },
  },
  'needs-box': {
    status: 409,
    say: {
      en: 'This picture does not say where its writing ends.',
      es: 'Esta imagen no dice dónde termina lo escrito.',
    },
    next: { en: 'Draw a box around the part to keep.', es: 'Marque con un cuadro la parte que se queda.' },
  },
  'not-share-safe': {
    status: 409,
    say: {
      en: 'The check found something of the person in this copy, so it is not given.',
      es: 'La revisión encontró algo de la persona en esta copia, por eso no se entrega.',
    },
    next: { en: 'Draw a smaller box, or choose another picture.', es: 'Marque un cuadro menor o elija otra imagen.' },
  },
  'nothing-to-print': {
    status: 409,
    say: {
      en: 'There is no picture here that can be printed.',
      es: 'Aquí no hay ninguna imagen que se pueda imprimir.',
    },
    next: { en: 'The reports can be printed from their own pages.', es: 'Los informes se imprimen desde sus páginas.' },
  },
  'not-a-pdf': {
    status: 422,
    say: { en: 'The file is not a PDF that can be opened.', es: 'El archivo no es un PDF que se pueda abrir.' },
    next: { en: 'Save the report as PDF and attach it again.', es: 'Guarde el informe como PDF y adjúntelo otra vez.' },
  },
  'csv-unreadable': {
    status: 422,
    say: { en: 'The patient list could not be read.', es: 'No se pudo leer la lista de pacientes.' },
    next: { en: 'See the lines named below; nothing was changed.', es: 'Vea las líneas indicadas; no se cambió nada.' },
  },
  'mrn-taken': {
    status: 409,
    say: {
      en: 'Another patient has this record number already.',
      es: 'Otro paciente ya tiene este número de historia.',
    },
    next: { en: 'Check the number and its issuer.', es: 'Revise el número y quién lo emitió.' },
  },
  'source-unreachable': {
    status: 502,
    say: { en: 'The image source does not answer.', es: 'La fuente de imágenes no responde.' },
    next: {
      en: 'Nothing was lost. Try again, or test the source in Settings.',
      es: 'No se perdió nada. Inténtelo otra vez o pruebe la fuente en Ajustes.',
    },
  },
  'source-refused': {
    status: 502,
    say: { en: 'The image source answered with an error.', es: 'La fuente de imágenes respondió con un error.' },
    next: {
      en: 'Nothing was lost. Try again, or ask the PACS administrator.',
      es: 'No se perdió nada. Inténtelo otra vez o pregunte al administrador del PACS.',
    },
  },
  'larger-than-medium': {
    status: 409,
    say: {
      en: 'One file alone is larger than this disc or stick.',
      es: 'Un solo archivo es mayor que este disco o memoria.',
    },
    next: { en: 'Choose a larger one.', es: 'Elija uno más grande.' },
  },
  'too-large-for-disc': {
    status: 409,
    say: {
      en: 'A clip in this package is larger than a disc image can hold (4 GB).',
      es: 'Un video de este paquete es mayor de lo que cabe en una imagen de disco (4 GB).',
    },
    next: {
      en: 'Download the ZIP and copy it to a stick.',
      es: 'Descargue el ZIP y cópielo a una memoria USB.',
    },
  },
  'still-preparing': {
    status: 409,
    say: { en: 'The copy is still being made.', es: 'La copia todavía se está preparando.' },
    next: {
      en: 'It takes about a minute. This page tells you when.',
      es: 'Tarda más o menos un minuto. Esta página le avisará.',
    },
  },
  'not-playable': {
    status: 422,
    say: { en: 'This picture can not be shown here.', es: 'Esta imagen no se puede mostrar aquí.' },
    next: {
      en: 'It is complete in the download, for a doctor’s viewer.',
      es: 'Está completa en la descarga, para el visor de un médico.',
    },
  },
  'letter-incomplete': {
    status: 409,
    say: { en: 'The letter lacks something that it must say.', es: 'A la carta le falta algo que debe decir.' },
    next: {
      en: 'Check the office’s name, address and telephone number in Settings, then send it again.',
      es: 'Revise en Ajustes el nombre, la dirección y el teléfono de la oficina y envíela otra vez.',
    },
  },
  ...extensionErrors,
  ...feeErrors,
  ...formErrors,
  'not-a-scan': {
    status: 422,
    say: {
      en: 'This file is not a page that can be shown.',
      es: 'Este archivo no es una página que se pueda mostrar.',
    },
    next: { en: 'Scan it as PDF, JPEG or PNG.', es: 'Escanéelo como PDF, JPEG o PNG.' },
  },
  'receipt-not-earlier': {
    status: 422,
    say: {
      en: 'The day of receipt can only be moved to an earlier day.',
      es: 'El día de recepción solo se puede cambiar a un día anterior.',
    },
    next: {
      en: 'Choose an earlier day and say how you know.',
      es: 'Elija un día anterior y diga cómo lo sabe.',
    },
  },
  'wrong-media-type': {
    status: 415,
    say: { en: 'This kind of content is not taken here.', es: 'Aquí no se acepta este tipo de contenido.' },
    next: { en: 'Send JSON, or the kind of file that is named.', es: 'Envíe JSON o el tipo de archivo indicado.' },
  },
  unavailable: {
    status: 503,
    say: { en: 'The server is busy or just starting.', es: 'El servidor está ocupado o iniciando.' },
    next: {
      en: 'Nothing was lost. Try again in a moment.',
      es: 'No se perdió nada. Inténtelo otra vez en un momento.',
    },
  },
  'storage-full': {
    status: 507,
    say: { en: 'The server has no room for this now.', es: 'El servidor no tiene espacio ahora.' },
    next: {
      en: 'Nothing was lost. The administrator was told; try later.',
      es: 'No se perdió nada. Se avisó al administrador; inténtelo más tarde.',
    },
  },
  fault: {
    status: 500,
    say: { en: 'Something broke on our side.', es: 'Algo falló de nuestro lado.' },
    next: {
      en: 'Nothing was lost. Try again; the number below helps the office find it.',
      es: 'No se perdió nada. Inténtelo otra vez; el número de abajo ayuda a la oficina.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errors;

/** RFC 9457, with field errors by JSON pointer. `instance` is a random id that support finds in the log. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ErrorCode;
  fields?: { pointer: string; message: string }[];
};
