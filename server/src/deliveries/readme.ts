import { totalObjects } from '@echoback/right-of-access';
import type { Manifest, ManifestInstance } from '../store/records.ts';
import { countKinds } from './count-kinds.ts';
import type { CopyPart, PackageFacts } from './package-facts.ts';
import { plainAscii, wrap } from './plain-ascii.ts';
import { countsInWords, missingInWords, readmeWords } from './readme-words.ts';

type Exam = Manifest['exams'][number];
type Words = ReturnType<typeof readmeWords>;

/**
 * README.TXT: plain ASCII with CR LF (IHE RAD, portable media). Who made it, what is in it and what is not, how to
 * open it, what was changed. `notes` are what the writer of the DICOMDIR had to fill in.
 */
export function readmeText(facts: PackageFacts, notes: readonly string[]): string {
  const words = readmeWords(facts.language);
  const lines = [
    words.title,
    `${words.reference}: ${facts.reference}`,
    ...wrap(words.madeBy(facts.facility.name, facts.createdOn)),
    ...(facts.part ? wrap(words.part(facts.part)) : []),
    ...section(words.howToOpen, howToOpen(facts.manifest, words)),
    ...section(words.whatIsHere, [
      ...facts.manifest.exams.flatMap((exam) => examLines(exam, facts.part, words)),
      ...wrap(facts.manifest.missingReason ?? '', '  '),
    ]),
    ...section(words.notShown, notShown(facts.manifest, words)),
    ...section(words.cutOff, cutOff(facts.manifest, words)),
    ...section(words.changes, changes(facts.manifest, words)),
    ...section(
      words.notes,
      notes.flatMap((note) => wrap(note, '  ', '  ')),
    ),
    ...section(words.privacy, [...wrap(words.privacyText, '  '), ...wrap(words.keepsake, '  ')]),
    ...section(words.contact, contact(facts, words)),
    ...section(words.product, wrap(words.productText(facts.product.name, facts.product.version), '  ')),
  ];
  return `${plainAscii(lines.join('\n')).replaceAll('\n', '\r\n')}\r\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function howToOpen(manifest: Manifest, words: Words): string[] {
  const names = manifest.exams.flatMap(({ instances, attachedReports }) => [
    ...instances.flatMap(({ fileId, derived }) => [fileId, ...derived.map(({ name }) => name)]),
    ...attachedReports.map(({ name }) => name),
  ]);
  const present = new Set(names.map((name) => name?.split('/')[0]));
  const folders = words.folders.filter(([name]) => present.has(name));
  const widest = Math.max(...folders.map(([name]) => name.length)) + 2;
  return [
    ...words.open.flatMap((text) => wrap(text, '  ')),
    ...folders.flatMap(([name, what]) => {
      const [first = '', ...more] = wrap(what, ' '.repeat(2 + widest));
      return [`  ${name.padEnd(widest)}${first.trimStart()}`, ...more];
    }),
  ];
}

function examLines(exam: Exam, part: CopyPart | null, words: Words): string[] {
  const attached = exam.attachedReports.length;
  return [
    ...wrap(exam.studyDate ? `${exam.label}, ${exam.studyDate}` : exam.label, '  '),
    ...(exam.counts.ofAll === undefined
      ? []
      : wrap(words.asAsked(totalObjects(exam.counts.given), exam.counts.ofAll), '    ', '  ')),
    ...wrap(`${words.made}: ${countsInWords(exam.counts.listed, words)}`, '    ', '  '),
    ...wrap(`${words.here}: ${countsInWords(exam.counts.given, words)}`, '    ', '  '),
    ...(part
      ? wrap(`${words.onPart[part.kind]}: ${countsInWords(countKinds(exam.instances), words)}`, '    ', '  ')
      : []),
    ...(attached > 0 ? wrap(`${words.attached}: ${attached}`, '    ') : []),
    ...(exam.missing.length === 0 ? wrap(words.nothingMissing, '    ') : []),
    ...exam.missing.flatMap((object) => wrap(`${words.missing}: ${missingInWords(object, words)}`, '    ', '  ')),
  ];
}

/** What nobody can look at without a doctor's viewer: no picture, clip or report came of it. */
function notShown(manifest: Manifest, words: Words): string[] {
  const files = everyFile(manifest).filter(({ derived }) => derived.length === 0);
  if (files.length === 0) return [];
  return [...wrap(words.notShownText, '  '), ...files.map(({ fileId, label }) => `    ${fileId}  ${label}`)];
}

function cutOff(manifest: Manifest, words: Words): string[] {
  const files = everyFile(manifest).filter((file) => file.cutOff);
  if (files.length === 0) return [];
  return [...wrap(words.cutOffText, '  '), ...files.map(({ fileId, label }) => `    ${fileId}  ${label}`)];
}

function changes(manifest: Manifest, words: Words): string[] {
  const changed = everyFile(manifest).filter(({ original, exported }) => original.sha256 !== exported.sha256);
  if (changed.length === 0) return wrap(words.unchanged, '  ');
  return [...wrap(words.changed, '  '), ...changed.map(({ fileId }) => `    ${fileId}`)];
}

function everyFile(manifest: Manifest): ManifestInstance[] {
  const files = manifest.exams.flatMap(({ instances }) => instances);
  return [...new Map(files.map((file) => [file.fileId, file])).values()];
}

function contact({ facility }: PackageFacts, words: Words): string[] {
  const { officeName, phone, email, address, privacyOfficer } = facility;
  const lines = [facility.name, officeName, ...address, phone, email];
  const officer = `${words.privacyOfficer}: ${privacyOfficer.title}, ${privacyOfficer.phone}`;
  return [...lines, officer].flatMap((line) => wrap(line, '  ', '  '));
}
