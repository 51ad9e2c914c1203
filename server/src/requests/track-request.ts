import { type ExamPart, type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ExplainedDue, explainedDue, type OpenWait, openWaits } from '../facility/explain-due.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { readFee, shownFee } from '../fees/read-fee.ts';
import { type OpenOffer, readOpenOffers, readOpenWarnings } from '../forms/read-forms.ts';
import type { RequesterActor } from '../identity/actor.ts';
import type { LookingStanding } from '../inspection/read-looking.ts';
import { type KeptTitle, keptTitles } from '../letters/kept-titles.ts';
import { copyComes, readCopyDenied } from '../releases/copy-denied.ts';
import { readPartsGiven } from '../releases/release-material.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { ExamCounts, HeldReport, QuoteRow } from '../store/records.ts';
import { readClockStops } from './clock-stop.ts';
import type { ExamType } from './list-requests.ts';
import { type OpenQuestion, readOpenQuestion } from './read-clarifications.ts';
import { type BundleDelivery, type BundleItem, type RequestBundle, readBundles } from './request-bundle.ts';
import { readClocks, stateOf } from './request-clock.ts';
import { readPortalHistory } from './request-history.ts';
import { readToldDenials, type ToldDenial, toldDenial } from './told-denials.ts';
import { type Tracking, trackingOf } from './tracking.ts';

type Found = { description: string | null; studyDate: string | null };

export type TrackedRequest = Tracking & {
  reference: string;
  patientName: string;
  requesterName: string;
  due: ExplainedDue;
  waits: OpenWait[];
  question: OpenQuestion | null;
  formChoices: Omit<OpenOffer, 'letterId'>[];
  mailWarnings: { askedDeliveryId: string; address: string }[];
  visit: LookingStanding | null;
  copyComes: boolean;
  fee: QuoteRow;
  /** A fee that the person was told and has not answered; what holds until then is `fee`. */
  feeChange: { quoteId: string; fee: QuoteRow; agreedCents: number | null } | null;
  identity: { proved: boolean; codeSent: boolean };
  examItems: ReturnType<typeof itemView>[];
  deliveries: ReturnType<typeof deliveryView>[];
  denials: ToldDenial[];
  /** Something is still open that the person may take back. */
  mayWithdraw: boolean;
  letters: FiledLetter[];
  history: { at: string; event: string; facts: Record<string, string> }[];
  releaseReady: boolean;
};

/** Where one's own request stands. What was found is told only to somebody who has shown who they are. */
export async function trackRequest(app: App, actor: RequesterActor): Promise<Outcome<TrackedRequest, never>> {
  const id = actor.accessRequestId;
  const facility = await readFacilityFacts(app.db, app);
  const request = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', id)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const bundle = (await readBundles(app.db, app, [request]))(id);
  const proved = bundle.standing.identityProved;
  const { work: _, ...shown } = shownFee(await readFee(app.db, facility, request));
  const codeSent = bundle.codeSentAt !== null;
  const { closed } = stateOf(bundle);
  const hidden = hiddenItems(request.requester_is, bundle);
  const items = bundle.items
    .filter(isKnownTo(bundle))
    .map((item) => (hidden.has(item.id) ? asIfSearching(item) : item));
  const [stopped, found, counts, held, parts, letters, history, denials, question, offers, warnings, denied] =
    await Promise.all([
      readClockStops(app.db, app, facility, [id]),
      proved ? readFound(app, id) : new Map<string, Found>(),
      proved ? readReleasedCounts(app, id) : new Map<string, ExamCounts>(),
      proved ? readReportsToOpen(app, id) : new Map<string, HeldReport>(),
      proved ? readPartsGiven(app.db, id) : new Map<string, ExamPart[]>(),
      readLetters(app, id, 'requester'),
      readPortalHistory(app, id, hidden),
      readToldDenials(app, id),
      closed ? null : readOpenQuestion(app.db, id),
      closed ? [] : readOpenOffers(app.db, id),
      closed ? [] : readOpenWarnings(app.db, id),
      readCopyDenied(app.db, id),
    ]);
  const comes = copyComes(items, new Set([...denied].filter((item) => !hidden.has(item))));
  const clock = stopped(id, bundle, (await readClocks(app.db, facility, [request]))(request));
  return ok({
    ...trackingOf({
      items: items.map((item) => ({ ...item, partGiven: parts.has(item.id) && !hidden.has(item.id) })),
      identityProved: proved,
      codeSent,
      deliveries: bundle.deliveries,
    }),
    reference: request.reference,
    patientName: `${request.patient_given_name} ${request.patient_family_name}`,
    requesterName: request.requester_name,
    due: explainedDue(facility.today, clock),
    waits: closed ? [] : openWaits(clock),
    question,
    formChoices: offers.map(({ letterId: _letter, ...offer }) => offer),
    mailWarnings: warnings,
    visit: bundle.looking?.standing ?? null,
    copyComes: comes,
    ...shown,
    feeChange: comes ? shown.feeChange : null,
    identity: { proved, codeSent },
    examItems: items.map((item) =>
      hidden.has(item.id)
        ? itemView(item)
        : itemView(item, found.get(item.id), counts.get(item.id), held.get(item.id), parts.get(item.id)),
    ),
    deliveries: bundle.deliveries.map((delivery) => deliveryView(delivery, { closed, comes })),
    denials: denials
      .filter((denial) => !hidden.has(denial.exam_item_id))
      .map((denial) => toldDenial(denial, clock.pack)),
    mayWithdraw: !closed,
    letters,
    history,
    releaseReady: proved && mayOpen(bundle.deliveries, denied),
  });
}

