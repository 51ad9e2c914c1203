import type { MissingReason } from '@echoback/right-of-access';
import type { Language } from '../releases/exam-words.ts';
import type { KindCounts, MissingObject } from '../store/records.ts';
import type { CopyPart } from './package-facts.ts';

type Words = {
  title: string;
  reference: string;
  madeBy: (facility: string, day: string) => string;
  part: (part: CopyPart) => string;
  onPart: Record<CopyPart['kind'], string>;
  howToOpen: string;
  open: string[];
  folders: [name: string, what: string][];
  whatIsHere: string;
  asAsked: (given: number, all: number) => string;
  made: string;
  here: string;
  attached: string;
  nothingMissing: string;
  missing: string;
  kinds: Record<MissingObject['kind'], string>;
  counted: Record<keyof KindCounts, [one: string, many: string]>;
  none: string;
  ofSeries: (number: number) => string;
  why: Record<MissingReason, string>;
  notShown: string;
  notShownText: string;
  cutOff: string;
  cutOffText: string;
  changes: string;
  changed: string;
  unchanged: string;
  notes: string;
  privacy: string;
  privacyText: string;
  keepsake: string;
  contact: string;
  privacyOfficer: string;
  product: string;
  productText: (name: string, version: string) => string;
};

const en: Words = {
  title: 'COPY OF MEDICAL PICTURES',
  reference: 'Reference',
  madeBy: (facility, day) => `Made by ${facility} on ${day}`,
  part: ({ kind, number, of }) =>
    `${{ disc: 'Disc', stick: 'Stick' }[kind]} ${number} of ${of}: each opens by itself and holds other pictures.`,
  onPart: { disc: 'on this disc', stick: 'on this stick' },
  howToOpen: 'HOW TO OPEN',
  open: [
    'Open INDEX.HTM with a double click. Any browser shows the pictures, clips and reports; no internet is needed.',
    'From a ZIP file: unpack everything first, then open INDEX.HTM.',
  ],
  folders: [
    ['PICTURES', 'pictures (JPEG) and clips (MP4)'],
    ['REPORTS', 'reports (PDF) and measurements'],
    ['DICOM', 'the original files for a doctor; DICOMDIR lists them. A hospital system can import them as they are.'],
    ['IHE_PDI', 'small pictures for the start page'],
  ],
  whatIsHere: 'WHAT IS HERE',
  asAsked: (given, all) => `As you asked: ${given} of the ${all} files of this exam.`,
  made: 'listed by the archive',
  here: 'in this copy',
  attached: 'reports added by the office',
  nothingMissing: 'Nothing is missing.',
  missing: 'Missing',
  kinds: { still: 'Picture', clip: 'Clip', report: 'Report', other: 'Other item' },
  counted: {
    stills: ['picture', 'pictures'],
    clips: ['clip', 'clips'],
    reports: ['report', 'reports'],
    other: ['other item', 'other items'],
  },
  none: 'nothing',
  ofSeries: (number) => ` of series ${number}`,
  why: {
    'gone-from-source': 'the archive listed it, but no longer had it when we asked',
    'source-did-not-send': 'the archive listed it, but did not send it',
    damaged: 'the file that the archive sent is damaged',
  },
  notShown: 'ONLY IN THE FOLDER DICOM',
  notShownText:
    'These originals are complete, but can not be shown as a picture or clip. A viewer for doctors opens them:',
  cutOff: 'CUT OFF',
  cutOffText:
    'Of these originals only a part was there to copy. They are shown as far as they go; what is missing is dark, or left out of a clip:',
  changes: 'THE ORIGINALS',
  changed:
    'Byte for byte as the archive holds them, but for the files below: their unused first 128 bytes were set to zero, or bytes after the end of the data were left out, because a computer could take them for a program.',
  unchanged: 'Every file in the folder DICOM is byte for byte as the archive holds it.',
  notes: 'NOTES ON DICOMDIR (it says STD-GEN-MIME, PS3.11)',
  privacy: 'PRIVACY',
  privacyText:
    'These files hold health information about a person. They are not encrypted: keep them where only people you trust can open them. If you found them, please tell the office below.',
  keepsake:
    'Not for diagnosis: the pictures and clips in PICTURES are for looking at. Doctors use the originals in the folder DICOM.',
  contact: 'CONTACT',
  privacyOfficer: 'Privacy',
  product: 'MADE WITH',
  productText: (name, version) => `${name} ${version}, open source software (Apache-2.0)`,
};

