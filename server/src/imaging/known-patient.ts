import type { App } from '../app.ts';
import type { AskedName } from '../sources/person-names.ts';
import type { Db } from '../store/database.ts';
import type { KnownPatient } from './same-patient.ts';

/** A patient of the directory with every name and number on file. */
export async function knownPatient(db: Db, app: App, patientId: string): Promise<KnownPatient | undefined> {
  const patient = await db
    .selectFrom('patient')
    .selectAll()
    .where('id', '=', patientId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!patient) return undefined;
  const formerNames = await db
    .selectFrom('patient_former_name')
    .select(['family_name', 'given_name'])
    .where('patient_id', '=', patientId)
    .execute();
  const identifiers = await db
    .selectFrom('patient_identifier')
    .select(['mrn', 'issuer'])
    .where('patient_id', '=', patientId)
    .execute();
  return {
    names: [patient, ...formerNames].map((row) => ({ familyName: row.family_name, givenName: row.given_name })),
    birthDate: patient.birth_date,
    identifiers,
    sex: patient.sex,
  };
}

export type TypedPatient = {
  patient_family_name: string;
  patient_given_name: string;
  patient_former_names: string | null;
  patient_birth_date: string;
  patient_mrn: string | null;
};

/** The patient as the request tells, until staff have chosen one of the directory. Nobody told who issued the number. */
export function typedPatient(request: TypedPatient): KnownPatient {
  return {
    names: typedNames(request),
    birthDate: request.patient_birth_date,
    identifiers: request.patient_mrn ? [{ mrn: request.patient_mrn, issuer: '' }] : [],
    sex: null,
  };
}

/** The name that was typed, then what was typed as former names: "Nguyen", "Maria Nguyen; Smith", "Nguyen / Smith". */
export function typedNames(request: TypedPatient): AskedName[] {
  const today = { familyName: request.patient_family_name, givenName: request.patient_given_name };
  const former = (request.patient_former_names ?? '').split(/[;,/\n]|\s(?:and|y|or|o)\s/i).map((piece) => piece.trim());
  return [today, ...former.filter((piece) => piece !== '').map((piece) => formerName(piece, today.givenName))];
}

function formerName(piece: string, givenName: string): AskedName {
  const words = piece.split(/\s+/);
  const startsWithGiven = words.length > 1 && words[0]?.toLowerCase() === givenName.split(/\s+/)[0]?.toLowerCase();
  return { familyName: startsWithGiven ? words.slice(1).join(' ') : piece, givenName };
}
