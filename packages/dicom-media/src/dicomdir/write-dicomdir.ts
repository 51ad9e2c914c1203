import type { DicomdirNote } from './dicomdir-note.ts';
import { directoryBytes } from './directory-bytes.ts';
import { type DirectoryRecord, directoryRecord, type RecordJob } from './directory-record.ts';
import { isFileId } from './file-ids.ts';
import { isIconImage } from './icon-image.ts';
import { INSTANCE_KEYS, PATIENT_KEYS, SERIES_KEYS, STUDY_KEYS } from './record-keys.ts';
import { type FiledInstance, type PatientNode, recordTree, type SeriesNode, type StudyNode } from './record-tree.ts';

export type DicomdirInput = {
  /** Name of the file-set: up to 16 of `A-Z 0-9 _` and space, never anything of a patient. */
  fileSetId: string;
  instances: readonly FiledInstance[];
};

export type Dicomdir = { bytes: Uint8Array<ArrayBuffer>; notes: DicomdirNote[] };

/**
 * The directory of a file-set (PS3.3 annex F): one record for each patient, study, series and object, depth first,
 * explicit lengths, the same bytes for the same list. Objects are never changed: what they lack is made up in the
 * record alone, and every such value and every file without a record is in the notes.
 * Objects that belong to no patient (hanging protocols, palettes, implants) have their records beside the patients'.
 * Throws for a file ID, file-set ID or icon that the standard forbids, because these are the caller's own.
 */
export function writeDicomdir({ fileSetId, instances }: DicomdirInput): Dicomdir {
  if (!/^[A-Z0-9_ ]{0,16}$/.test(fileSetId)) throw new RangeError('file-set ID: up to 16 of A-Z 0-9 _ and space');
  for (const { fileId, icon } of instances) {
    if (!isFileId(fileId)) throw new RangeError(`not a DICOM file ID: ${fileId}`);
    if (icon && !isIconImage(icon)) throw new RangeError(`not an icon of at most 128 x 128: ${fileId}`);
  }
  const notes: DicomdirNote[] = [];
  const { patients, withoutPatient } = recordTree(instances, notes);
  const records = [
    ...patients.flatMap((patient, at) => patientRecord(patient, at + 1, notes)),
    ...withoutPatient.flatMap((instance, at) => leafRecord(instance, at + 1, notes)),
  ];
  return { bytes: directoryBytes(fileSetId, records), notes };
}

/** A record with what lies below it; none when nothing does. */
function withBelow(job: RecordJob, below: DirectoryRecord[]): DirectoryRecord[] {
  const record = below.length > 0 ? directoryRecord(job) : undefined;
  if (!record) return [];
  record.below.push(...below);
  return [record];
}

function patientRecord(patient: PatientNode, ordinal: number, notes: DicomdirNote[]): DirectoryRecord[] {
  const source = patient.first;
  const job: RecordJob = {
    type: 'PATIENT',
    keys: PATIENT_KEYS,
    from: source.index.record.patient,
    source,
    ordinal,
    notes,
    patientId: patient.patientId,
  };
  return withBelow(
    job,
    patient.studies.flatMap((study, at) => studyRecord(study, at + 1, notes)),
  );
}

function studyRecord(study: StudyNode, ordinal: number, notes: DicomdirNote[]): DirectoryRecord[] {
  const source = study.first;
  return withBelow(
    { type: 'STUDY', keys: STUDY_KEYS, from: source.index.record.study, source, ordinal, notes },
    study.series.flatMap((series, at) => seriesRecord(series, at + 1, notes)),
  );
}

function seriesRecord(series: SeriesNode, ordinal: number, notes: DicomdirNote[]): DirectoryRecord[] {
  const source = series.first;
  return withBelow(
    { type: 'SERIES', keys: SERIES_KEYS, from: source.index.record.series, source, ordinal, notes },
    series.instances.flatMap((instance, at) => leafRecord(instance, at + 1, notes)),
  );
}

function leafRecord(source: FiledInstance, ordinal: number, notes: DicomdirNote[]): DirectoryRecord[] {
  const { type, instance } = source.index.record;
  if (!type) return [];
  const record = directoryRecord({ type, keys: INSTANCE_KEYS[type], from: instance, source, ordinal, notes });
  if (record) return [record];
  notes.push({ code: 'left-out', reason: 'no-record-type', fileId: source.fileId });
  return [];
}
