import { addDays, calendarDate, calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Manifest } from '../store/records.ts';
import { entitledAskers } from './entitled-askers.ts';

export type AccountedDisclosure = {
  on: string;
  recipient: string;
  /** Where it went, if that is known. */
  address: string | null;
  /** Names of the exams, as the copy has them. */
  exams: { label: string; studyDate: string | null }[];
  why: 'third-party-directive' | 'wrong-patient' | 'wrong-recipient';
  reference: string;
};

type Accounting = { from: string; entries: AccountedDisclosure[] };
type Asker = { requestId: string; reference: string; name: string; is: Exclude<RequesterIs, 'family'> };

/** 45 CFR 164.528(a)(1): six years back from the day of asking. */
const accountedDays = 6 * 365 + 2;

/** Who got somebody's pictures, and who may be sent the list of it. */
export async function readAccounting(
  app: App,
  _actor: StaffActor,
  { patientId }: { patientId: string },
): Promise<Outcome<Accounting & { askers: Asker[] }, { code: 'not-found' }>> {
  if (!(await isPatientHere(app, patientId))) return refuse({ code: 'not-found' });
  const askers = (await entitledAskers(app, patientId)).map(({ id, reference, requester_name, requester_is }) => ({
    ...{ requestId: id, reference, name: requester_name, is: requester_is },
  }));
  return ok({ ...(await accountFor(app, patientId)), askers });
}

export async function isPatientHere(app: App, patientId: string): Promise<boolean> {
  const patient = await app.db
    .selectFrom('patient')
    .select('id')
    .where('id', '=', patientId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  return patient !== undefined;
}

/**
 * What 45 CFR 164.528 wants told: what went to others at the person's direction (OD-12), and what reached the wrong person
 * by mistake, under whoever is in the pictures. What people get of their own is left out. `studies`: those that the reader
 * may know of, where that is less than all.
 */
export async function accountFor(app: App, patientId: string, studies?: ReadonlySet<string>): Promise<Accounting> {
  const { timeZone, today } = await readFacilityFacts(app.db, app);
  const from = addDays(today, -accountedDays);
  const entries = [
    ...(await readDirected(app, patientId, timeZone)),
    ...(await readMistakes(app, patientId, timeZone)),
  ].flatMap(({ manifest, ...entry }): AccountedDisclosure[] => {
    const exams = manifest.exams.filter(({ studyInstanceUid }) => studies?.has(studyInstanceUid ?? '') ?? true);
    return exams.length > 0 ? [{ ...entry, exams: exams.map(({ label, studyDate }) => ({ label, studyDate })) }] : [];
  });
  return {
    from,
    entries: entries.filter(({ on }) => calendarDate(on) >= from).sort((a, b) => a.on.localeCompare(b.on)),
  };
}

type Disclosed = Omit<AccountedDisclosure, 'exams'> & { manifest: Manifest };

async function readDirected(app: App, patientId: string, timeZone: string): Promise<Disclosed[]> {
  const rows = await app.db
    .selectFrom('disclosure')
    .innerJoin('access_request', 'access_request.id', 'disclosure.access_request_id')
    .innerJoin('delivery', 'delivery.id', 'disclosure.delivery_id')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select(['disclosure.disclosed_at', 'disclosure.recipient', 'release.manifest', 'access_request.reference'])
    .select('asked_delivery.recipient as asked')
    .where('access_request.patient_id', '=', patientId)
    .where('disclosure.facility_id', '=', app.facilityId)
    .where('disclosure.purpose', '=', 'third-party-directive')
    // Of a recalled copy the mistake is told, under whom it concerns.
    .where('incident.id', 'is', null)
    .execute();
  return rows.map(({ disclosed_at, recipient, asked, manifest, reference }) => ({
    on: calendarDateIn(timeZone, disclosed_at.getTime()),
    recipient,
    address: asked.email ?? asked.address?.join(', ') ?? null,
    manifest,
    why: 'third-party-directive',
    reference,
  }));
}

async function readMistakes(app: App, patientId: string, timeZone: string): Promise<Disclosed[]> {
  const rows = await app.db
    .selectFrom('incident')
    .innerJoin('release', 'release.id', 'incident.release_id')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .select(['incident.what', 'release.approved_at', 'release.manifest', 'access_request.reference'])
    .select('access_request.requester_name')
    .where('incident.affected_patient_id', '=', patientId)
    .where('incident.facility_id', '=', app.facilityId)
    .execute();
  return rows.map(({ what, approved_at, manifest, reference, requester_name }) => ({
    on: calendarDateIn(timeZone, approved_at.getTime()),
    recipient: requester_name,
    address: null,
    manifest,
    why: what,
    reference,
  }));
}
