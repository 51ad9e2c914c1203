import { countKinds } from '../deliveries/count-kinds.ts';
import type { CopyPart } from '../deliveries/package-facts.ts';
import { plainAscii, wrap } from '../deliveries/plain-ascii.ts';
import { product } from '../deliveries/product.ts';
import { countsInWords, readmeWords } from '../deliveries/readme-words.ts';
import { type CopiedPatient, objectsOf } from './copy.ts';
import type { CopyFacts } from './copy-pages.ts';

export type ReadmeFacts = CopyFacts & {
  /** Of the DICOMDIR, in sentences without a patient's value. */
  notes: readonly string[];
  /** A media application profile of PS3.11, where the originals fit one as they are. */
  profile: string | null;
  part: CopyPart | null;
  folders: ReadonlySet<string>;
};

const more = {
  en: {
    madeBy: (facility: string, day: string) => `Made by ${facility} on ${day}`,
    madeOn: (day: string) => `Made on ${day}`,
    people: (number: number) => `Of ${number} people: give each person only what is theirs.`,
    unchanged: 'Every file in the folder DICOM is byte for byte the file that was packed.',
    changed:
      'Byte for byte the files that were packed, but for those below: their unused first 128 bytes were set to zero, or bytes after the end of the data were left out, because a computer could take them for a program.',
    notes: 'NOTES ON DICOMDIR',
    profile: (name: string) => `It claims the profile ${name} (PS3.11).`,
    noProfile: 'No profile of PS3.11 is claimed: the originals are left as they are.',
    privacy: 'These files hold health information about a person. Keep them where only people you trust can open them.',
  },
  es: {
    madeBy: (facility: string, day: string) => `Preparada por ${facility} el ${day}`,
    madeOn: (day: string) => `Preparada el ${day}`,
    people: (number: number) => `De ${number} personas: entregue a cada una solo lo suyo.`,
    unchanged: 'Cada fichero de la carpeta DICOM es igual byte por byte al original.',
    changed:
      'Iguales byte por byte a los originales, salvo los siguientes: sus primeros 128 bytes, sin uso, se pusieron a cero, o se quitaron bytes posteriores al final de los datos, porque un ordenador podria tomarlos por un programa.',
    notes: 'NOTAS SOBRE DICOMDIR',
    profile: (name: string) => `Cumple el perfil ${name} (PS3.11).`,
    noProfile: 'No cumple ningun perfil de PS3.11: los originales quedan como estan.',
    privacy:
      'Estos ficheros contienen informacion de salud de una persona. Guardelos donde solo los abra gente de confianza.',
  },
};

/** README.TXT of a copy: plain ASCII with CR LF (IHE RAD, portable media), no patient in it. */
export function copyReadme(patients: readonly CopiedPatient[], facts: ReadmeFacts): string {
  const words = readmeWords(facts.language);
  const say = more[facts.language];
  const { facility, contact, createdOn, part, notes, profile } = facts;
  const lines = [
    words.title,
    ...wrap(facility ? say.madeBy(facility, createdOn) : say.madeOn(createdOn)),
    ...(part ? wrap(words.part(part)) : []),
    ...(patients.length > 1 ? wrap(say.people(patients.length)) : []),
    ...section(words.howToOpen, howToOpen(facts)),
    ...section(
      words.whatIsHere,
      patients.flatMap(({ exams }) =>
        exams.flatMap((exam) => [
          ...wrap(exam.studyDate ? `${exam.label}, ${exam.studyDate}` : exam.label, '  '),
          ...wrap(countsInWords(countKinds(exam.objects.map(({ index }) => index)), words), '    ', '  '),
        ]),
      ),
    ),
    ...section(words.notShown, notShown(patients, facts)),
    ...section(words.cutOff, cutOff(patients, facts)),
    ...section(words.changes, changes(patients, facts)),
    ...section(say.notes, [
      ...wrap(profile ? say.profile(profile) : say.noProfile, '  ', '  '),
      ...notes.flatMap((note) => wrap(note, '  ', '  ')),
    ]),
    ...section(words.privacy, [...wrap(say.privacy, '  '), ...wrap(words.keepsake, '  ')]),
    ...section(
      words.contact,
      [facility, contact].flatMap((line) => wrap(line ?? '', '  ', '  ')),
    ),
    ...section(words.product, wrap(words.productText(product.name, product.version), '  ')),
  ];
  return `${plainAscii(lines.join('\n')).replaceAll('\n', '\r\n')}\r\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function howToOpen({ language, folders: present }: ReadmeFacts): string[] {
  const words = readmeWords(language);
  const folders = words.folders.filter(([name]) => present.has(name));
  const widest = Math.max(...folders.map(([name]) => name.length)) + 2;
  return [
    ...words.open.flatMap((text) => wrap(text, '  ')),
    ...folders.flatMap(([name, what]) => {
      const [first = '', ...rest] = wrap(what, ' '.repeat(2 + widest));
      return [`  ${name.padEnd(widest)}${first.trimStart()}`, ...rest];
    }),
  ];
}

/** What nobody can look at without a doctor's viewer; nothing when no pictures were asked for. */
function notShown(patients: readonly CopiedPatient[], { language, folders }: ReadmeFacts): string[] {
  const files = objectsOf(patients).filter(({ made }) => made.length === 0);
  if (files.length === 0 || !(folders.has('PICTURES') || folders.has('REPORTS'))) return [];
  return [
    ...wrap(readmeWords(language).notShownText, '  '),
    ...files.map(({ fileId, label }) => `    ${fileId}  ${label}`),
  ];
}

function cutOff(patients: readonly CopiedPatient[], { language }: ReadmeFacts): string[] {
  const files = objectsOf(patients).filter(({ index }) => index.pixels?.cutOff);
  if (files.length === 0) return [];
  const words = readmeWords(language);
  return [...wrap(words.cutOffText, '  '), ...files.map(({ fileId, label }) => `    ${fileId}  ${label}`)];
}

function changes(patients: readonly CopiedPatient[], { language }: ReadmeFacts): string[] {
  const changed = objectsOf(patients).filter(
    ({ found, index: { exportForm } }) => exportForm.zeroPreamble || exportForm.endOfDataSet !== found.sizeBytes,
  );
  if (changed.length === 0) return wrap(more[language].unchanged, '  ');
  return [...wrap(more[language].changed, '  '), ...changed.map(({ fileId }) => `    ${fileId}`)];
}
