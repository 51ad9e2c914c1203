import {
  type CalendarDate,
  type ClockFacts,
  calendarDate,
  calendarDateIn,
  clockStatus,
  daysBetween,
  type Pack,
  packInForce,
  policyPacks,
  usHolidays,
  youngestRow,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';
import type { FacilityContact, FeeScheduleRow } from '../store/records.ts';

export type FacilityFacts = {
  name: string;
  timeZone: string;
  jurisdiction: string;
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
    jurisdiction: row.policy_pack,
    contact: row.contact,
    feeSchedule: row.fee_schedule,
    today: calendarDateIn(row.time_zone, app.now().getTime()),
  };
}

/** The rules in force on the day of receipt; a facility with a pack that we do not have can not run. */
export function packFor(facility: Pick<FacilityFacts, 'jurisdiction'>, receivedOn: string): Pack {
  const pack = packInForce(policyPacks, facility.jurisdiction, calendarDate(receivedOn));
  if (!pack.ok) throw new Error(`No policy pack: ${pack.refusal.code}`);
  return pack.value;
}

/** Every year that a request may be received in. */
const holidays = usHolidays({ from: 2003, to: 2103 });

/** What a period may depend on beside the day of receipt: a request of the portal is written and signed when it arrives. */
export function clockFactsOf(receivedOn: string): ClockFacts {
  const arrived = calendarDate(receivedOn);
  return { writtenOn: arrived, authorizedOn: arrived, holidays };
}

/** Which edition of the rules a request was received under: the day on which the youngest of its rows took effect. */
export function packEdition(pack: Pack): { id: string; version: string } {
  return { id: pack.jurisdiction, version: youngestRow(pack) };
}

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
  facility: Pick<FacilityFacts, 'jurisdiction' | 'today'>,
  receivedOn: string,
  stoppedOn?: CalendarDate,
): DueWorking {
  const pack = packFor(facility, receivedOn);
  const status = clockStatus(
    calendarDate(receivedOn),
    undefined,
    stoppedOn ?? facility.today,
    pack,
    clockFactsOf(receivedOn),
  );
  const { daysLeft, level, fractionUsed } = status;
  const { on, why } = status.due;
  const days = daysBetween(calendarDate(receivedOn), on);
  return { receivedOn, days, on, daysLeft, level, fractionUsed, cite: why[0]?.cite ?? '' };
}
