import type { ErrorEntry } from './error-entry.ts';

/** Refusals about finding, fetching and checking studies. */
export const imagingErrors = {
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
  'report-was-given': {
    status: 409,
    say: { en: 'This report has left with a copy.', es: 'Este informe ya salió con una copia.' },
    next: {
      en: 'If it went to the wrong person, recall that copy.',
      es: 'Si llegó a la persona equivocada, retire esa copia.',
    },
  },
  'already-matched': {
    status: 409,
    say: { en: 'This study is chosen already.', es: 'Este estudio ya está elegido.' },
    next: { en: 'Go on with the request.', es: 'Siga con la solicitud.' },
  },
  'mixed-patients': {
    status: 409,
    say: { en: 'The pictures belong to more than one patient.', es: 'Las imágenes son de más de un paciente.' },
    next: {
      en: 'Nothing can be given until each file belongs to this patient. Withdraw the match that is wrong.',
      es: 'No se puede dar nada hasta que todo sea de este paciente. Quite la coincidencia equivocada.',
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
  'sources-not-searched': {
    status: 409,
    say: { en: 'Not every image source has been searched.', es: 'No se han buscado todas las fuentes de imágenes.' },
    next: { en: 'Search them all, former names included.', es: 'Busque en todas, también con nombres anteriores.' },
  },
  'not-a-pdf': {
    status: 422,
    say: { en: 'The file is not a PDF that can be opened.', es: 'El archivo no es un PDF que se pueda abrir.' },
    next: { en: 'Save the report as PDF and attach it again.', es: 'Guarde el informe como PDF y adjúntelo otra vez.' },
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
  'not-playable': {
    status: 422,
    say: { en: 'This picture can not be shown here.', es: 'Esta imagen no se puede mostrar aquí.' },
    next: {
      en: 'It is complete in the download, for a doctor’s viewer.',
      es: 'Está completa en la descarga, para el visor de un médico.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
