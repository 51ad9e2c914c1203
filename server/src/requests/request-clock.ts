import { calendarDateIn, requestState } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type DueWorking, dueWorking, type FacilityFacts } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { RequestBundle } from './request-bundle.ts';

/** A request's state is that of its least advanced exam, never kept. */
export function stateOf(bundle: RequestBundle): { state: string; closed: boolean } {
  const { stage, closed } = requestState(bundle.items.map((item) => ({ stage: item.stage, waits: [] })));
  return { state: stage, closed };
}

export function nextOf(bundle: RequestBundle, patientId: string | null): NextStep {
  return nextStep({
    items: bundle.items,
    patientChosen: patientId !== null,
    ...bundle.standing,
    codeOpen: bundle.codeSentAt !== null,
    failedRetrievals: bundle.fetching.failed,
    listed: bundle.fetching.listed,
    held: bundle.fetching.held,
    deliveries: bundle.deliveries,
  });
}

/** When each closed request's last exam reached its end: there its clock stands. */
export async function closingInstants(db: Db, app: App, requestIds: string[]): Promise<Map<string, Date>> {
  if (requestIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('audit_event')
    .select((row) => ['access_request_id', row.fn.max('at').as('at')])
    .where('facility_id', '=', app.facilityId)
    .where('access_request_id', 'in', requestIds)
    .where('type', '=', 'exam-item.moved')
    .groupBy('access_request_id')
    .execute();
  return new Map(rows.flatMap(({ access_request_id, at }) => (access_request_id ? [[access_request_id, at]] : [])));
}

export function dueOf(facility: FacilityFacts, receivedOn: string, closedAt: Date | undefined): DueWorking {
  const stoppedOn = closedAt && calendarDateIn(facility.timeZone, closedAt.getTime());
  return dueWorking(facility, receivedOn, stoppedOn);
}
