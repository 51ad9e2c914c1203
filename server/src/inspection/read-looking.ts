import {
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  heldOrTimeChosen,
  type InspectionEvent,
} from '@echoback/right-of-access';
import type { Db } from '../store/database.ts';
import type { InspectionTime } from '../store/inspection-tables.ts';

export type OfferedTimes = { id: string; place: string; askFor: string; times: InspectionTime[]; offeredAt: Date };

/** How far the appointment is: to be offered, on offer, chosen, or kept. */
export type LookingStanding =
  | { is: 'to-offer'; wish: string | null; missed: InspectionTime | null }
  | { is: 'offered'; offer: OfferedTimes }
  | { is: 'chosen'; offer: OfferedTimes; time: InspectionTime }
  | { is: 'held' };

export type Visit = {
  outcome: 'held' | 'missed';
  on: string;
  at: string;
  came: string | null;
  shown: string[];
  shownBy: string | null;
};

/** Looking in person, as one request has it. A person comes once for all that is ready, so it belongs to the request. */
export type Looking = {
  /** When it would suit the person, in their words. */
  suits: string | null;
  standing: LookingStanding;
  firstOfferedOn: CalendarDate | null;
  /** The day of the latest of all this. */
  lastEventOn: CalendarDate | null;
  visits: Visit[];
  /** Everything but the visits that were held: those end each release by themselves. */
  events: InspectionEvent[];
};

type Told = { requestId: string; at: Date; event: InspectionEvent; standing: LookingStanding };

/** The requests among these that look in person; four queries, whatever their number. */
export async function readLooking(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Looking>> {
  const asked = await readAsked(db, ids);
  const mine = asked.map(({ access_request_id }) => access_request_id);
  if (mine.length === 0) return new Map();
  const [offers, answers, visits] = await Promise.all([
    readOffers(db, mine),
    readAnswers(db, mine),
    readVisits(db, mine),
  ]);
  const offered = new Map(offers.map((row) => [row.id, offerOf(row)]));
  const told: Told[] = [
    ...offers.map(toldOffer),
    ...answers.flatMap((row) => toldAnswer(row, offered.get(row.offer_id))),
    ...visits.map(toldVisit),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  const toldOf = Map.groupBy(told, ({ requestId }) => requestId);
  return new Map(
    asked.map(({ access_request_id: id, recipient }) => {
      const happened = toldOf.get(id) ?? [];
      const firstOffer = happened.find(({ event }) => event.kind === 'offered');
      return [
        id,
        {
          suits: recipient.times ?? null,
          standing: happened.at(-1)?.standing ?? { is: 'to-offer', wish: null, missed: null },
          firstOfferedOn: firstOffer?.event.on ?? null,
          lastEventOn: happened.at(-1)?.event.on ?? null,
          visits: visits.filter((row) => row.access_request_id === id).map(visitOf),
          events: happened.map(({ event }) => event).filter(({ kind }) => kind !== 'held'),
        },
      ];
    }),
  );
}

/** The day on which access to one release was given by looking, if it was: the visit to it, or a day that was put off. */
export function lookedOn(
  { events }: Pick<Looking, 'events'>,
  visitedOn: CalendarDate | undefined,
  dueOn: CalendarDate,
): CalendarDate | undefined {
  return heldOrTimeChosen([...events, ...(visitedOn ? [{ kind: 'held', on: visitedOn } as const] : [])], dueOn);
}

function toldOffer(row: Awaited<ReturnType<typeof readOffers>>[number]): Told {
  const offer = offerOf(row);
  const { access_request_id: requestId, time_zone: timeZone } = row;
  const on = calendarDateIn(timeZone, offer.offeredAt.getTime());
  const times = offer.times.map((time) => calendarDate(time.on));
  return { requestId, at: offer.offeredAt, event: { kind: 'offered', on, times }, standing: { is: 'offered', offer } };
}

function toldAnswer(row: Awaited<ReturnType<typeof readAnswers>>[number], offer: OfferedTimes | undefined): Told[] {
  if (!offer) return [];
  const about = { requestId: row.access_request_id, at: row.recorded_at };
  const on = calendarDate(row.said_on);
  if (row.chosen_on === null || row.chosen_at === null) {
    const standing = { is: 'to-offer', wish: row.wish, missed: null } as const;
    return [{ ...about, event: { kind: 'asked-another', on }, standing }];
  }
  const time = { on: row.chosen_on, at: row.chosen_at };
  const event = { kind: 'chosen', on, time: calendarDate(time.on) } as const;
  return [{ ...about, event, standing: { is: 'chosen', offer, time } }];
}

function toldVisit(row: Awaited<ReturnType<typeof readVisits>>[number]): Told {
  const about = { requestId: row.access_request_id, at: row.recorded_at };
  const on = calendarDate(row.visited_on);
  if (row.outcome === 'held') return { ...about, event: { kind: 'held', on }, standing: { is: 'held' } };
  const missed = { on: row.visited_on, at: row.visited_at };
  return { ...about, event: { kind: 'missed', on }, standing: { is: 'to-offer', wish: null, missed } };
}

function readAsked(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('asked_delivery')
    .distinctOn('access_request_id')
    .select(['access_request_id', 'recipient'])
    .where('access_request_id', 'in', ids)
    .where('kind', '=', 'inspection')
    .orderBy('access_request_id')
    .orderBy('ordinal')
    .execute();
}

function readOffers(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('inspection_offer')
    .innerJoin('access_request', 'access_request.id', 'inspection_offer.access_request_id')
    .innerJoin('facility', 'facility.id', 'access_request.facility_id')
    .selectAll('inspection_offer')
    .select('facility.time_zone')
    .where('access_request_id', 'in', ids)
    .execute();
}

function readAnswers(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('inspection_answer')
    .innerJoin('inspection_offer', 'inspection_offer.id', 'inspection_answer.offer_id')
    .selectAll('inspection_answer')
    .select('inspection_offer.access_request_id')
    .where('inspection_offer.access_request_id', 'in', ids)
    .execute();
}

function readVisits(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('inspection_visit')
    .selectAll()
    .where('access_request_id', 'in', ids)
    .orderBy('recorded_at')
    .execute();
}

function offerOf(row: Awaited<ReturnType<typeof readOffers>>[number]): OfferedTimes {
  return { id: row.id, place: row.place, askFor: row.ask_for, times: row.times, offeredAt: row.offered_at };
}

function visitOf(row: Awaited<ReturnType<typeof readVisits>>[number]): Visit {
  const { outcome, came, shown } = row;
  return { outcome, on: row.visited_on, at: row.visited_at, came, shown, shownBy: row.shown_by };
}
