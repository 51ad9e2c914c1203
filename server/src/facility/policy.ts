import {
  applyOverlay,
  type CalendarDate,
  type ClockFacts,
  calendarDate,
  calendarDateIn,
  type FacilityOverlay,
  type Holidays,
  type Pack,
  type ProviderKind,
  packInForce,
  policyPacks,
  usHolidays,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

/** Which law this facility answers by, and what it promises beyond it. */
export type FacilityPolicy = {
  /** A base and what stands on top of it: `us-federal+CA`. */
  choice: string;
  provider: readonly ProviderKind[];
  overlay: FacilityOverlay;
  /** The day from which this choice counts; null for what a facility starts with. */
  decidedOn: CalendarDate | null;
};

/** The newest choice; before anybody chose, the pack that the facility was made with. */
export async function readPolicy(
  db: Db,
  app: App,
  start: { choice: string; timeZone: string },
): Promise<FacilityPolicy> {
  const row = await db
    .selectFrom('facility_policy')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { choice: start.choice, provider: [], overlay: {}, decidedOn: null };
  const { choice, provider, overlay } = row;
  return { choice, provider, overlay, decidedOn: calendarDateIn(start.timeZone, row.decided_at.getTime()) };
}

/** The rules in force on the day of receipt; a facility with a pack that we do not have can not run. */
export function packUnder(policy: FacilityPolicy, receivedOn: string): Pack {
  const law = packInForce(policyPacks, policy.choice, calendarDate(receivedOn), policy.provider);
  if (!law.ok) throw new Error(`No policy pack: ${law.refusal.code}`);
  const own = applyOverlay(law.value, policy.overlay, policy.decidedOn ?? calendarDate(receivedOn));
  // A law that became stricter than an old promise governs as it stands.
  return own.ok ? own.value : law.value;
}

/** Calendars of which no holidays are listed: there, business days leave out weekends alone. */
const weekendsOnly: Readonly<Record<string, Holidays>> = Object.fromEntries(
  policyPacks.map(({ calendar }) => [calendar, new Set<CalendarDate>()] as const),
);

/** Every year that a request may be received in. */
const holidays = { ...weekendsOnly, ...usHolidays({ from: 2003, to: 2103 }) };

/** What a period may depend on beside the day of receipt: a request of the portal is written and signed when it arrives. */
export function clockFactsOf(receivedOn: string): ClockFacts {
  const arrived = calendarDate(receivedOn);
  return { writtenOn: arrived, authorizedOn: arrived, holidays };
}
