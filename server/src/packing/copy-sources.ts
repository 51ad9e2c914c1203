import { claimableProfile, type Medium } from '@echoback/dicom-media';
import { dicomdirNotes } from '../deliveries/dicomdir-notes.ts';
import type { CopyPart } from '../deliveries/package-facts.ts';
import { reportPage } from '../deliveries/report-page.ts';
import { startPage } from '../deliveries/start-page.ts';
import { preambleBytes } from '../deliveries/stored-file.ts';
import { type CopiedObject, type CopiedPatient, objectsOf } from './copy.ts';
import { type CopyFacts, copyDicomdir, copyViewerData } from './copy-pages.ts';
import { copyReadme } from './copy-readme.ts';
import type { PackingSource } from './packing-source.ts';

export type CopyWish = CopyFacts & {
  /** The built offline viewer; undefined where none was built. */
  viewer: string | undefined;
  medium: Medium;
  part: CopyPart | null;
};

export type CopySources = { sources: PackingSource[]; notes: string[] };

/** Every file of a copy with its place (IHE RAD, portable media): for people first, then what doctors import. */
export function copySources(patients: readonly CopiedPatient[], wish: CopyWish): CopySources {
  const objects = objectsOf(patients);
  const made = patients.flatMap(({ exams }) =>
    exams.flatMap(({ label, studyDate, objects: own }) => {
      const about = [label, studyDate].filter(Boolean).join(', ');
      return own.flatMap((object) => madeSources(object, wish, about));
    }),
  );
  const inFolder = (folder: string) => made.filter(({ name }) => name.startsWith(`${folder}/`));
  const dicomdir = copyDicomdir(patients);
  const notes = dicomdirNotes(dicomdir.notes, wish.language);
  const folders = new Set(['DICOM', ...made.map(({ name }) => name.split('/')[0] ?? '')]);
  const profile = claimableProfile(objects, wish.medium)?.name ?? null;
  const readme = copyReadme(patients, { ...wish, notes, profile, folders });
  const page = startPage(copyViewerData(patients, wish), wish.viewer);
  return {
    notes,
    sources: [
      bytesSource('INDEX.HTM', Buffer.from(page, 'utf8')),
      bytesSource('README.TXT', Buffer.from(readme, 'ascii')),
      ...inFolder('PICTURES'),
      ...inFolder('REPORTS'),
      bytesSource('DICOMDIR', dicomdir.bytes),
      ...objects.map(originalSource),
      ...inFolder('IHE_PDI'),
    ],
  };
}

/** Pictures and clips alone, without folders. */
export function pictureSources(patients: readonly CopiedPatient[]): PackingSource[] {
  return objectsOf(patients).flatMap(({ made }) =>
    made.flatMap((file) =>
      file.kind === 'picture' || file.kind === 'clip'
        ? [{ name: file.name.replace('PICTURES/', ''), file: file.path, sizeBytes: file.sizeBytes }]
        : [],
    ),
  );
}

/** The bytes as they are, but for a preamble that could be a program and what stands behind the data set (S7.9). */
export function originalSource({ found, index: { exportForm }, fileId }: CopiedObject): PackingSource {
  return {
    name: fileId,
    file: found.file,
    offset: found.offset,
    sizeBytes: exportForm.endOfDataSet,
    zeroUntil: exportForm.zeroPreamble ? preambleBytes : 0,
  };
}

/** What was made of an object; a structured report is copied as a page to read. */
export function madeSources({ made, report }: CopiedObject, { language }: CopyFacts, about: string): PackingSource[] {
  return made.map((file) =>
    file.kind === 'report-json' && report
      ? bytesSource(file.name, Buffer.from(reportPage(report, language, about), 'utf8'))
      : { name: file.name, file: file.path, sizeBytes: file.sizeBytes },
  );
}

function bytesSource(name: string, bytes: Uint8Array): PackingSource {
  return { name, bytes, sizeBytes: bytes.length };
}
