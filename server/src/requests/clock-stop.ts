import {
  type CalendarDate,
  type ClockEvent,
  type ClockStop,
  calendarDate,
  calendarDateIn,
  type LetterCode,
  latest,
  requestStops,
} from '@echoback/right-of-access';
import { type ExpressionBuilder, sql } from 'kysely';
import type { App } from '../app.ts';
import { deliveryEnd } from '../deliveries/delivery-end.ts';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { inspectDue } from '../inspection/owed-access.ts';
import { lookedOn } from '../inspection/read-looking.ts';
import type { Db } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import type { BundleItem, RequestBundle } from './request-bundle.ts';

/** What of a request is on file about its end: letters, denials, when each exam was closed, when it was taken back. */
type Ends = {
  timeZone: string;
  letters: readonly { code: string; made_at: Date; sent_at: Date | null }[];
  denials: ReadonlyMap<string, { decision: string; sent_at: Date | null }>;
  closings: ReadonlyMap<string, Date>;
  withdrawnOn: string | undefined;
};

/** Letters that answer a request, so that it is not answered while one of them has not left. */
const answers = ['L-DEN', 'L-PART', 'L-NOT', 'L-NONE', 'L-WITH', 'L-VER', 'L-DONE', 'L-NPR'] as const;

/** A letter that answers the request waits for the mail. */
export function hasUnsentAnswer(row: ExpressionBuilder<Schema, 'access_request'>) {
  return row.exists(
    row
      .selectFrom('letter')
      .select('letter.id')
      .whereRef('letter.access_request_id', '=', 'access_request.id')
      .where('letter.code', 'in', answers)
      .where('letter.sent_at', 'is', null)
      .where('letter.addressed_to_patient_id', 'is', null),
  );
}

/** The clock of each request with the day on which it stopped by law, if it did. A few reads, whatever their number. */
export async function readClockStops(
  db: Db,
  app: App,
  { timeZone }: Pick<FacilityFacts, 'timeZone'>,
  ids: readonly string[],
): Promise<(requestId: string, bundle: RequestBundle, clock: ClockInput) => ClockInput> {
  if (ids.length === 0) return (_, __, clock) => clock;
  const [letters, denials, closings, withdrawals] = await Promise.all([
    readLetters(db, ids),
    readDenials(db, ids),
    readClosings(db, app, ids),
    db
      .selectFrom('withdrawal')
      .select(['access_request_id', 'withdrawn_on'])
      .where('access_request_id', 'in', ids)
      .execute(),
  ]);
  const lettersOf = Map.groupBy(letters, ({ access_request_id }) => access_request_id);
  const shared = {
    timeZone,
    denials: new Map(denials.map((row) => [row.exam_item_id, row])),
    closings: new Map(closings.map(({ examItemId, at }) => [examItemId, at])),
  };
  const withdrawn = new Map(withdrawals.map((row) => [row.access_request_id, row.withdrawn_on]));
  return (requestId, bundle, clock) => {
    const ends = {
      ...shared,
      letters: lettersOf.get(requestId) ?? [],
      withdrawnOn: withdrawn.get(requestId),
    };
    const stoppedOn = stopOf(bundle, clock, ends);
    return stoppedOn ? { ...clock, stoppedOn } : clock;
  };
}

function stopOf(bundle: RequestBundle, clock: ClockInput, ends: Ends): CalendarDate | undefined {
  // What was joined to an earlier request is answered there; its own clock ended with the joining. Nobody who has no right to
  // an exam has a clock for it: the letter that says who may ask is all that is owed, and of what they did not name nothing.
  const own = bundle.items.filter(({ outcome }) => outcome !== 'duplicate' && outcome !== 'not-theirs');
  if (own.length === 0) {
    const toldWhoMayAsk = ends.letters.some(({ code }) => code === 'L-NPR');
    return toldWhoMayAsk ? letterSent('L-NPR', ends) : lastClosing(bundle.items, ends);
  }
  const ended = own.filter(({ stage }) => stage === 'released' || stage === 'delivered' || stage === 'closed');
  // A report that a statute kept out of every copy so far is owed too.
  const closedReports = Math.max(0, ...bundle.deliveries.map((delivery) => delivery.closedReports));
  const owed = own.length - ended.length + closedReports;
  const stop: ClockStop = requestStops(
    ended.flatMap((item) => endsOf(item, bundle, ends, owed, clock)),
    clock.pack,
  );
  return stop.stops ? stop.on : undefined;
}

function lastClosing(items: readonly BundleItem[], { closings, timeZone }: Ends): CalendarDate | undefined {
  const days = items.flatMap(({ id }) => closings.get(id) ?? []).map((at) => calendarDateIn(timeZone, at.getTime()));
  return days.length > 0 ? latest(days) : undefined;
}

