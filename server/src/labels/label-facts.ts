import { calendarDateIn } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { GivenRelease } from '../deliveries/given-release.ts';
import { type Language, writtenLanguage } from '../releases/exam-words.ts';
import type { AskedRecipient, FacilityContact } from '../store/records.ts';

export type LabelFacts = {
  language: Language;
  facilityName: string;
  contact: FacilityContact;
  /** Day of approval in the facility's time zone, as the package says it. */
  createdOn: string;
  patientName: string;
  recipient: AskedRecipient;
};

/** Who gets it, who sends it, and what the two labels of a parcel say. */
export async function readLabelFacts(app: App, { release, deliveryId }: GivenRelease): Promise<LabelFacts> {
  const row = await app.db
    .selectFrom('delivery')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .innerJoin('access_request', 'access_request.id', 'asked_delivery.access_request_id')
    .innerJoin('facility', 'facility.id', 'access_request.facility_id')
    .innerJoin('patient', 'patient.id', 'access_request.patient_id')
    .select(['asked_delivery.recipient', 'access_request.language', 'facility.name', 'facility.contact'])
    .select(['facility.time_zone', 'patient.given_name', 'patient.family_name'])
    .where('delivery.id', '=', deliveryId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  return {
    language: writtenLanguage(row.language),
    facilityName: row.name,
    contact: row.contact,
    createdOn: calendarDateIn(row.time_zone, release.approvedAt.getTime()),
    patientName: `${row.given_name} ${row.family_name}`,
    recipient: row.recipient,
  };
}
