import { fileIdsFor, type InstanceIndex, personName } from '@echoback/dicom-media';
import type { IndexedFile } from '../gathering/index-found.ts';
import type { Language } from '../releases/exam-words.ts';
import { itemLabels } from '../releases/item-labels.ts';
import type { CopiedExam, CopiedPatient } from './copy.ts';
import { examLabel } from './exam-label.ts';

/**
 * Patients, exams and objects of a copy, in an order that depends on nothing but the objects: by name, date, series and
 * number. Each object gets its file ID and its label here, once.
 */
export function planCopy(files: readonly IndexedFile[], language: Language): CopiedPatient[] {
  const byPatient = Map.groupBy(files, ({ index }) => patientKey(index));
  const patients = [...byPatient]
    .sort(([one], [other]) => order(one, other))
    .map(([, own]) => patientOf(own, language));
  const objects = patients.flatMap(({ exams }) => exams.flatMap((exam) => exam.objects));
  const fileIds = fileIdsFor(objects.map(({ index }) => index));
  for (const [at, object] of objects.entries()) object.fileId = fileIds[at] as string;
  return patients;
}

/** As the DICOMDIR tells people apart: by ID, issuer and name, whatever the case of its letters. */
export function patientKey({ patientId = '', issuerOfPatientId = '', patientName = '' }: InstanceIndex): string {
  const { alphabetic, ideographic } = personName(patientName.normalize('NFC').toUpperCase());
  return JSON.stringify([Object.values(alphabetic ?? ideographic ?? {}), patientId, issuerOfPatientId]);
}

function patientOf(files: readonly IndexedFile[], language: Language): CopiedPatient {
  const exams = [...Map.groupBy(files, ({ index }) => index.studyInstanceUid ?? '')]
    .map(([uid, own]) => ({ uid, own, key: studyKey(own) }))
    .sort((a, b) => order(a.key, b.key) || order(a.uid, b.uid))
    .map(({ own }) => examOf(own, language));
  const index = files[0]?.index;
  return {
    name: writtenName(index?.patientName ?? ''),
    birthDate: calendarDate(index?.patientBirthDate),
    mrn: index?.patientId ?? null,
    exams,
  };
}

function studyKey(files: readonly IndexedFile[]): string {
  const index = files[0]?.index;
  return `${index?.studyDate ?? '99999999'} ${index?.studyTime ?? ''}`;
}

function examOf(files: readonly IndexedFile[], language: Language): CopiedExam {
  const ordered = [...files].sort(bySeriesAndNumber);
  const label = itemLabels(language);
  return {
    label: examLabel(
      ordered.map(({ index }) => index),
      language,
    ),
    studyDate: calendarDate(ordered.find(({ index }) => index.studyDate)?.index.studyDate),
    objects: ordered.map(({ found, index }) => ({
      found,
      index,
      label: label(index.kind),
      fileId: '',
      made: [],
      report: null,
      notShown: null,
    })),
  };
}

function bySeriesAndNumber({ index: a }: IndexedFile, { index: b }: IndexedFile): number {
  return (
    last(a.seriesNumber) - last(b.seriesNumber) ||
    order(a.seriesInstanceUid ?? '', b.seriesInstanceUid ?? '') ||
    last(a.instanceNumber) - last(b.instanceNumber) ||
    order(a.sopInstanceUid ?? '', b.sopInstanceUid ?? '')
  );
}

/** Without a number: behind those that have one. */
function last(number: number | undefined): number {
  return number ?? Number.MAX_SAFE_INTEGER;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As people write it: the alphabetic spelling, else the ideographic one. */
function writtenName(value: string): string {
  const { alphabetic, ideographic } = personName(value);
  const { prefix, given, middle, family, suffix } = alphabetic ?? ideographic ?? {};
  return [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
}

/** DA (PS3.5 6.2), or as files of before 1993 wrote it; null for anything that is no day. */
function calendarDate(value: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(value ?? '') ?? [];
  const written = `${year}-${month}-${day}`;
  const time = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(written) ? written : null;
}
