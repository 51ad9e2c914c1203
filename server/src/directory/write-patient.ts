import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';

export type PatientInput = {
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: 'F' | 'M' | 'O' | null;
  formerNames: { familyName: string; givenName: string }[];
  identifiers: { mrn: string; issuer: string }[];
  contacts: { kind: 'email' | 'mobile'; value: string }[];
  parentIds: string[];
};

/** Writes a patient as told. A contact that stays keeps the day since which it is held; a new one starts its 30 days. */
export async function writePatient(
  tx: Tx,
  app: App,
  patientId: string,
  patient: PatientInput,
): Promise<Outcome<null, { code: 'mrn-taken' }>> {
  if (await isMrnTaken(tx, app, patientId, patient)) return refuse({ code: 'mrn-taken' });
  const row = {
    family_name: patient.familyName,
    given_name: patient.givenName,
    birth_date: patient.birthDate,
    sex: patient.sex,
    updated_at: app.now(),
  };
  await tx
    .insertInto('patient')
    .values({ id: patientId, facility_id: app.facilityId, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await tx.deleteFrom('patient_former_name').where('patient_id', '=', patientId).execute();
  for (const name of unique(patient.formerNames)) {
    await tx
      .insertInto('patient_former_name')
      .values({ patient_id: patientId, family_name: name.familyName, given_name: name.givenName })
      .execute();
  }
  await tx.deleteFrom('patient_identifier').where('patient_id', '=', patientId).execute();
  for (const { mrn, issuer } of unique(patient.identifiers)) {
    await tx
      .insertInto('patient_identifier')
      .values({ patient_id: patientId, facility_id: app.facilityId, mrn, issuer })
      .execute();
  }
  await writeContacts(tx, app, patientId, patient.contacts);
  await writeParents(tx, app, patientId, patient.parentIds);
  return ok(null);
}

async function isMrnTaken(tx: Tx, app: App, patientId: string, patient: PatientInput): Promise<boolean> {
  for (const { mrn, issuer } of patient.identifiers) {
    const other = await tx
      .selectFrom('patient_identifier')
      .select('patient_id')
      .where('facility_id', '=', app.facilityId)
      .where('mrn', '=', mrn)
      .where('issuer', '=', issuer)
      .where('patient_id', '!=', patientId)
      .executeTakeFirst();
    if (other) return true;
  }
  return false;
}

async function writeContacts(tx: Tx, app: App, patientId: string, contacts: PatientInput['contacts']): Promise<void> {
  const wanted = unique(contacts.map(({ kind, value }) => ({ kind, value: value.trim() })));
  const held = await tx.selectFrom('patient_contact').selectAll().where('patient_id', '=', patientId).execute();
  const isSame = (a: { kind: string; value: string }, b: { kind: string; value: string }) =>
    a.kind === b.kind && a.value.toLowerCase() === b.value.toLowerCase();
  for (const contact of held) {
    if (wanted.some((each) => isSame(each, contact))) continue;
    // Codes that went to it can no longer be typed, and their row no longer points at it.
    await tx
      .updateTable('one_time_code')
      .set({ replaced_at: app.now(), patient_contact_id: null })
      .where('patient_contact_id', '=', contact.id)
      .execute();
    await tx.deleteFrom('patient_contact').where('id', '=', contact.id).execute();
  }
  for (const { kind, value } of wanted) {
    if (held.some((contact) => isSame(contact, { kind, value }))) continue;
    await tx
      .insertInto('patient_contact')
      .values({ id: randomUUID(), patient_id: patientId, kind, value, held_since: app.now() })
      .execute();
  }
}

async function writeParents(tx: Tx, app: App, patientId: string, parentIds: string[]): Promise<void> {
  await tx.deleteFrom('patient_parent').where('patient_id', '=', patientId).execute();
  if (parentIds.length === 0) return;
  const parents = await tx
    .selectFrom('patient')
    .select('id')
    .where('facility_id', '=', app.facilityId)
    .where('id', 'in', parentIds)
    .where('id', '!=', patientId)
    .execute();
  for (const { id } of parents) {
    await tx.insertInto('patient_parent').values({ patient_id: patientId, parent_patient_id: id }).execute();
  }
}

function unique<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
