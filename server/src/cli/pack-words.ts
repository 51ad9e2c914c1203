import path from 'node:path';
import { smallestDiscFor } from '@echoback/dicom-media';
import type { PackRefusal, PackReport, ReadSummary } from '../packing/pack.ts';

/** Sentences of the pack tool. Paths and counts are shown, never what a header says. */
export function refusalSentence(refusal: PackRefusal): string {
  switch (refusal.code) {
    case 'nothing-to-pack':
      return 'There is no DICOM file that could be packed.';
    case 'several-patients':
      return `These files are of ${refusal.patients} patients, such as ${refusal.examples.join(' and ')}: pack each patient's files by themselves, or add --several-patients.`;
    case 'output-exists':
      return `${refusal.output} is there already: choose another name, or add --force to replace it.`;
    case 'no-output-folder':
      return `The folder of ${refusal.output} is not there: make it first.`;
    case 'output-is-folder':
      return `${refusal.output} is a folder: choose another name.`;
    case 'output-is-file':
      return `${refusal.output} is a file: name a folder, or end the name in .zip or .iso.`;
    case 'file-too-large-for-disc':
      return `${refusal.shownAs} has 4 GiB or more, which no disc image of ours can hold: write a ZIP or a folder.`;
    case 'file-larger-than-disc':
      return `${refusal.shownAs} is larger than one disc: choose a larger one with --disc, or write a ZIP or a folder.`;
    case 'no-pictures':
      return 'No picture or clip could be made of these files.';
  }
}

const reasons: Readonly<Record<string, string>> = {
  'no-such-file': 'there is no such file or folder',
  'not-readable': 'it can not be read',
  'not-dicom': 'it is no DICOM file',
  'uid-missing': 'it does not say which object it is',
  'same-uid-other-content': 'it claims to be the same object as another file, with other content',
  'missing-file': 'it is not there',
  'unsafe-name': 'its name leads out of its folder',
  'unreadable-dicomdir': 'it is no DICOMDIR that can be read',
  'unreadable-zip': 'the ZIP is damaged',
  'unreadable-image': 'the disc image is damaged',
  encrypted: 'it is encrypted: unpack it first',
  'unsupported-compression': 'it is compressed in a way that is not read here',
  'checksum-wrong': 'its checksum is wrong',
  'too-large-unpacked': 'it would be too large when unpacked',
  'too-many-files': 'there are too many files',
  'archive-in-archive': 'it is an archive within an archive: unpack the outer one first',
};

const linesShown = 20;

export function badLines({ bad, passedOver, repeated }: ReadSummary): string[] {
  const shown = bad.slice(0, linesShown).map(({ shownAs, reason, detail }) => {
    const why = reasons[reason] ?? `it is damaged (${reason})`;
    return `  ${shownAs}: ${why}${detail ? ` (${detail})` : ''}`;
  });
  return [
    ...(bad.length > 0 ? [`${files(bad.length)} could not be packed:`, ...shown] : []),
    ...(bad.length > linesShown ? [`  … and ${bad.length - linesShown} more: --json lists all`] : []),
    ...(passedOver > 0 ? [`${files(passedOver)} of other kinds left out.`] : []),
    ...(repeated > 0 ? [`${files(repeated)} lay there more than once; each is packed once.`] : []),
  ];
}

export function summaryLines(report: PackReport, form: 'zip' | 'iso' | 'folder'): string[] {
  const { outputs, made, notShown, cutOff, doubtful } = report;
  const who = report.patients === 1 ? '1 patient' : `${report.patients} patients`;
  const exams = report.exams === 1 ? '1 exam' : `${report.exams} exams`;
  const madeOf = [
    counted(made.pictures, 'picture'),
    counted(made.clips, 'clip'),
    counted(made.reports, 'report'),
  ].filter(Boolean);
  return [
    `Packed ${files(report.files)} of ${who}, ${exams}, ${size(report.bytes)}.`,
    ...(madeOf.length > 0 ? [`To look at: ${madeOf.join(', ')}.`] : []),
    ...outputs.map(
      ({ path: output, sizeBytes }) => `${output}: ${size(sizeBytes)}${form === 'iso' ? disc(sizeBytes) : ''}`,
    ),
    ...(notShown.length > 0 ? [`${files(notShown.length)} can only be opened with a viewer for doctors.`] : []),
    ...(cutOff.length > 0
      ? [
          `${files(cutOff.length)} cut off: packed and shown as far as it goes, such as ${path.basename(cutOff[0] ?? '')}.`,
        ]
      : []),
    ...(doubtful.length > 0
      ? [
          `${files(doubtful.length)} may show another name in another program; look at them first, such as ${path.basename(doubtful[0] ?? '')}.`,
        ]
      : []),
    ...badLines(report),
  ];
}

const discNames: Readonly<Record<string, string>> = {
  'cd-r': 'a CD',
  'dvd-r': 'a DVD',
  'dvd+r': 'a DVD',
  'dvd+r-dl': 'a double-layer DVD',
  'bd-r': 'a Blu-ray disc',
};

function disc(sizeBytes: number): string {
  const kind = smallestDiscFor(sizeBytes);
  return kind ? `, fits ${discNames[kind]}` : ', larger than any disc: use --disc bd';
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count.toLocaleString('en')} files`;
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

/** Decimal units, as discs and file managers count. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let value = bytes;
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
  return `${at === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[at]}`;
}