/** How one exam ended, with the days on which what that takes was so. */
function endsOf(item: BundleItem, bundle: RequestBundle, ends: Ends, owed: number, clock: ClockInput): ClockEvent[] {
  const sent = (code: LetterCode) => letterSent(code, ends);
  const closed = ends.closings.get(item.id);
  switch (item.outcome) {
    case 'denied':
      return [event('denied', { 'letter-sent': dayOf(ends.denials.get(item.id)?.sent_at, ends) }, owed)];
    case 'not-maintained':
      return [event('not-maintained', { 'letter-sent': sent('L-NOT') }, owed)];
    case 'none-found':
    case 'none-to-give':
      return [
        event('none-found', { 'every-source-searched': dayOf(closed, ends), 'letter-sent': sent('L-NONE') }, owed),
      ];
    case 'withdrawn': {
      const asked = ends.withdrawnOn === undefined ? undefined : calendarDate(ends.withdrawnOn);
      return [event('withdrawn', { 'asked-by-the-person': asked, 'letter-sent': sent('L-WITH') }, owed)];
    }
    case 'identity-not-shown':
      return [event('identity-not-shown', { 'letter-sent': sent('L-VER') }, owed)];
    default:
      return givenEnds(item, bundle, ends, owed, clock);
  }
}

/** Copies and notices of before the exam was closed; what was sent on later under its own paper has its own clock. */
function givenEnds(
  item: BundleItem,
  { deliveries, looking }: RequestBundle,
  ends: Ends,
  owed: number,
  clock: ClockInput,
): ClockEvent[] {
  const closed = ends.closings.get(item.id);
  const counted = deliveries.filter(
    ({ deliveryId, handedOverAt }) =>
      deliveryId !== null && (item.stage !== 'closed' || !closed || (handedOverAt !== null && handedOverAt <= closed)),
  );
  const before = ends.letters.filter(({ made_at }) => item.stage !== 'closed' || !closed || made_at <= closed);
  const noticeOn = before.some(({ code }) => code === 'L-DONE')
    ? (letterSent('L-DONE', { ...ends, letters: before }) ?? null)
    : undefined;
  const { timeZone } = ends;
  const copies = counted.map((copy) => {
    const visitedOn = dayOf(copy.handedOverAt, ends);
    const looked = looking && copy.kind === 'inspection' ? lookedOn(looking, visitedOn, inspectDue(clock)) : undefined;
    return deliveryEnd(copy, { timeZone, noticeOn, lookedOn: looked, owed });
  });
  const denial = ends.denials.get(item.id);
  if (denial?.decision !== 'denied-in-part') return copies;
  const part = requestStops(copies, clock.pack);
  const days = { 'part-given': part.stops ? part.on : undefined, 'letter-sent': dayOf(denial.sent_at, ends) };
  return [...copies, event('denied-in-part', days, owed)];
}

function event(
  kind: ClockEvent['kind'],
  days: { [Need in keyof ClockEvent['days']]: CalendarDate | undefined },
  owed: number,
): ClockEvent {
  const known = Object.entries(days).filter(([, on]) => on !== undefined);
  return { kind, days: Object.fromEntries(known) as ClockEvent['days'], owed };
}

/** The day on which the last letter of a kind left; none while one of them waits. */
function letterSent(code: LetterCode, { letters, timeZone }: Ends): CalendarDate | undefined {
  const mine = letters.filter((letter) => letter.code === code);
  const days = mine.flatMap(({ sent_at }) => (sent_at ? [calendarDateIn(timeZone, sent_at.getTime())] : []));
  return days.length > 0 && days.length === mine.length ? latest(days) : undefined;
}

function dayOf(at: Date | null | undefined, { timeZone }: Ends): CalendarDate | undefined {
  return at ? calendarDateIn(timeZone, at.getTime()) : undefined;
}

function readLetters(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('letter')
    .select(['access_request_id', 'code', 'made_at', 'sent_at'])
    .where('access_request_id', 'in', ids)
    .where('code', 'in', answers)
    .where('addressed_to_patient_id', 'is', null)
    .orderBy('made_at')
    .execute();
}

/** The last decision on each exam; one that was overturned left the exam open or given. */
function readDenials(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('denial')
    .innerJoin('exam_item', 'exam_item.id', 'denial.exam_item_id')
    .innerJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .leftJoin('letter', 'letter.id', 'denial_decision.letter_id')
    .distinctOn('denial.exam_item_id')
    .select(['denial.exam_item_id', 'denial_decision.decision', 'letter.sent_at'])
    .where('exam_item.access_request_id', 'in', ids)
    .where('denial_decision.decision', 'in', ['denied-in-whole', 'denied-in-part'])
    .orderBy('denial.exam_item_id')
    .orderBy('denial_decision.decided_at', 'desc')
    .execute();
}

/** When each exam reached its end, whatever was asked about it later. */
function readClosings(db: Db, app: App, ids: readonly string[]) {
  return db
    .selectFrom('audit_event')
    .select((row) => [sql<string>`objects->>'examItemId'`.as('examItemId'), row.fn.max('at').as('at')])
    .where('facility_id', '=', app.facilityId)
    .where('access_request_id', 'in', ids)
    .where('type', '=', 'exam-item.moved')
    .where(sql<boolean>`objects->>'to' = 'closed' and objects->>'from' <> 'closed'`)
    .groupBy(sql`objects->>'examItemId'`)
    .execute();
}
