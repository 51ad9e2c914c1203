import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import { readFeeCase } from '../fees/fee-case.ts';
import { quoteWays } from '../fees/quote-deliveries.ts';
import { standingOf } from '../requests/identity-proved.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { Db } from '../store/database.ts';
import { readInstruments } from './instruments.ts';
import type { LackFile } from './lack-letter.ts';
import { readAuthority } from './read-authority.ts';

/** One request with all that says what is still lacking; nothing where this facility has no such request. */
export async function readLackFile(db: Db, app: App, requestId: string, reviews: LackFile['reviews'] = []) {
  const request = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request) return undefined;
  const facility = await readFacilityFacts(db, app);
  const authority = (await readAuthority(db, app, [request])).get(requestId);
  if (!authority) return undefined;
  const standing = await standingOf(db, app, requestId);
  const clockOf = await readClocks(db, facility, [request]);
  const { sources } = await packOfRequest(db, facility, request);
  const exams = await db
    .selectFrom('exam_item')
    .selectAll()
    .where('access_request_id', '=', requestId)
    .where('found_for', 'is', null)
    .orderBy('ordinal')
    .execute();
  return {
    request,
    facility,
    clock: clockOf(request),
    identityProved: standing.identityProved,
    authority,
    instruments: await readInstruments(db, requestId, app.now(), facility.timeZone, sources),
    exams,
    reviews,
    printsToSelfCents: await priceToSelf(db, app, requestId),
  } satisfies LackFile;
}

async function priceToSelf(db: Db, app: App, requestId: string): Promise<number> {
  const known = await readFeeCase(db, app, requestId);
  if (!known) throw new Error('A request without its fee');
  const { examCount, facility, fee, facts } = known;
  const quote = quoteWays([{ kind: 'prints', who: 'self' }], examCount, facility.feeSchedule, fee.pack, { facts });
  if (!quote.ok) throw new Error(`The fee schedule can not be used: ${quote.refusal.code}`);
  return quote.value.totalCents;
}