/** Something is ready, and not only to be looked at here because a copy of it was denied. */
function mayOpen(deliveries: readonly BundleDelivery[], copyDenied: ReadonlySet<string>): boolean {
  const ready = deliveries.filter(({ state }) => state === 'ready' || state === 'delivered');
  return ready.some(({ kind }) => kind !== 'inspection' || copyDenied.size === 0);
}

/**
 * Whoever asks about somebody else learns of an exam only what they may have of it: an exam that is not theirs is told of
 * as one that is still looked for, and never by a gap (45 CFR 164.502(g)(3)(ii); OD-13).
 */
function hiddenItems(requesterIs: RequesterIs, { items, standing }: RequestBundle): ReadonlySet<string> {
  const unknown = items.filter((item) => !isKnownTo({ standing })(item));
  const withheld =
    requesterIs === 'self'
      ? unknown
      : items.filter(({ id, outcome }) => !standing.allowed.has(id) || outcome === 'none-to-give');
  return new Set(withheld.map(({ id }) => id));
}

/** What was found beside the exams that somebody named is told only to whom it is given. */
function isKnownTo({ standing }: Pick<RequestBundle, 'standing'>) {
  return ({ id, found_for }: BundleItem) => found_for === null || standing.allowed.has(id);
}

function asIfSearching(item: BundleItem): BundleItem {
  const known = ['draft', 'received', 'searching', 'closed'];
  return known.includes(item.stage) ? item : { ...item, stage: 'searching' };
}

function itemView(
  item: BundleItem,
  found?: Found,
  counts?: ExamCounts,
  held?: HeldReport,
  parts?: readonly ExamPart[],
) {
  const isOpen = !['released', 'delivered', 'closed'].includes(item.stage);
  return {
    id: item.id,
    examType: item.exam_type as ExamType,
    bodyPart: item.body_part,
    onOrAfter: item.on_or_after,
    onOrBefore: item.on_or_before,
    dateWords: item.date_words,
    place: item.place,
    scope: item.scope,
    withReport: item.with_report,
    state: item.stage as string,
    outcome: item.outcome,
    // What was searched for a minor is the office's own account: only one of two answers would name a study.
    outcomeReason: item.outcome === 'none-to-give' ? null : item.outcome_reason,
    found: found ?? null,
    counts: counts ? (held ? withoutReport(counts) : counts) : null,
    reportOpens: held ? { at: held.opensAt, cite: held.cite } : null,
    /** Given by itself, while the rest of the exam is still to come (OD-17). */
    partGiven: (isOpen && parts?.at(-1)) || null,
  };
}

/** What still waits when no copy comes any more, or nothing at all, is not sent: denied, not found or taken back. */
function deliveryView(delivery: BundleDelivery, { closed, comes }: { closed: boolean; comes: boolean }) {
  const waits = delivery.state === 'asked' || delivery.state === 'preparing';
  const over = closed || (!comes && delivery.kind !== 'inspection');
  return {
    id: delivery.askedDeliveryId,
    kind: delivery.kind,
    form: delivery.recipient.form ?? null,
    recipientName: delivery.recipient.name ?? null,
    state: waits && over ? ('not-sent' as const) : delivery.state,
    carrier: delivery.carrier,
    trackingNumber: delivery.trackingNumber,
  };
}

async function readFound(app: App, accessRequestId: string): Promise<Map<string, Found>> {
  const rows = await app.db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .select(['exam_item.id', 'match.study'])
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('match.withdrawn_at', 'is', null)
    .orderBy('match.confirmed_at', 'desc')
    .execute();
  return new Map(
    rows.map(({ id, study }) => [id, { description: study.description, studyDate: isoDay(study.studyDate) }]),
  );
}

/** DICOM writes days as YYYYMMDD (PS3.5 section 6.2); a partial or odd one is not shown. */
function isoDay(text: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? '') ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

/** The counts that were frozen with the release: the same on the desk, here, in the letter and in the package. */
async function readReleasedCounts(app: App, accessRequestId: string): Promise<Map<string, ExamCounts>> {
  const rows = await app.db
    .selectFrom('release')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select('release.counts')
    .where('release.access_request_id', '=', accessRequestId)
    .where('incident.id', 'is', null)
    .orderBy('release.approved_at')
    .execute();
  return new Map(rows.flatMap(({ counts }) => counts.exams.map((exam) => [exam.examItemId, exam])));
}

/** Reports that a statute keeps out of the copies that were made, by exam, until they open by themselves. */
async function readReportsToOpen(app: App, accessRequestId: string): Promise<Map<string, HeldReport>> {
  const rows = await app.db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .select('delivery.package')
    .where('release.access_request_id', '=', accessRequestId)
    .execute();
  const held = rows.flatMap((row) => row.package?.heldReports ?? []);
  const now = app.now().toISOString();
  return new Map(held.filter(({ opensAt }) => opensAt > now).map((one) => [one.examItemId, one]));
}

/** As its pictures are opened: a report that is closed is not counted as theirs yet. */
function withoutReport({ listed, given, ...counts }: ExamCounts): ExamCounts {
  return { ...counts, listed: { ...listed, reports: 0 }, given: { ...given, reports: 0 } };
}

type FiledLetter = { id: string; code: string; titles: KeptTitle[]; madeAt: string };

export async function readLetters(
  app: App,
  accessRequestId: string,
  reader: 'requester' | 'desk',
): Promise<FiledLetter[]> {
  const rows = await app.db
    .selectFrom('letter')
    .select(['id', 'code', 'content', 'made_at'])
    .where('access_request_id', '=', accessRequestId)
    .$if(reader === 'requester', (query) => query.where('addressed_to_patient_id', 'is', null))
    .orderBy('made_at')
    .execute();
  return rows.map(({ id, code, content, made_at }) => ({
    id,
    code,
    titles: keptTitles(content),
    madeAt: made_at.toISOString(),
  }));
}
