import {
  type CalendarDate,
  type ClockFacts,
  calendarDate,
  calendarDateIn,
  clockStatus,
  daysBetween,
  type Extension,
  type Pack,
  youngestRow,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';
import type { FacilityContact, FeeScheduleRow } from '../store/records.ts';
import { clockFactsOf, type FacilityPolicy, packUnder, readPolicy } from './policy.ts';

export type FacilityFacts = {
  name: string;
  timeZone: string;
  policy: FacilityPolicy;
  contact: FacilityContact;
  feeSchedule: FeeScheduleRow;
  /** The day on the facility's wall calendar (OD-4). */
  today: CalendarDate;
};

export async function readFacilityFacts(db: Db, app: App): Promise<FacilityFacts> {
  const row = await db.selectFrom('facility').selectAll().where('id', '=', app.facilityId).executeTakeFirstOrThrow();
  return {
    name: row.name,
    timeZone: row.time_zone,
    policy: await readPolicy(db, app, { choice: row.policy_pack, timeZone: row.time_zone }),
    contact: row.contact,
    feeSchedule: row.fee_schedule,
    today: calendarDateIn(row.time_zone, app.now().getTime()),
  };
}

/** The rules for what is received on a day. A request that is in keeps the ones it came under: `readKeptPacks`. */
export function packFor(facility: Pick<FacilityFacts, 'policy'>, receivedOn: string): Pack {
  return packUnder(facility.policy, receivedOn);
}

/** Which edition of the rules a request was received under: the day on which the youngest of its rows took effect. */
export function packEdition(pack: Pack): { id: string; version: string } {
  return { id: pack.jurisdiction, version: youngestRow(pack) };
}

/** What a due date is computed from; it is stored nowhere. */
export type ClockInput = {
  receivedOn: string;
  pack: Pack;
  extension?: Extension | undefined;
  facts?: ClockFacts;
  /** The day on which the clock of a closed request stopped. */
  stoppedOn?: CalendarDate | undefined;
};

export type DueWorking = {
  receivedOn: string;
  days: number;
  on: string;
  daysLeft: number;
  level: 'fine' | 'soon' | 'late';
  fractionUsed: number;
  cite: string;
};

/** The due date with its working, made anew each time it is shown. A closed request's clock stands at the day it closed. */
export function dueWorking(
  today: CalendarDate,
  { receivedOn, pack, extension, facts, stoppedOn }: ClockInput,
): DueWorking {
  const known = { ...clockFactsOf(receivedOn), ...facts };
  const status = clockStatus(calendarDate(receivedOn), extension, stoppedOn ?? today, pack, known);
  const { daysLeft, level, fractionUsed } = status;
  const { on, working } = status.due;
  const days = daysBetween(calendarDate(receivedOn), on);
  return { receivedOn, days, on, daysLeft, level, fractionUsed, cite: working.cite };
}
