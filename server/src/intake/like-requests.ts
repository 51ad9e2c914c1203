import { randomUUID } from 'node:crypto';
import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { SubmittedExam } from '../requests/submission.ts';
import { isSamePerson, type OtherRequest, readWithOthers } from './other-requests.ts';
import { type OtherView, otherView } from './read-intake.ts';

type Typed = {
  patient: { familyName: string; givenName: string; birthDate: string };
  requesterName: string;
  receivedOn: string;
  examItems: SubmittedExam[];
};

/** While a writing is still typed: who else asked about this person, before a second request is begun by mistake. */
export async function findLikeRequests(
  app: App,
  _actor: StaffActor,
  typed: Typed,
): Promise<Outcome<{ others: OtherView[] }, never>> {
  const mine = asRequest(app, typed);
  const others = await readWithOthers(app.db, app, typed.patient.birthDate);
  return ok({
    others: others.filter((other) => isSamePerson(mine, other)).map((other) => otherView(mine, other, null)),
  });
}

/** The writing as the request that it would become: last of all on its day. */
function asRequest(app: App, { patient, requesterName, receivedOn, examItems }: Typed): OtherRequest {
  return {
    id: randomUUID(),
    reference: '',
    channel: 'paper',
    received_on: receivedOn,
    received_at: app.now(),
    pack_sha256: null,
    patient_id: null,
    language: 'en',
    patient_family_name: patient.familyName,
    patient_given_name: patient.givenName,
    patient_birth_date: patient.birthDate,
    requester_name: requesterName || `${patient.givenName} ${patient.familyName}`,
    requester_email: null,
    requester_address: null,
    items: examItems.map((item) => ({
      id: randomUUID(),
      exam_type: item.examType,
      body_part: item.bodyPart || null,
      on_or_after: item.onOrAfter ?? null,
      on_or_before: item.onOrBefore ?? null,
      date_words: item.dateWords || null,
      state: 'draft',
    })),
    deliveries: [],
  };
}
