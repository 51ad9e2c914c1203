import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { Db } from '../store/database.ts';
import { offerBy } from './letter-visit.ts';
import { inspectDue } from './owed-access.ts';
import { type LookingStanding, readLooking, type Visit } from './read-looking.ts';
import { readReady } from './read-ready.ts';

/** Looking in person at the desk: what is on offer, what is ready to be shown, who came. Null where nobody asked for it. */
export type DeskInspection = {
  suits: string | null;
  standing: LookingStanding;
  /** The house's own target for the next offer, and the law's last day for the visit. */
  offerBy: string;
  dueOn: string;
  ready: { examItemId: string; label: string; stills: number; clips: number; reports: number }[];
  visits: Visit[];
  /** Where visits were last, or the facility's own address: to be typed over. */
  place: string;
  askFor: string;
};

export async function readInspection(
  app: App,
  _actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<DeskInspection | null, { code: 'not-found' }>> {
  const request = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return refuse({ code: 'not-found' });
  const looking = (await readLooking(app.db, [requestId])).get(requestId);
  if (!looking) return ok(null);
  const facility = await readFacilityFacts(app.db, app);
  const clock = (await readClocks(app.db, facility, [request]))(request);
  const { suits, standing, visits, lastEventOn } = looking;
  const last = await readLastPlace(app.db, app);
  return ok({
    suits,
    standing,
    offerBy: offerBy(clock, lastEventOn ?? undefined),
    dueOn: inspectDue(clock),
    ready: await readToShow(app, requestId),
    visits,
    place: last?.place ?? facility.contact.address.join(', '),
    askFor: last?.ask_for ?? facility.contact.officeName,
  });
}

/**
 * Each exam once: a later release holds what the earlier one held. Standing that ended since shows nothing: a birthday, a
 * paper's last day (45 CFR 164.502(g)(3)).
 */
async function readToShow(app: App, requestId: string): Promise<DeskInspection['ready']> {
  const ready = await readReady(app.db, requestId);
  const { authorityShown, allowed } = await standingOf(app.db, app, requestId);
  const exams = authorityShown
    ? ready.flatMap(({ exams }) => exams).filter(({ examItemId }) => allowed.has(examItemId))
    : [];
  const ids = [...new Set(exams.map(({ examItemId }) => examItemId))];
  return ids.map((examItemId) => {
    const newest = ready.findLast((one) => one.exams.some((exam) => exam.examItemId === examItemId));
    const given = newest?.counts.exams.find((exam) => exam.examItemId === examItemId)?.given;
    const label = exams.find((exam) => exam.examItemId === examItemId)?.label ?? '';
    const { stills = 0, clips = 0, reports = 0 } = given ?? {};
    return { examItemId, label, stills, clips, reports };
  });
}

function readLastPlace(db: Db, app: App) {
  return db
    .selectFrom('inspection_offer')
    .innerJoin('access_request', 'access_request.id', 'inspection_offer.access_request_id')
    .select(['place', 'ask_for'])
    .where('access_request.facility_id', '=', app.facilityId)
    .orderBy('offered_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
