import {
  type CountedLabour,
  countLabour,
  type FeeFacts,
  type FeeQuote,
  type FeeRefusal,
  type Outcome,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { copyComes, readCopyDenied } from '../releases/copy-denied.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { Db } from '../store/database.ts';
import { countEarlierCopies } from './earlier-copies.ts';
import { type AskedWay, quoteWays } from './quote-deliveries.ts';
import { readFee } from './read-fee.ts';

/** Everything that the price of one request depends on, read together. */
export async function readFeeCase(db: Db, app: App, requestId: string) {
  const request = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return undefined;
  const facility = await readFacilityFacts(db, app);
  const [fee, clockOf, deliveries, exams, labour, circumstances, denied] = await Promise.all([
    readFee(db, facility, request),
    readClocks(db, facility, [request]),
    db.selectFrom('asked_delivery').selectAll().where('access_request_id', '=', requestId).orderBy('ordinal').execute(),
    db
      .selectFrom('exam_item')
      .select(['id', 'state as stage', 'outcome', 'found_for'])
      .where('access_request_id', '=', requestId)
      .execute(),
    readLabour(db, requestId),
    db.selectFrom('fee_circumstance').selectAll().where('access_request_id', '=', requestId).execute(),
    readCopyDenied(db, requestId),
  ]);
  const counted = countLabour(labour, fee.pack);
  if (!counted.ok) throw new Error('A labour log that can not be counted');
  const said = new Set(circumstances.map(({ kind }) => kind));
  const used = said.size > 0 ? await freeRulesUsed(db, app, request) : [];
  const claim = said.has('benefit-claim-shown') ? 'proof-shown' : said.has('benefit-claim-said') ? 'said' : undefined;
  const facts: FeeFacts = {
    copiesBefore: await countEarlierCopies(db, request),
    ...(claim ? { benefitClaim: claim } : {}),
    ...(said.has('cannot-pay') ? { cannotPay: true } : {}),
    freeRulesUsed: used,
  };
  const ways: AskedWay[] = deliveries.map(({ kind, recipient }) => ({ kind, who: recipient.who }));
  return {
    request,
    facility,
    fee,
    clock: clockOf(request),
    deliveries,
    ways,
    examCount: exams.filter(({ found_for }) => found_for === null).length,
    copyComes: copyComes(exams, denied),
    labour,
    counted: counted.value,
    facts,
    said,
  };
}

export type FeeCase = NonNullable<Awaited<ReturnType<typeof readFeeCase>>>;

/**
 * The price as it would be today. `actual`: by what the copying took, as for an unusual request; the notice that goes out with
 * it is what "said before" asks for (HHS FAQ 2029), and nothing is charged by it until the person agreed.
 */
export function workOutQuote(
  { ways, examCount, facility, fee, counted, facts }: FeeCase,
  by: { basis: 'schedule' | 'actual'; reason: string },
): Outcome<FeeQuote, FeeRefusal> {
  const unusual = by.basis === 'actual' ? { unusual: { reason: by.reason, saidBefore: true } } : {};
  return quoteWays(ways, examCount, facility.feeSchedule, fee.pack, {
    facts: { ...facts, ...unusual },
    ...minutesOf(counted),
  });
}

function minutesOf({ loggedMinutes, copyMinutes }: CountedLabour): { copyMinutes?: number } {
  return loggedMinutes > 0 ? { copyMinutes } : {};
}

function readLabour(db: Db, requestId: string) {
  return db
    .selectFrom('labour_entry')
    .innerJoin('staff', 'staff.id', 'labour_entry.logged_by')
    .select(['labour_entry.task', 'labour_entry.minutes', 'labour_entry.logged_at', 'staff.display_name as loggedBy'])
    .where('access_request_id', '=', requestId)
    .orderBy('logged_at')
    .execute();
}

/**
 * Rules that give one free copy, by which this patient has it on another request: one that ended without a copy used none.
 * A first copy is counted by its records.
 */
async function freeRulesUsed(db: Db, app: App, request: { id: string; patient_id: string | null }): Promise<string[]> {
  if (!request.patient_id) return [];
  const rows = await db
    .selectFrom('fee_quote')
    .innerJoin('access_request', 'access_request.id', 'fee_quote.access_request_id')
    .select('quote')
    .where('access_request.facility_id', '=', app.facilityId)
    .where('access_request.patient_id', '=', request.patient_id)
    .where('access_request.id', '!=', request.id)
    .where((row) =>
      row.exists(
        row
          .selectFrom('exam_item')
          .select('exam_item.id')
          .whereRef('exam_item.access_request_id', '=', 'access_request.id')
          .where((item) => item.or([item('state', '!=', 'closed'), item('outcome', 'in', ['given', 'given-in-part'])])),
      ),
    )
    .execute();
  const reasons = rows.flatMap(({ quote }) => quote.why);
  return [
    ...new Set(
      reasons.filter(({ kind }) => kind?.startsWith('free-') && kind !== 'free-first-copy').map(({ rule }) => rule),
    ),
  ];
}
