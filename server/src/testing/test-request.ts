import { randomUUID } from 'node:crypto';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { quoteDeliveries } from '../fees/quote-deliveries.ts';
import { writeFirstQuote } from '../fees/write-quote.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import { transaction } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import type { TestApp } from './test-app.ts';

export type TestRequest = {
  patientId?: string | null;
  /** Prove identity at once, as staff would with a photo ID. */
  proved?: boolean;
  examItems?: { examType?: string; state?: string; withReport?: boolean }[];
  deliveries?: { kind: DeliveryKind; recipient?: AskedRecipient }[];
  receivedOn?: string;
  /** False: asked on paper, so that nobody has been told a fee yet. */
  signed?: boolean;
  requester?: { is: RequesterIs; name: string };
  patient?: { familyName?: string; givenName?: string; birthDate?: string };
  /** No e-mail of theirs is known. */
  byPost?: boolean;
  /** Written without a signature, as a letter or mail may come. */
  unsigned?: boolean;
};

export type MadeRequest = { accessRequestId: string; examItemIds: string[]; askedDeliveryIds: string[] };

/** A received request for Ana Rivera, written as submitting would write it but without mail, codes and letters. */
export async function addRequest({ app }: TestApp, wish: TestRequest = {}): Promise<MadeRequest> {
  const accessRequestId = randomUUID();
  const now = app.now();
  await app.db
    .insertInto('access_request')
    .values({
      id: accessRequestId,
      facility_id: app.facilityId,
      reference: testReference(accessRequestId),
      channel: 'portal',
      received_on: wish.receivedOn ?? now.toISOString().slice(0, 10),
      received_at: now,
      language: 'en',
      patient_family_name: wish.patient?.familyName ?? 'Rivera',
      patient_given_name: wish.patient?.givenName ?? 'Ana',
      patient_former_names: null,
      patient_birth_date: wish.patient?.birthDate ?? '1993-04-12',
      patient_mrn: '004471',
      requester_is: wish.requester?.is ?? 'self',
      requester_name: wish.requester?.name ?? 'Ana Rivera',
      requester_email: wish.byPost ? null : 'ana.typed@example.org',
      requester_phone: null,
      policy_pack: JSON.stringify({ id: 'us-federal', version: '2016-02-25' }),
      statement: 'I ask for a copy.',
      signed_name: 'Ana Rivera',
      signed_at: now,
      patient_id: wish.patientId ?? null,
    })
    .execute();
  const deliveries = wish.deliveries ?? [{ kind: 'online' as const }];
  await addQuote({ app }, accessRequestId, deliveries, wish);
  if (wish.proved && wish.patientId) await addProof({ app }, accessRequestId, wish.patientId);
  return {
    accessRequestId,
    examItemIds: await addItems({ app }, accessRequestId, wish.examItems ?? [{}]),
    askedDeliveryIds: await addDeliveries({ app }, accessRequestId, deliveries, wish.unsigned),
  };
}

/** The first quote by the facility's schedule, agreed to with the signature as in the portal. */
async function addQuote(
  { app }: Pick<TestApp, 'app'>,
  accessRequestId: string,
  deliveries: NonNullable<TestRequest['deliveries']>,
  wish: TestRequest,
): Promise<void> {
  const facility = await readFacilityFacts(app.db, app);
  const pack = packFor(facility, wish.receivedOn ?? facility.today);
  const ways = deliveries.map(({ kind, recipient }) => ({ kind, who: recipient?.who ?? ('self' as const) }));
  const quote = quoteDeliveries(ways, wish.examItems?.length ?? 1, facility.feeSchedule, pack);
  const signedBy = wish.signed === false ? undefined : ('self' as const);
  await transaction(app.db, (tx) => writeFirstQuote(tx, app, { accessRequestId, quote, signedBy }));
}

/** Shaped like a real one: `EB 7Q4 M2K`, without 0 and 1. */
function testReference(accessRequestId: string): string {
  const signs = accessRequestId.replaceAll('-', '').replaceAll(/[01]/g, 'Z').toUpperCase();
  return `EB ${signs.slice(0, 3)} ${signs.slice(3, 6)}`;
}

async function addProof({ app }: Pick<TestApp, 'app'>, accessRequestId: string, patientId: string): Promise<void> {
  await app.db
    .insertInto('identity_proof')
    .values({
      id: randomUUID(),
      access_request_id: accessRequestId,
      patient_id: patientId,
      method: 'photo-id',
      evidence: 'Driving licence, shown at the desk',
      judged_by: null,
      proved_at: app.now(),
    })
    .execute();
}

async function addItems(
  { app }: Pick<TestApp, 'app'>,
  accessRequestId: string,
  items: NonNullable<TestRequest['examItems']>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [ordinal, item] of items.entries()) {
    const id = randomUUID();
    await app.db
      .insertInto('exam_item')
      .values({
        id,
        access_request_id: accessRequestId,
        ordinal,
        exam_type: item.examType ?? 'pregnancy',
        body_part: null,
        on_or_after: null,
        on_or_before: null,
        date_words: 'this spring',
        place: null,
        scope: 'entire-study',
        certain_images: null,
        with_report: item.withReport ?? true,
        state: item.state ?? 'received',
        outcome: null,
        outcome_reason: null,
      })
      .execute();
    ids.push(id);
  }
  return ids;
}

async function addDeliveries(
  { app }: Pick<TestApp, 'app'>,
  accessRequestId: string,
  deliveries: NonNullable<TestRequest['deliveries']>,
  unsigned = false,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [ordinal, { kind, recipient }] of deliveries.entries()) {
    const id = randomUUID();
    await app.db
      .insertInto('asked_delivery')
      .values({
        id,
        access_request_id: accessRequestId,
        ordinal,
        kind,
        recipient: JSON.stringify(recipient ?? { who: 'self' }),
      })
      .execute();
    if (recipient?.who === 'third-party') await addDirective({ app }, accessRequestId, id, unsigned);
    ids.push(id);
  }
  return ids;
}

/** Written and signed with the request, as the portal takes it. */
async function addDirective(
  { app }: Pick<TestApp, 'app'>,
  accessRequestId: string,
  askedDeliveryId: string,
  unsigned: boolean,
): Promise<void> {
  const directiveId = randomUUID();
  const received = { received_at: app.now(), written: true };
  await app.db
    .insertInto('directive')
    .values({ id: directiveId, access_request_id: accessRequestId, asked_delivery_id: askedDeliveryId, ...received })
    .execute();
  if (unsigned) return;
  await app.db
    .insertInto('directive_signature')
    .values({
      id: randomUUID(),
      directive_id: directiveId,
      signed_by: 'individual',
      signed_name: 'Ana Rivera',
      signed_at: app.now(),
    })
    .execute();
}
