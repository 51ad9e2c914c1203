import {
  type Arrival,
  calendarDate,
  decideDuplicate,
  type Joined,
  type JoinRefusal,
  type Linked,
  type Outcome,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { foldName } from '../directory/fold-name.ts';
import type { Db } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { type ExamAsked, type ExamLikeness, examLikeness } from './same-exam.ts';

export type OtherRequest = Awaited<ReturnType<typeof requestsBornOn>>[number] & {
  items: (ExamAsked & { state: string })[];
  deliveries: { id: string; kind: DeliveryKind; recipient: AskedRecipient }[];
};

/** Everything of the facility that could be the same person's: the birth date is the one thing that all spell alike. */
export async function readWithOthers(db: Db, app: App, birthDate: string): Promise<OtherRequest[]> {
  const requests = await requestsBornOn(db, app, birthDate);
  const ids = requests.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [items, deliveries] = await Promise.all([
    db.selectFrom('exam_item').selectAll().where('access_request_id', 'in', ids).orderBy('ordinal').execute(),
    db.selectFrom('asked_delivery').selectAll().where('access_request_id', 'in', ids).orderBy('ordinal').execute(),
  ]);
  return requests.map((request) => ({
    ...request,
    items: items.filter((item) => item.access_request_id === request.id),
    deliveries: deliveries.filter((delivery) => delivery.access_request_id === request.id),
  }));
}

function requestsBornOn(db: Db, app: App, birthDate: string) {
  return db
    .selectFrom('access_request')
    .select(['id', 'reference', 'channel', 'received_on', 'received_at', 'pack_sha256', 'patient_id', 'language'])
    .select(['patient_family_name', 'patient_given_name', 'patient_birth_date', 'requester_name', 'requester_email'])
    .select('requester_address')
    .where('facility_id', '=', app.facilityId)
    .where('patient_birth_date', '=', birthDate)
    .orderBy('received_on')
    .orderBy('received_at')
    .execute();
}

/** One person: the same patient of the directory; before both were chosen, the same name and birth date as typed. */
export function isSamePerson(a: OtherRequest, b: OtherRequest): boolean {
  if (a.patient_id && b.patient_id) return a.patient_id === b.patient_id;
  const name = (one: OtherRequest) => foldName(`${one.patient_given_name} ${one.patient_family_name}`);
  return a.patient_birth_date === b.patient_birth_date && name(a) === name(b);
}

/** A repeat is somebody asking again. The same pictures asked for by somebody else are their own request. */
export function isSameRequester(a: OtherRequest, b: OtherRequest): boolean {
  return foldName(a.requester_name) === foldName(b.requester_name);
}

export function isEarlier(a: OtherRequest, b: OtherRequest): boolean {
  if (a.received_on !== b.received_on) return a.received_on < b.received_on;
  return a.received_at.getTime() <= b.received_at.getTime();
}

/** Each exam of the later one with the exam of the earlier one that it is most like. */
export function alikeExams(
  earlier: OtherRequest,
  later: OtherRequest,
): { laterId: string; earlierId: string | null; likeness: ExamLikeness }[] {
  return later.items.map((item) => {
    const likenesses = earlier.items.map((one) => ({ id: one.id, likeness: examLikeness(one, item) }));
    const best =
      likenesses.find(({ likeness }) => likeness === 'same') ?? likenesses.find(({ likeness }) => likeness === 'near');
    return { laterId: item.id, earlierId: best?.id ?? null, likeness: best?.likeness ?? 'differs' };
  });
}

export function decideOnPair(earlier: OtherRequest, later: OtherRequest): Outcome<Joined | Linked, JoinRefusal> {
  const alike = new Map(alikeExams(earlier, later).map(({ laterId, earlierId }) => [laterId, earlierId]));
  const arrival = (one: OtherRequest, exams: string[]): Arrival => ({
    reference: one.reference,
    patientId: isSamePerson(earlier, later) ? 'the same' : one.id,
    receivedOn: calendarDate(one.received_on),
    exams,
    deliveries: one.deliveries.map(deliveryKey),
    closed: one.items.every(({ state }) => state === 'closed'),
  });
  return decideDuplicate(
    arrival(
      earlier,
      earlier.items.map(({ id }) => id),
    ),
    arrival(
      later,
      later.items.map(({ id }) => alike.get(id) ?? id),
    ),
  );
}

/** Way and recipient as one word, so that the same wish is known again. */
export function deliveryKey({ kind, recipient }: { kind: string; recipient: AskedRecipient }): string {
  const { who, name = '', email = '', address = [], form = '' } = recipient;
  const whom = who === 'self' ? 'self' : `${foldName(name)} ${email.toLowerCase()} ${foldName(address.join(' '))}`;
  return `${kind}: ${foldName(form)} ${whom}`;
}
