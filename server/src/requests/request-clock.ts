import {
  calendarDate,
  calendarDateIn,
  type DatedWait,
  type Extension,
  type Pack,
  requestState,
} from '@echoback/right-of-access';
import type { ExpressionBuilder } from 'kysely';
import { awaitsArrival } from '../deliveries/delivery-end.ts';
import { handFor } from '../determinations/hand.ts';
import { type ClockInput, type FacilityFacts, packFor } from '../facility/facility-facts.ts';
import { readKeptPacks } from '../facility/kept-pack.ts';
import { readPaidOn } from '../fees/paid-on.ts';
import { owedKind } from '../inspection/owed-access.ts';
import { readLooking } from '../inspection/read-looking.ts';
import { visitStep } from '../inspection/visit-step.ts';
import type { Db } from '../store/database.ts';
import type { Schema } from '../store/schema.ts';
import { type NextStep, nextStep } from './next-step.ts';
import type { OpenDecisions } from './open-decisions.ts';
import { readDeliveries } from './read-deliveries.ts';
import type { RequestBundle } from './request-bundle.ts';

/** A request's state is that of its least advanced exam, never kept. */
export function stateOf(bundle: RequestBundle): { state: string; closed: boolean } {
  const { stage, closed } = requestState(bundle.items.map((item) => ({ stage: item.stage, waits: [] })));
  return { state: stage, closed };
}

export function nextOf(
  bundle: RequestBundle,
  patientId: string | null,
  { pendingGround, ...decisions }: OpenDecisions,
  pack: Pack,
  facility: Pick<FacilityFacts, 'timeZone' | 'today'>,
): NextStep {
  return nextStep({
    items: bundle.items,
    patientChosen: patientId !== null,
    ...bundle.standing,
    toJudge: toJudge(bundle),
    codeOpen: bundle.codeSentAt !== null,
    failedRetrievals: bundle.fetching.failed,
    listed: bundle.fetching.listed,
    held: bundle.fetching.held,
    deliveries: bundle.deliveries.map((delivery) => ({
      kind: delivery.kind,
      state: delivery.state,
      awaitsArrival: awaitsArrival(delivery, facility, pack),
      closedReports: delivery.closedReports,
    })),
    visit: visitStep(bundle, facility.today),
    pendingDenial: pendingGround && handFor(pack, pendingGround),
    ...decisions,
  });
}

function toJudge({ items, standing }: RequestBundle): number {
  if (!standing.identityProved || !standing.authorityShown) return 0;
  return items.filter(({ id, stage }) => underway.includes(stage) && standing.toJudge.has(id)).length;
}

const underway: readonly string[] = ['matched', 'granted', 'retrieving', 'checking'];

type ClockRow = { id: string; received_on: string; pack_sha256: string | null };

/** The clocks of many requests: the rules each came under, the letter that moved it, the waits that stand beside it. */
export async function readClocks(
  db: Db,
  facility: FacilityFacts,
  requests: readonly ClockRow[],
): Promise<(request: ClockRow) => ClockInput> {
  const ids = requests.map(({ id }) => id);
  const [packs, extensions, waits, looking] = await Promise.all([
    readKeptPacks(
      db,
      requests.map((request) => request.pack_sha256),
    ),
    readExtensions(db, ids),
    readDatedWaits(db, facility.timeZone, ids),
    readLooking(db, ids),
  ]);
  const packOf = (request: ClockRow) => packs.get(request.pack_sha256 ?? '') ?? packFor(facility, request.received_on);
  const paid = new Map(
    await Promise.all(
      requests.map(async (request) => [request.id, await readPaidOn(db, facility, request, packOf(request))] as const),
    ),
  );
  const deliveries = looking.size > 0 ? await readDeliveries(db, [...looking.keys()]) : [];
  return (request) => {
    const paidOn = paid.get(request.id);
    const clock: ClockInput = {
      receivedOn: request.received_on,
      pack: packOf(request),
      extension: extensions.get(request.id),
      facts: { waits: waits.get(request.id) ?? [], ...(paidOn && { paidOn }) },
    };
    const looks = looking.get(request.id);
    if (!looks) return clock;
    const mine = deliveries.filter(({ access_request_id }) => access_request_id === request.id);
    return { ...clock, facts: { ...clock.facts, kind: owedKind(clock, looks, mine) } };
  };
}

async function readExtensions(db: Db, ids: readonly string[]): Promise<Map<string, Extension>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('extension').selectAll().where('access_request_id', 'in', ids).execute();
  return new Map(
    rows.map((row) => [
      row.access_request_id,
      { sentOn: calendarDate(row.sent_on), promisedOn: calendarDate(row.promised_on), reason: row.reason },
    ]),
  );
}

/** Waits as the clock knows them: a fee waits where a request waits for payment. */
async function readDatedWaits(db: Db, timeZone: string, ids: readonly string[]): Promise<Map<string, DatedWait[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('wait')
    .leftJoin('clarification_end', 'clarification_end.wait_id', 'wait.id')
    .selectAll('wait')
    .select(['clarification_end.how', (wait) => firstProof(wait).as('proved_at')])
    .where('wait.access_request_id', 'in', ids)
    .execute();
  const waits = new Map<string, DatedWait[]>();
  for (const row of rows) {
    const wait: DatedWait = {
      cause: row.kind === 'payment' ? 'fee' : row.kind,
      from: calendarDateIn(timeZone, row.since.getTime()),
      ...(row.ended_at && { until: calendarDateIn(timeZone, row.ended_at.getTime()) }),
      ...(row.kind === 'identity' &&
        row.proved_at && { answeredOn: calendarDateIn(timeZone, row.proved_at.getTime()) }),
      ...(row.asked_promptly !== null && { askedPromptly: row.asked_promptly }),
      // A question that the office took back needed no answer, and nothing stood still for it.
      ...(row.very_large_record !== null && { veryLargeRecord: row.very_large_record && row.how !== 'taken-back' }),
    };
    waits.set(row.access_request_id, [...(waits.get(row.access_request_id) ?? []), wait]);
  }
  return waits;
}

/** The wait may go on for somebody's papers when who they are is long shown. */
function firstProof(wait: ExpressionBuilder<Schema, 'wait'>) {
  return wait
    .selectFrom('identity_proof')
    .innerJoin('access_request', 'access_request.id', 'identity_proof.access_request_id')
    .select((row) => row.fn.min('identity_proof.proved_at').as('proved_at'))
    .whereRef('identity_proof.access_request_id', '=', 'wait.access_request_id')
    .whereRef('identity_proof.patient_id', '=', 'access_request.patient_id');
}
