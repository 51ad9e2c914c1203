import { type DicomdirNote, tagName } from '@echoback/dicom-media';
import type { Language } from '../releases/exam-words.ts';

/** A note without its file: notes of the same meaning are told once, with the number of files. */
type Kind = (language: Language) => string;

/** What the DICOMDIR says otherwise than its objects, in sentences for a technician; never a patient's value. */
export function dicomdirNotes(notes: readonly DicomdirNote[], language: Language): string[] {
  const grouped = Map.groupBy(notes, (note) => meaning(note)('en'));
  return [...grouped.values()].map((group) => {
    const [first] = group;
    if (!first) return '';
    const files = [...new Set(group.map(({ fileId }) => fileId))];
    const shown = files.slice(0, longestList).join(', ');
    const more = files.length > longestList ? ` + ${files.length - longestList}` : '';
    return `${meaning(first)(language)} (${shown}${more})`;
  });
}

const longestList = 5;

function meaning(note: DicomdirNote): Kind {
  switch (note.code) {
    case 'value-invented': {
      const place = `${note.record} ${tagName(note.tag)}`;
      return say(
        `${place}: the object has no value, the record has one that we made up`,
        `${place}: el objeto no tiene valor; el del registro lo pusimos nosotros`,
      );
    }
    case 'left-out':
      return leftOut[note.reason];
    case 'patient-id-made-unique':
      return say('two patients share an ID: one got a suffix', 'dos pacientes con el mismo ID: uno lleva un sufijo');
    case 'patients-differ-in-study':
      return say('names of the patient differ within the study', 'el nombre del paciente difiere dentro del estudio');
    case 'character-set-assumed':
      return say(
        'the object names no character set: the record names the one it was read by',
        'el objeto no indica su juego de caracteres: el registro indica el que se uso al leerlo',
      );
  }
}

const leftOut: Record<Extract<DicomdirNote, { code: 'left-out' }>['reason'], Kind> = {
  'not-part-10': say('not listed: no DICOM file header', 'sin registro: el fichero no tiene cabecera DICOM'),
  'no-record-type': say('not listed: DICOMDIR knows no such kind', 'sin registro: DICOMDIR no conoce ese tipo'),
  'uid-missing': say('not listed: the object has no identifier', 'sin registro: el objeto no tiene identificador'),
  'same-instance-again': say('not listed: the same object again', 'sin registro: el mismo objeto repetido'),
};

function say(en: string, es: string): Kind {
  return (language) => ({ en, es })[language];
}
