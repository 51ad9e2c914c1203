import type { CopyPart } from '../deliveries/package-facts.ts';
import type { Language } from '../releases/exam-words.ts';

type Words = {
  discTitle: string;
  mailTitle: string;
  copy: string;
  part: (part: CopyPart) => string;
  content: string;
  reference: string;
  created: string;
  open: string;
  exams: (count: number) => string;
  allExams: string;
  returnTo: string;
};

const en: Words = {
  discTitle: 'Disc label',
  mailTitle: 'Mailing label',
  copy: 'Copy of medical pictures',
  part: ({ number, of }) => `disc ${number} of ${of}`,
  content: 'DICOM + web',
  reference: 'Reference',
  created: 'Created',
  open: 'Open INDEX.HTM',
  exams: (count) => `${count} exams, all named on the sheet`,
  allExams: 'On this disc',
  returnTo: 'Return to',
};

const es: Words = {
  discTitle: 'Etiqueta del disco',
  mailTitle: 'Etiqueta de envío',
  copy: 'Copia de imágenes médicas',
  part: ({ number, of }) => `disco ${number} de ${of}`,
  content: 'DICOM + web',
  reference: 'Referencia',
  created: 'Fecha',
  open: 'Abra INDEX.HTM',
  exams: (count) => `${count} exámenes, todos en la hoja`,
  allExams: 'En este disco',
  returnTo: 'Remitente',
};

export function labelWords(language: Language): Words {
  return { en, es }[language];
}

/** A calendar date as people of the language write it. */
export function labelDate(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
