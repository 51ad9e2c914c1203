import { authorityErrors } from './authority-errors.ts';
import { copyErrors } from './copy-errors.ts';
import { determinationErrors } from './determination-errors.ts';
import type { ErrorEntry } from './error-entry.ts';
import { extensionErrors } from './extension-errors.ts';
import { feeErrors } from './fee-errors.ts';
import { formErrors } from './form-errors.ts';
import { identityErrors } from './identity-errors.ts';
import { imagingErrors } from './imaging-errors.ts';

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
  ...identityErrors,
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
  ...imagingErrors,
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
  ...determinationErrors,
  ...copyErrors,
  'csv-unreadable': {
    status: 422,
    say: { en: 'The patient list could not be read.', es: 'No se pudo leer la lista de pacientes.' },
    next: { en: 'See the lines named below; nothing was changed.', es: 'Vea las líneas indicadas; no se cambió nada.' },
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
