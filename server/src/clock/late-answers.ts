import { addDays, calendarDate, daysBetween, type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { dueWorking, type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { readClockStops } from '../requests/clock-stop.ts';
import { readBundles } from '../requests/request-bundle.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { OpenRequest } from './open-request.ts';
import { type ReturnedAccess, readReturnedAccess } from './returned-access.ts';

type LateRequest = {
  requestId: string;
  reference: string;
  receivedOn: string;
  dueOn: string;
  answeredOn: string | null;
  daysLate: number;
};

type Report = {
  from: string;
  to: string;
  received: number;
  answeredInTime: number;
  late: LateRequest[];
  returned: ReturnedAccess[];
};

/** A year back, where nobody says which days. */
const usualDays = 365;

/**
 * The report of lateness for whoever answers for compliance: counted anew from each clock, so that an answer given on the
 * first late day counts like any other. References and days only.
 */
export async function readLateAnswers(
  app: App,
  _actor: StaffActor,
  input: { from?: string | undefined; to?: string | undefined },
): Promise<Outcome<Report, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const to = calendarDate(input.to ?? facility.today);
  const from = calendarDate(input.from ?? addDays(to, -usualDays));
  const requests = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .orderBy('received_on')
    .orderBy('reference')
    .execute();
  const counted = await countLateness(app, facility, requests);
  return ok({
    from,
    to,
    received: requests.length,
    answeredInTime: counted.filter(({ answeredOn, daysLate }) => answeredOn !== null && daysLate === 0).length,
    late: counted.filter(({ daysLate }) => daysLate > 0),
    returned: await readReturnedAccess(app.db, app, facility.today),
  });
}

/** How late each request was answered, or is by today. */
export async function countLateness(
  app: App,
  facility: FacilityFacts,
  requests: readonly OpenRequest[],
): Promise<LateRequest[]> {
  if (requests.length === 0) return [];
  const ids = requests.map(({ id }) => id);
  const [clockOf, stopped, bundleOf] = await Promise.all([
    readClocks(app.db, facility, requests),
    readClockStops(app.db, app, facility, ids),
    readBundles(app.db, app, requests),
  ]);
  return requests.map((request) => {
    const clock = stopped(request.id, bundleOf(request.id), clockOf(request));
    const dueOn = calendarDate(dueWorking(facility.today, clock).on);
    const answeredOn = clock.stoppedOn ?? null;
    return {
      requestId: request.id,
      reference: request.reference,
      receivedOn: request.received_on,
      dueOn,
      answeredOn,
      daysLate: Math.max(0, daysBetween(dueOn, answeredOn ?? facility.today)),
    };
  });
}
