import { randomUUID } from 'node:crypto';
import type { StaffActor } from '../identity/actor.ts';
import type { StaffRole } from '../store/schema.ts';
import type { TestApp } from './test-app.ts';

/** A signed-in colleague of the test facility; the password is nobody's. */
export async function addStaff({ app }: TestApp, role: StaffRole = 'clerk'): Promise<StaffActor> {
  const id = randomUUID();
  await app.db
    .insertInto('staff')
    .values({
      id,
      facility_id: app.facilityId,
      username: `${role}-${id.slice(0, 8)}`,
      display_name: `Test ${role}`,
      role,
      password_hash: 'none',
      retry_after: null,
    })
    .execute();
  return {
    kind: 'staff',
    staffId: id,
    displayName: `Test ${role}`,
    role,
    licensedAs: null,
    privacyOfficer: false,
    sessionHash: null,
    address: '127.0.0.1',
  };
}

export type TestPatient = {
  familyName?: string;
  givenName?: string;
  birthDate?: string;
  sex?: 'F' | 'M' | 'O' | null;
  mrn?: string;
  issuer?: string;
  email?: string;
  /** Days that the contact has been on file. */
  heldDays?: number;
  formerNames?: { familyName: string; givenName: string }[];
};

/** A directory patient with one number and one e-mail address that has long been on file. */
export async function addPatient(
  { app }: TestApp,
  patient: TestPatient = {},
): Promise<{ patientId: string; contactId: string }> {
  const patientId = randomUUID();
  const contactId = randomUUID();
  await app.db
    .insertInto('patient')
    .values({
      id: patientId,
      facility_id: app.facilityId,
      family_name: patient.familyName ?? 'Rivera',
      given_name: patient.givenName ?? 'Ana',
      birth_date: patient.birthDate ?? '1993-04-12',
      sex: patient.sex === undefined ? 'F' : patient.sex,
    })
    .execute();
  await app.db
    .insertInto('patient_identifier')
    .values({
      patient_id: patientId,
      facility_id: app.facilityId,
      mrn: patient.mrn ?? '004471',
      issuer: patient.issuer ?? 'TEST',
    })
    .execute();
  await app.db
    .insertInto('patient_contact')
    .values({
      id: contactId,
      patient_id: patientId,
      kind: 'email',
      value: patient.email ?? 'ana.on.file@example.org',
      held_since: new Date(app.now().getTime() - (patient.heldDays ?? 400) * 86_400_000),
    })
    .execute();
  for (const name of patient.formerNames ?? []) {
    await app.db
      .insertInto('patient_former_name')
      .values({ patient_id: patientId, family_name: name.familyName, given_name: name.givenName })
      .execute();
  }
  return { patientId, contactId };
}
