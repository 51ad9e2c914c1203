import { ok, type Pack, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readAuthorityDoubt } from '../clock/authority-doubt.ts';
import { readAvailability } from '../clock/availability.ts';
import { servicePromises } from '../clock/service-promises.ts';
import { awaitsArrival } from '../deliveries/delivery-end.ts';
import { readPatients } from '../directory/patient-record.ts';
import { explainedDue, openWaits } from '../facility/explain-due.ts';
import { type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { readFee, shownFee } from '../fees/read-fee.ts';
import type { StaffActor } from '../identity/actor.ts';
import { givenByItself, readVerdicts } from '../touchless/read-verdicts.ts';
import { readClockStops } from './clock-stop.ts';
import { readLastSearches } from './last-searches.ts';
import type { ExamType } from './list-requests.ts';
import { type MatchView, readMatchViews } from './match-views.ts';
import { readOpenDecisions } from './open-decisions.ts';
import { type BundleDelivery, type BundleItem, readBundles } from './request-bundle.ts';
import { nextOf, readClocks, stateOf } from './request-clock.ts';
import { readDeskHistory } from './request-history.ts';
import { suggestPatients } from './suggest-patients.ts';
import { readLetters } from './track-request.ts';

/** The whole file of one request, as the desk works on it. */
export async function readRequestFile(app: App, _actor: StaffActor, input: { requestId: string }) {
  const request = await findRequest(app, input.requestId);
  if (!request) return refuse({ code: 'not-found' as const });
  const { id } = request;
  const facility = await readFacilityFacts(app.db, app);
  const bundle = (await readBundles(app.db, app, [request]))(id);
  const status = stateOf(bundle);
  const fee = await readFee(app.db, facility, request);
  const [
    matches,
    reports,
    proofs,
    lastSearches,
    letters,
    history,
    patients,
    suggestedPatients,
    stopped,
    touchless,
    itself,
  ] = await Promise.all([
    readMatchViews(app, id),
    readAttachedReports(app, id),
    readProofs(app, id),
    readLastSearches(app, id),
    readLetters(app, id, 'desk'),
    readDeskHistory(app, id),
    readPatients(app.db, app, request.patient_id ? [request.patient_id] : []),
    suggestPatients(app.db, app, typedOf(request)),
    readClockStops(app.db, app, facility, [id]),
    readVerdicts(app.db, id),
    givenByItself(app.db, [id]),
  ]);
  const clock = stopped(id, bundle, (await readClocks(app.db, facility, [request]))(request));
  const decisions = (await readOpenDecisions(app.db, [id], facility.today))(id);
  const availableOf = await readAvailability(app.db, app, facility, [request]);
  return ok({
    id,
    version: request.version,
    reference: request.reference,
    channel: request.channel,
    language: request.language,
    receivedOn: request.received_on,
    ...status,
    due: explainedDue(facility.today, clock),
    waits: status.closed ? [] : openWaits(clock),
    available: status.closed ? null : availableOf(request, clock, bundle.standing),
    promises: servicePromises(clock, facility, letters, {
      channel: request.channel,
      doubt: await readAuthorityDoubt(app, request, bundle.standing.authorityShown),
      looking: bundle.looking,
    }),
    ...shownFee(fee),
    next: nextOf(bundle, request.patient_id, decisions, clock.pack, facility),
    touchless,
    givenByItself: itself.has(id),
    asked: { ...askedView(request), forMinor: bundle.standing.byExam },
    patient: patients[0] ?? null,
    suggestedPatients,
    identity: {
      proved: bundle.standing.identityProved && bundle.standing.authorityShown,
      proofs,
      codeSentAt: bundle.codeSentAt?.toISOString() ?? null,
    },
    examItems: bundle.items.map((item) => itemView(item, matches, reports)),
    deliveries: bundle.deliveries.map((delivery) => deliveryView(delivery, facility, clock.pack)),
    lastSearches,
    letters,
    history,
  });
}

function findRequest(app: App, requestId: string) {
  return app.db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

type RequestRow = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

function typedOf(request: RequestRow) {
  return {
    familyName: request.patient_family_name,
    givenName: request.patient_given_name,
    formerNames: request.patient_former_names,
    birthDate: request.patient_birth_date,
    mrn: request.patient_mrn,
  };
}

function askedView(request: RequestRow) {
  return {
    patientFamilyName: request.patient_family_name,
    patientGivenName: request.patient_given_name,
    patientFormerNames: request.patient_former_names,
    patientBirthDate: request.patient_birth_date,
    patientMrn: request.patient_mrn,
    requesterIs: request.requester_is,
    requesterName: request.requester_name,
    requesterEmail: request.requester_email,
    requesterPhone: request.requester_phone,
    statement: request.statement,
    signedName: request.signed_name,
    signedAt: request.signed_at?.toISOString() ?? null,
  };
}

type ReportRow = {
  id: string;
  examItemId: string;
  sizeBytes: number;
  attachedAt: string;
  stands: boolean;
  takenOff: { reason: string; takenOffBy: string; takenOffAt: string } | null;
};

function itemView(item: BundleItem, matches: MatchView[], reports: ReportRow[]) {
  const mine = reports.filter((report) => report.examItemId === item.id);
  return {
    id: item.id,
    ordinal: item.ordinal,
    examType: item.exam_type as ExamType,
    bodyPart: item.body_part,
    onOrAfter: item.on_or_after,
    onOrBefore: item.on_or_before,
    dateWords: item.date_words,
    place: item.place,
    scope: item.scope,
    certainImages: item.certain_images,
    withReport: item.with_report,
    state: item.stage as string,
    outcome: item.outcome,
    outcomeReason: item.outcome_reason,
    matches: matches.filter((match) => match.examItemId === item.id),
    attachedReports: mine
      .filter(({ stands }) => stands)
      .map(({ id, sizeBytes, attachedAt }) => ({ id, sizeBytes, attachedAt })),
    reportsTakenOff: mine.flatMap(({ id, takenOff }) => (takenOff ? [{ id, ...takenOff }] : [])),
  };
}

function deliveryView(delivery: BundleDelivery, facility: FacilityFacts, pack: Pack) {
  const { passcodeHash: _, ...recipient } = delivery.recipient;
  return {
    id: delivery.deliveryId ?? delivery.askedDeliveryId,
    askedDeliveryId: delivery.askedDeliveryId,
    kind: delivery.kind,
    recipient,
    state: delivery.state,
    failureCode: delivery.failureCode,
    carrier: delivery.carrier,
    trackingNumber: delivery.trackingNumber,
    arrivedOn: delivery.arrivedOn,
    awaitsArrival: awaitsArrival(delivery, facility, pack),
  };
}

async function readProofs(app: App, accessRequestId: string) {
  const rows = await app.db
    .selectFrom('identity_proof')
    .leftJoin('staff', 'staff.id', 'identity_proof.judged_by')
    .select(['identity_proof.method', 'identity_proof.evidence', 'identity_proof.proved_at', 'staff.display_name'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('identity_proof.proved_at')
    .execute();
  return rows.map(({ method, evidence, proved_at, display_name }) => ({
    method,
    evidence,
    judgedBy: display_name,
    provedAt: proved_at.toISOString(),
  }));
}

async function readAttachedReports(app: App, accessRequestId: string): Promise<ReportRow[]> {
  const rows = await app.db
    .selectFrom('attached_report')
    .innerJoin('exam_item', 'exam_item.id', 'attached_report.exam_item_id')
    .leftJoin('staff', 'staff.id', 'attached_report.removed_by')
    .select(['attached_report.id', 'exam_item_id', 'size_bytes', 'attached_at', 'removed_at', 'removed_reason'])
    .select('staff.display_name')
    .where('exam_item.access_request_id', '=', accessRequestId)
    .orderBy('attached_at')
    .execute();
  return rows.map(({ id, exam_item_id, size_bytes, attached_at, removed_at, removed_reason, display_name }) => ({
    id,
    examItemId: exam_item_id,
    sizeBytes: size_bytes,
    attachedAt: attached_at.toISOString(),
    stands: removed_at === null,
    takenOff:
      removed_at && removed_reason && display_name
        ? { reason: removed_reason, takenOffBy: display_name, takenOffAt: removed_at.toISOString() }
        : null,
  }));
}
