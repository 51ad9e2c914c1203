import { personName } from '../charset/person-name.ts';
import { isUsableUid } from '../part10/doubtful-identity.ts';
import type { InstanceIndex } from '../part10/instance-index.ts';
import type { DicomdirNote, LeftOutReason } from './dicomdir-note.ts';
import type { IconImage } from './icon-image.ts';
import { patientIdRule, type RecordPatientId } from './record-patient-id.ts';
import { isRootRecord } from './root-record-keys.ts';

/** One object of the file-set, where it lies, as `DICOM/ST000001/SE000001/IM000001`, and what its record may show. */
export type FiledInstance = { index: InstanceIndex; fileId: string; icon?: IconImage };

/** Each level shows its first object: what that one says stands in the record. */
export type PatientNode = { first: FiledInstance; patientId: RecordPatientId; studies: StudyNode[] };
export type StudyNode = { first: FiledInstance; series: SeriesNode[] };
export type SeriesNode = { first: FiledInstance; instances: FiledInstance[] };
/** Patients, and what belongs to none of them (hanging protocols, palettes, implants). */
export type RecordTree = { patients: PatientNode[]; withoutPatient: FiledInstance[] };

/** Patients, studies and series in the order of their first object; what cannot be referred to is left out, named. */
export function recordTree(instances: readonly FiledInstance[], notes: DicomdirNote[]): RecordTree {
  const withoutPatient: FiledInstance[] = [];
  const recordPatientId = patientIdRule(instances);
  const patients = new Map<string, PatientNode>();
  const studies = new Map<string, { node: StudyNode; patient: string; series: Map<string, SeriesNode> }>();
  const seen = new Set<string>();
  for (const instance of instances) {
    const { index, fileId } = instance;
    const reason = leftOutReason(index, seen);
    if (reason) {
      notes.push({ code: 'left-out', reason, fileId });
      continue;
    }
    seen.add(index.sopInstanceUid ?? '');
    if (isRootRecord(index.record.type ?? '')) {
      withoutPatient.push(instance);
      continue;
    }
    const patientKey = patientIdentity(index);
    let study = studies.get(index.studyInstanceUid ?? '');
    if (!study) {
      const patient = patients.get(patientKey) ?? newPatient(instance, recordPatientId, notes);
      patients.set(patientKey, patient);
      study = { node: { first: instance, series: [] }, patient: patientKey, series: new Map() };
      studies.set(index.studyInstanceUid ?? '', study);
      patient.studies.push(study.node);
    }
    if (study.patient !== patientKey) notes.push({ code: 'patients-differ-in-study', fileId });
    const series = study.series.get(index.seriesInstanceUid ?? '') ?? { first: instance, instances: [] };
    if (series.instances.length === 0) study.node.series.push(series);
    study.series.set(index.seriesInstanceUid ?? '', series);
    series.instances.push(instance);
  }
  return { patients: [...patients.values()], withoutPatient };
}

function leftOutReason(index: InstanceIndex, seen: ReadonlySet<string>): LeftOutReason | undefined {
  const { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid } = index;
  if (!index.exportForm.isPart10) return 'not-part-10';
  if (!index.record.type) return 'no-record-type';
  const ancestors = isRootRecord(index.record.type) ? [] : [studyInstanceUid, seriesInstanceUid];
  if (![sopClassUid, sopInstanceUid, ...ancestors].every(isUsableUid)) return 'uid-missing';
  return seen.has(sopInstanceUid ?? '') ? 'same-instance-again' : undefined;
}

/** People are told apart by ID, issuer and name. */
function newPatient(
  first: FiledInstance,
  recordPatientId: (patientId: string) => RecordPatientId,
  notes: DicomdirNote[],
): PatientNode {
  const patientId = recordPatientId(first.index.patientId ?? '');
  if (patientId.suffix) notes.push({ code: 'patient-id-made-unique', fileId: first.fileId });
  return { first, patientId, studies: [] };
}

function patientIdentity({ patientId = '', issuerOfPatientId = '', patientName = '' }: InstanceIndex): string {
  const { alphabetic, ideographic } = personName(patientName.normalize('NFC').toUpperCase());
  const name = Object.values(alphabetic ?? ideographic ?? {});
  return JSON.stringify([patientId, issuerOfPatientId, name]);
}
