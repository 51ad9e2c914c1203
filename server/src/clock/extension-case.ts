import {
  type CalendarDate,
  type ClockFacts,
  calendarDate,
  decideExtension,
  type ExtensionRefusal,
  type ExtensionWish,
  type GrantedExtension,
  type Outcome,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ClockInput, type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { openExamItems } from '../requests/open-exam-items.ts';
import { readClocks } from '../requests/request-clock.ts';
import type { ExtensionCause } from '../store/clock-tables.ts';
import type { Db } from '../store/database.ts';

export type WishRow = {
  id: string;
  promisedOn: string;
  reason: string;
  cause: ExtensionCause;
  readyNow: string | null;
  wishedBy: string;
  wishedAt: Date;
  /** The supervisor who stands for it. */
  agreedBy: string | null;
  agreedById: string | null;
};

/** One request as somebody sees it who wants to move its due date. */
export type ExtensionCase = {
  facility: FacilityFacts;
  request: NonNullable<Awaited<ReturnType<typeof findRequest>>>;
  clock: ClockInput;
  facts: ClockFacts;
  received: CalendarDate;
  /** The newest wish; those before it are history. */
  wish: WishRow | null;
  openItems: string[];
};

export async function readExtensionCase(db: Db, app: App, requestId: string): Promise<ExtensionCase | undefined> {
  const request = await findRequest(db, app, requestId);
  if (!request) return undefined;
  const facility = await readFacilityFacts(db, app);
  const clock = (await readClocks(db, facility, [request]))(request);
  return {
    facility,
    request,
    clock,
    facts: { ...clockFactsOf(request.received_on), ...clock.facts },
    received: calendarDate(request.received_on),
    wish: await readWish(db, requestId),
    openItems: await openExamItems(db, requestId),
  };
}

/** The engine's answer to a letter sent today. */
export function decideWish(
  { received, clock, facility, facts }: ExtensionCase,
  wish: ExtensionWish,
): Outcome<GrantedExtension, ExtensionRefusal> {
  return decideExtension(received, clock.extension, wish, facility.today, clock.pack, facts);
}

function findRequest(db: Db, app: App, requestId: string) {
  return db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

async function readWish(db: Db, requestId: string): Promise<WishRow | null> {
  const row = await db
    .selectFrom('extension_wish')
    .innerJoin('staff as wisher', 'wisher.id', 'extension_wish.wished_by')
    .leftJoin('extension_agreement', 'extension_agreement.wish_id', 'extension_wish.id')
    .leftJoin('staff as agreer', 'agreer.id', 'extension_agreement.agreed_by')
    .selectAll('extension_wish')
    .select(['wisher.display_name as wisher', 'agreer.display_name as agreer', 'extension_agreement.agreed_by'])
    .where('access_request_id', '=', requestId)
    .orderBy('wished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    promisedOn: row.promised_on,
    reason: row.reason,
    cause: row.cause,
    readyNow: row.ready_now,
    wishedBy: row.wisher,
    wishedAt: row.wished_at,
    agreedBy: row.agreer,
    agreedById: row.agreed_by,
  };
}
