import { ageInYears, calendarDate, calendarDateIn, HELD_CONTACT_DAYS } from '@echoback/right-of-access';
import { type Selectable, sql } from 'kysely';
import type { App } from '../app.ts';
import type { PatientRecord } from '../directory/patient-record.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { knownPatient, typedPatient } from '../imaging/known-patient.ts';
import { differingFromAsked } from '../requests/asked-person.ts';
import { choosePatient } from '../requests/choose-patient.ts';
import { sendIdentityCode } from '../requests/send-identity-code.ts';
import { suggestPatients } from '../requests/suggest-patients.ts';
import { transaction } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { adultAge } from './adult-age.ts';
import { byItself, noteVerdict } from './verdicts.ts';

type RequestRow = Selectable<Schema['access_request']>;
type PersonReason =
  | 'asked-by-somebody-else'
  | 'patient-is-minor'
  | 'person-not-plain'
  | 'no-contact-held'
  | 'contact-not-theirs-alone'
  | 'code-not-sent';
type Plain = { patientId: string; contactId: string } | { reason: PersonReason };

const heldMs = HELD_CONTACT_DAYS * 86_400_000;

/**
 * Ties a request to its patient and sends the code, where both are beyond doubt: one patient of the directory has the name
 * and birth date, and the record number that was typed or the confirmed address is on file for exactly this patient. The
 * number or address keeps a stranger who knows a name and a birthday from learning who is a patient here.
 */
export async function tieByItself(app: App, accessRequestId: string): Promise<void> {
  const request = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request || (await isUnderway(app, accessRequestId))) return;
  const found = await findPlainPatient(app, request);
  const reason = 'reason' in found ? found.reason : await tie(app, request, found);
  const reasons = reason ? [reason] : [];
  await transaction(app.db, (tx) =>
    noteVerdict(tx, app, { accessRequestId, about: 'person', examItemId: null, reasons }),
  );
}

/** A code went out or somebody proved who they are: from there on nothing is left to tie. */
async function isUnderway(app: App, accessRequestId: string): Promise<boolean> {
  const [code, proof] = await Promise.all([
    app.db
      .selectFrom('one_time_code')
      .select('id')
      .where('access_request_id', '=', accessRequestId)
      .where('purpose', '=', 'prove-identity')
      .executeTakeFirst(),
    app.db
      .selectFrom('identity_proof')
      .select('id')
      .where('access_request_id', '=', accessRequestId)
      .executeTakeFirst(),
  ]);
  return code !== undefined || proof !== undefined;
}

/** A patient whom staff chose stands; the code goes to nobody else's contact. */
async function tie(
  app: App,
  request: RequestRow,
  { patientId, contactId }: { patientId: string; contactId: string },
): Promise<PersonReason | undefined> {
  if (request.patient_id !== null && request.patient_id !== patientId) return 'person-not-plain';
  const chosen = await choosePatient(app, byItself, { requestId: request.id, patientId });
  if (!chosen.ok) return 'person-not-plain';
  const sent = await sendIdentityCode(app, byItself, { requestId: request.id, contactId });
  return sent.ok ? undefined : 'code-not-sent';
}

async function findPlainPatient(app: App, request: RequestRow): Promise<Plain> {
  if (request.requester_is !== 'self') return { reason: 'asked-by-somebody-else' };
  const facility = await readFacilityFacts(app.db, app);
  const adultAt = adultAge(facility, request.patient_birth_date);
  if (ageInYears(calendarDate(request.patient_birth_date), facility.today) < adultAt)
    return { reason: 'patient-is-minor' };
  const [only, ...others] = await readFitting(app, request);
  if (!only || others.length > 0) return { reason: 'person-not-plain' };
  const numberFits = only.identifiers.some(({ mrn }) => mrn === request.patient_mrn);
  const addressFits = only.contacts.some(({ value }) => isSameAddress(value, request.requester_email));
  if (!numberFits && (request.patient_mrn !== null || !addressFits)) return { reason: 'person-not-plain' };
  const held = await heldContacts(app, only);
  if (held.length === 0) return { reason: 'no-contact-held' };
  const theirs = held.filter(({ shared, heldSince }) => {
    const since = calendarDateIn(facility.timeZone, heldSince.toISOString());
    return !shared && ageInYears(calendarDate(only.birthDate), since) >= adultAt;
  });
  const contact = theirs.find(({ value }) => isSameAddress(value, request.requester_email)) ?? theirs[0];
  return contact ? { patientId: only.id, contactId: contact.id } : { reason: 'contact-not-theirs-alone' };
}

/** Patients of the name and birth date that were typed, whatever their number: two of them are a question for a person. */
async function readFitting(app: App, request: RequestRow): Promise<PatientRecord[]> {
  const suggested = await suggestPatients(app.db, app, {
    familyName: request.patient_family_name,
    givenName: request.patient_given_name,
    formerNames: request.patient_former_names,
    birthDate: request.patient_birth_date,
    mrn: request.patient_mrn,
  });
  const fitting: PatientRecord[] = [];
  for (const patient of suggested) {
    const known = await knownPatient(app.db, app, patient.id);
    if (known && differingFromAsked(typedPatient(request), known).every((fact) => fact === 'mrn'))
      fitting.push(patient);
  }
  return fitting;
}

/**
 * Addresses that have been on file long enough, the oldest first. One that another patient has too is a family's mailbox,
 * and one from before they were of age is likely a parent's: a code to either proves somebody, not this person.
 */
function heldContacts(
  app: App,
  { id }: PatientRecord,
): Promise<{ id: string; value: string; heldSince: Date; shared: boolean }[]> {
  return app.db
    .selectFrom('patient_contact')
    .select(['id', 'value', 'held_since as heldSince'])
    .select(
      sql<boolean>`exists (select from patient_contact as other where other.patient_id <> patient_contact.patient_id
        and lower(trim(other.value)) = lower(trim(patient_contact.value)))`.as('shared'),
    )
    .where('patient_id', '=', id)
    .where('kind', '=', 'email')
    .where('held_since', '<=', new Date(app.now().getTime() - heldMs))
    .orderBy('held_since')
    .execute();
}

function isSameAddress(held: string, typed: string | null): boolean {
  return typed !== null && held.trim().toLowerCase() === typed.trim().toLowerCase();
}
