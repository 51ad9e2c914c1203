import {
  type CalendarDate,
  calendarDate,
  daysBetween,
  type Outcome,
  ok,
  parseReference,
  serviceDue,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type Available, readAvailability } from '../clock/availability.ts';
import { foldName } from '../directory/fold-name.ts';
import { type OpenWait, openWaits } from '../facility/explain-due.ts';
import { type ClockInput, type DueWorking, dueWorking, readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { readPaperMarks } from '../intake/paper-marks.ts';
import type { Channel } from '../store/intake-tables.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { givenByItself } from '../touchless/read-verdicts.ts';
import { hasUnsentAnswer, readClockStops } from './clock-stop.ts';
import type { NextStep } from './next-step.ts';
import { type OpenDecisions, readOpenDecisions } from './open-decisions.ts';
import { readBundles } from './request-bundle.ts';
import { nextOf, readClocks, stateOf } from './request-clock.ts';

type WorklistRow = {
  id: string;
  reference: string;
  patientFamilyName: string;
  patientGivenName: string;
  patientBirthDate: string;
  channel: Channel;
  due: DueWorking;
  waits: OpenWait[];
  /** Could be given at once and waits, without a lawful hold: 45 CFR part 171. */
  available: Available | null;
  asked: { examType: ExamType; dateWords: string | null; onOrAfter: string | null; onOrBefore: string | null }[];
  deliveries: DeliveryKind[];
  state: string;
  closed: boolean;
  next: NextStep;
  /** Closed by a denial whose review is still to be decided, and the house's last day for it (OD-23). */
  review: { decideBy: string; daysLeft: number } | null;
  givenByItself: boolean;
  scanAttached: boolean;
  letterToPost: { sendBy: string | null } | null;
  /** Closed, and the letter that answers has not left: the clock runs on until the carrier has it. */
  answerToPost: boolean;
};

export type ExamType =
  | 'pregnancy'
  | 'pelvis'
  | 'abdomen'
  | 'breast'
  | 'neck-thyroid'
  | 'vascular'
  | 'heart'
  | 'musculoskeletal'
  | 'other'
  | 'not-sure';

export type Worklist = {
  rows: WorklistRow[];
  counts: { open: number; late: number; soon: number; yours: number; patient: number; itself: number };
};

/** The worklist: what is most urgent by law stands first. */
export async function listRequests(
  app: App,
  _actor: StaffActor,
  input: { show: 'open' | 'closed' | 'all'; search?: string | undefined },
): Promise<Outcome<Worklist, never>> {
  const facility = await readFacilityFacts(app.db, app);
  // The counts are of what is open; years of closed requests are read only when they are asked for.
  const requests = [
    ...(await readRequests(app, 'open')),
    ...(input.show === 'open' ? [] : await readRequests(app, 'closed')),
  ];
  const bundleOf = await readBundles(app.db, app, requests);
  const clockOf = await readClocks(app.db, facility, requests);
  const ids = requests.map(({ id }) => id);
  const stopped = await readClockStops(app.db, app, facility, ids);
  const decisionsOf = await readOpenDecisions(app.db, ids, facility.today);
  const paper = await readPaperMarks(app.db, app, clockOf);
  const itself = await givenByItself(app.db, ids);
  const availableOf = await readAvailability(app.db, app, facility, requests);
  const all = requests.map((request): WorklistRow => {
    const bundle = bundleOf(request.id);
    const { state, closed } = stateOf(bundle);
    const clock = stopped(request.id, bundle, clockOf(request));
    const marks = paper(request.id);
    return {
      id: request.id,
      reference: request.reference,
      patientFamilyName: request.patient_family_name,
      patientGivenName: request.patient_given_name,
      patientBirthDate: request.patient_birth_date,
      channel: request.channel,
      due: dueWorking(facility.today, clock),
      waits: closed ? [] : openWaits(clock),
      available: closed ? null : availableOf(request, clock, bundle.standing),
      asked: bundle.items.map((item) => ({
        examType: item.exam_type as ExamType,
        dateWords: item.date_words,
        onOrAfter: item.on_or_after,
        onOrBefore: item.on_or_before,
      })),
      deliveries: bundle.deliveries.map(({ kind }) => kind),
      state,
      closed,
      next: nextOf(bundle, request.patient_id, decisionsOf(request.id), clock.pack, facility),
      review: closed ? openReview(decisionsOf(request.id), clock, facility.today) : null,
      givenByItself: itself.has(request.id),
      ...marks,
      answerToPost: closed && marks.letterToPost !== null && clock.stoppedOn === undefined,
    };
  });
  const shown = all.filter((row) => input.show === 'all' || isDone(row) === (input.show === 'closed'));
  const rows = shown.filter((row) => isSought(row, input.search ?? '')).sort(byUrgency);
  return ok({ rows, counts: countRows(all) });
}

/** A review is owed after the exam was closed by its denial, 45 CFR 164.524(d)(4): until then the request is at work. */
function isDone({ closed, review, answerToPost }: Pick<WorklistRow, 'closed' | 'review' | 'answerToPost'>): boolean {
  return closed && review === null && !answerToPost;
}

function isRunning({ closed, answerToPost }: WorklistRow): boolean {
  return !closed || answerToPost;
}

function openReview(
  { reviewAskedOn }: OpenDecisions,
  { receivedOn, pack }: ClockInput,
  today: CalendarDate,
): WorklistRow['review'] {
  if (reviewAskedOn === null) return null;
  const { on } = serviceDue('review-denial', calendarDate(reviewAskedOn), pack, clockFactsOf(receivedOn));
  return { decideBy: on, daysLeft: daysBetween(today, on) };
}

/** Closed requests beyond this are found by searching for them one by one. */
const mostClosed = 1_000;

function readRequests(app: App, show: 'open' | 'closed') {
  return app.db
    .selectFrom('access_request')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where((row) => {
      const open = row.or([
        row.exists(
          row
            .selectFrom('exam_item')
            .select('exam_item.id')
            .whereRef('exam_item.access_request_id', '=', 'access_request.id')
            .where('exam_item.state', '!=', 'closed'),
        ),
        row.exists(
          row
            .selectFrom('exam_item')
            .innerJoin('denial', 'denial.exam_item_id', 'exam_item.id')
            .innerJoin('denial_review', 'denial_review.denial_id', 'denial.id')
            .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
            .select('denial_review.id')
            .whereRef('exam_item.access_request_id', '=', 'access_request.id')
            .where('review_decision.review_id', 'is', null),
        ),
        hasUnsentAnswer(row),
      ]);
      return show === 'open' ? open : row.not(open);
    })
    .orderBy('received_at', show === 'open' ? 'asc' : 'desc')
    .$if(show === 'closed', (query) => query.limit(mostClosed))
    .execute();
}

/** A reference in any spelling, a part of a name, or a day of birth. */
function isSought(
  row: Pick<WorklistRow, 'reference' | 'patientFamilyName' | 'patientGivenName' | 'patientBirthDate'>,
  search: string,
): boolean {
  const typed = search.trim();
  if (typed === '') return true;
  const reference = parseReference(typed);
  if (reference.ok && reference.value === row.reference) return true;
  const name = ` ${foldName(`${row.patientFamilyName} ${row.patientGivenName} ${row.patientFamilyName}`)}`;
  const folded = foldName(typed);
  return row.patientBirthDate.startsWith(typed) || (folded !== '' && name.includes(` ${folded}`));
}

/** Open before closed; of the open ones fewest days left first, and first come where they are equal. */
function byUrgency(a: WorklistRow, b: WorklistRow): number {
  if (isDone(a) !== isDone(b)) return isDone(a) ? 1 : -1;
  return isDone(a) ? 0 : daysLeftOf(a) - daysLeftOf(b);
}

function daysLeftOf({ review, due }: WorklistRow): number {
  return review?.daysLeft ?? due.daysLeft;
}

function countRows(all: WorklistRow[]): Worklist['counts'] {
  const open = all.filter((row) => !isDone(row));
  const count = (test: (row: WorklistRow) => boolean) => open.filter(test).length;
  return {
    open: open.length,
    late: count((row) => isRunning(row) && row.due.level === 'late'),
    soon: count((row) => isRunning(row) && row.due.level === 'soon'),
    yours: count((row) => row.next.with === 'you'),
    patient: count((row) => row.next.with === 'patient'),
    itself: count((row) => row.next.with === 'itself'),
  };
}