/** Written so that it reads well without accents too: README.TXT is ASCII. */
const es: Words = {
  title: 'COPIA DE IMAGENES MEDICAS',
  reference: 'Referencia',
  madeBy: (facility, day) => `Preparada por ${facility} el ${day}`,
  part: ({ kind, number, of }) =>
    kind === 'disc'
      ? `Disco ${number} de ${of}: cada uno se abre solo y contiene otras imagenes.`
      : `Memoria ${number} de ${of}: cada una se abre sola y contiene otras imagenes.`,
  onPart: { disc: 'en este disco', stick: 'en esta memoria' },
  howToOpen: 'COMO ABRIRLA',
  open: [
    'Abra INDEX.HTM con doble clic. Cualquier navegador muestra las imagenes, los videos y los informes; no hace falta internet.',
    'Si es un archivo ZIP: primero descomprima todo y luego abra INDEX.HTM.',
  ],
  folders: [
    ['PICTURES', 'imagenes (JPEG) y videos (MP4)'],
    ['REPORTS', 'informes (PDF) y mediciones'],
    [
      'DICOM',
      'los archivos originales para un medico; DICOMDIR es su lista. Un hospital puede importarlos tal como estan.',
    ],
    ['IHE_PDI', 'imagenes reducidas para la pagina de inicio'],
  ],
  whatIsHere: 'QUE CONTIENE',
  asAsked: (given, all) => `Como usted pidio: ${given} de los ${all} ficheros de este examen.`,
  made: 'en la lista del archivo',
  here: 'en esta copia',
  attached: 'informes agregados por la oficina',
  nothingMissing: 'No falta nada.',
  missing: 'Falta',
  kinds: { still: 'Imagen', clip: 'Video', report: 'Informe', other: 'Otro elemento' },
  counted: {
    stills: ['imagen', 'imagenes'],
    clips: ['video', 'videos'],
    reports: ['informe', 'informes'],
    other: ['otro elemento', 'otros elementos'],
  },
  none: 'nada',
  ofSeries: (number) => ` de la serie ${number}`,
  why: {
    'gone-from-source': 'estaba en la lista del archivo, pero ya no estaba cuando lo pedimos',
    'source-did-not-send': 'estaba en la lista del archivo, pero el archivo no lo envio',
    damaged: 'el fichero que envio el archivo tiene errores',
  },
  notShown: 'SOLO EN LA CARPETA DICOM',
  notShownText:
    'Estos originales estan completos, pero no se pueden mostrar como imagen o video. Un visor para medicos los abre:',
  cutOff: 'CORTADOS',
  cutOffText:
    'De estos originales solo habia una parte. Se muestran hasta donde llegan; lo que falta queda oscuro, o no esta en el video:',
  changes: 'LOS ORIGINALES',
  changed:
    'Iguales byte por byte a los del archivo, salvo los siguientes: sus primeros 128 bytes, sin uso, se pusieron a cero, o se quitaron bytes posteriores al final de los datos, porque un ordenador podria tomarlos por un programa.',
  unchanged: 'Todos los ficheros de la carpeta DICOM son iguales byte por byte a los del archivo.',
  notes: 'NOTAS SOBRE DICOMDIR (STD-GEN-MIME, PS3.11)',
  privacy: 'PRIVACIDAD',
  privacyText:
    'Estos ficheros contienen informacion de salud de una persona. No estan cifrados: guardelos donde solo los abra gente de confianza. Si los encontro, avise a la oficina indicada abajo.',
  keepsake:
    'No sirven para el diagnostico: las imagenes y los videos de PICTURES son para mirarlos. Los medicos usan los originales de la carpeta DICOM.',
  contact: 'CONTACTO',
  privacyOfficer: 'Privacidad',
  product: 'HECHO CON',
  productText: (name, version) => `${name} ${version}, programa de codigo abierto (Apache-2.0)`,
};

export function readmeWords(language: Language): Words {
  return { en, es }[language];
}

/** "42 pictures, 9 clips"; what there is none of is left out. */
export function countsInWords(counts: KindCounts, words: Pick<Words, 'counted' | 'none'>): string {
  const kinds = ['stills', 'clips', 'reports', 'other'] as const;
  const parts = kinds.flatMap((kind) => {
    const count = counts[kind];
    return count === 0 ? [] : [`${count} ${words.counted[kind][count === 1 ? 0 : 1]}`];
  });
  return parts.join(', ') || words.none;
}

/** "Clip 7 of series 2: the archive listed it, but did not send it". */
export function missingInWords(
  object: Pick<MissingObject, 'kind' | 'seriesNumber' | 'instanceNumber' | 'why'>,
  words: Pick<Words, 'kinds' | 'ofSeries' | 'why'>,
): string {
  const number = object.instanceNumber === null ? '' : ` ${object.instanceNumber}`;
  const series = object.seriesNumber === null ? '' : words.ofSeries(object.seriesNumber);
  const why = words.why[object.why as MissingReason] ?? words.why['source-did-not-send'];
  return `${words.kinds[object.kind]}${number}${series}: ${why}`;
}
