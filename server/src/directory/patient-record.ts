import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

/** A patient of the facility's own directory, as the desk sees them. */
export type PatientRecord = {
  id: string;
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: 'F' | 'M' | 'O' | null;
  formerNames: { familyName: string; givenName: string }[];
  identifiers: { mrn: string; issuer: string }[];
  contacts: { id: string; kind: 'email' | 'mobile'; value: string; heldSince: string }[];
  parents: { id: string; name: string }[];
};

/** In the order of the ids that were asked for; an id of another facility is left out. */
export async function readPatients(db: Db, app: App, ids: readonly string[]): Promise<PatientRecord[]> {
  if (ids.length === 0) return [];
  const [patients, names, identifiers, contacts, parents] = await Promise.all([
    db.selectFrom('patient').selectAll().where('facility_id', '=', app.facilityId).where('id', 'in', ids).execute(),
    db.selectFrom('patient_former_name').selectAll().where('patient_id', 'in', ids).execute(),
    db.selectFrom('patient_identifier').selectAll().where('patient_id', 'in', ids).orderBy('mrn').execute(),
    db.selectFrom('patient_contact').selectAll().where('patient_id', 'in', ids).orderBy('held_since').execute(),
    db
      .selectFrom('patient_parent')
      .innerJoin('patient', 'patient.id', 'patient_parent.parent_patient_id')
      .select(['patient_parent.patient_id', 'patient.id', 'patient.family_name', 'patient.given_name'])
      .where('patient_parent.patient_id', 'in', ids)
      .execute(),
  ]);
  const records = new Map(
    patients.map((patient) => {
      const mine = <Row extends { patient_id: string }>(rows: Row[]) =>
        rows.filter((row) => row.patient_id === patient.id);
      const record: PatientRecord = {
        id: patient.id,
        familyName: patient.family_name,
        givenName: patient.given_name,
        birthDate: patient.birth_date,
        sex: patient.sex,
        formerNames: mine(names).map((row) => ({ familyName: row.family_name, givenName: row.given_name })),
        identifiers: mine(identifiers).map(({ mrn, issuer }) => ({ mrn, issuer })),
        contacts: mine(contacts).map(({ id, kind, value, held_since }) => ({
          id,
          kind,
          value,
          heldSince: held_since.toISOString(),
        })),
        parents: mine(parents).map((row) => ({ id: row.id, name: `${row.given_name} ${row.family_name}` })),
      };
      return [patient.id, record];
    }),
  );
  return ids.flatMap((id) => records.get(id) ?? []);
}
