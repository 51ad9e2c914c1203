import type { StructuredReport } from '@echoback/dicom-media';
import type { DerivedFile } from '../decoder/derived-object.ts';
import type { IndexedFile } from '../gathering/index-found.ts';
import type { Language } from '../releases/exam-words.ts';
import { nameStem, numberNames, webContentName } from '../releases/package-names.ts';

/** A file for people that was made of an object, with its place in the copy. */
type MadeFile = DerivedFile & { name: string };

export type CopiedObject = IndexedFile & {
  label: string;
  fileId: string;
  made: MadeFile[];
  report: StructuredReport | null;
  /** Why nothing could be made of it; null when something was, or was not asked for. */
  notShown: string | null;
};

/** Dates are `YYYY-MM-DD`. */
export type CopiedExam = { label: string; studyDate: string | null; objects: CopiedObject[] };

export type CopiedPatient = { name: string; birthDate: string | null; mrn: string | null; exams: CopiedExam[] };

export function objectsOf(patients: readonly CopiedPatient[]): CopiedObject[] {
  return patients.flatMap(({ exams }) => exams.flatMap(({ objects }) => objects));
}

/** The part of a copy that lies on one disc. */
export function partOfCopy(
  patients: readonly CopiedPatient[],
  has: (object: CopiedObject) => boolean,
): CopiedPatient[] {
  return patients.flatMap((patient) => {
    const exams = patient.exams.flatMap((exam) => {
      const objects = exam.objects.filter(has);
      return objects.length > 0 ? [{ ...exam, objects }] : [];
    });
    return exams.length > 0 ? [{ ...patient, exams }] : [];
  });
}

/** Names for people, given when all is made: `PICTURES/2026-01-10 Obstetric ultrasound 07.jpg`. Nothing of a patient. */
export function nameMadeFiles(patients: readonly CopiedPatient[], language: Language): void {
  const stems = new Map<string, number>();
  const exams = patients.flatMap((patient) => patient.exams);
  for (const exam of exams) {
    const stem = nameStem(exam.studyDate, exam.label);
    const pictures = exam.objects.filter(({ made }) => made.some(({ kind }) => kind === 'picture' || kind === 'clip'));
    stems.set(stem, (stems.get(stem) ?? 0) + pictures.length);
  }
  const next = numberNames(stems);
  const nextReport = numberNames(new Map());
  let posters = 0;
  for (const exam of exams) {
    const stem = nameStem(exam.studyDate, exam.label);
    for (const file of exam.objects.flatMap(({ made }) => made)) {
      if (file.kind === 'picture') file.name = `PICTURES/${next(stem)}.jpg`;
      else if (file.kind === 'clip') file.name = `PICTURES/${next(stem)}.mp4`;
      else if (file.kind === 'report-pdf')
        file.name = `REPORTS/${nextReport(`${stem} ${reportWords[language].report}`)}.pdf`;
      else if (file.kind === 'report-json')
        file.name = `REPORTS/${nextReport(`${stem} ${reportWords[language].measurements}`)}.html`;
      else file.name = webContentName('P', ++posters, 'JPG');
    }
  }
}

const reportWords = {
  en: { report: 'report', measurements: 'measurements' },
  es: { report: 'informe', measurements: 'mediciones' },
};
