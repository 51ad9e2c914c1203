import {
  type AvailabilityWatch,
  addDays,
  calendarDate,
  calendarDateIn,
  startOfLocalDay,
  watchAvailability,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { countsFor } from '../requests/identity-proved.ts';
import type { Db } from '../store/database.ts';

export type Available = { since: string; sinceDay: string; level: 'nothing' | 'flag' | 'supervisor' };

type RequestRow = { id: string; patient_id: string | null; requester_email_since: Date | null };
type Standing = { identityProved: boolean; authorityShown: boolean };

/**
 * Which open requests could be met at once and wait: who asks is known, a study is chosen and can be fetched, and no lawful
 * hold is on. Days that the law still gives are no excuse: 45 CFR 171.103.
 */
export async function readAvailability(
  db: Db,
  app: App,
  facility: FacilityFacts,
  requests: readonly RequestRow[],
): Promise<(request: RequestRow, clock: ClockInput, standing: Standing) => Available | null> {
  const ids = requests.map(({ id }) => id);
  if (ids.length === 0) return () => null;
  const [proofs, matches, holds] = await Promise.all([readProofs(db, ids), readMatches(db, ids), readHolds(db, ids)]);
  const now = app.now().getTime();
  return (request, clock, standing) => {
    if (!standing.identityProved || !standing.authorityShown) return null;
    const mine = <Row extends { access_request_id: string }>(rows: Row[]) =>
      rows.filter((row) => row.access_request_id === request.id);
    const proved = mine(proofs).filter(countsFor(request));
    const provedAt = proved[0]?.proved_at.getTime();
    if (provedAt === undefined) return null;
    const held = mine(holds).map(({ set_at, ended_at, until_day }) => {
      const ends = [
        ...(ended_at ? [ended_at.getTime()] : []),
        ...(until_day ? [startOfLocalDay(facility.timeZone, addDays(calendarDate(until_day), 1))] : []),
      ];
      return { from: set_at.getTime(), ...(ends.length > 0 ? { until: Math.min(...ends) } : {}) };
    });
    const watches = mine(matches).map(({ confirmed_at, state }) =>
      watchAvailability(
        {
          identityProvedAt: provedAt,
          authorityProvedAt: provedAt,
          matchedAt: confirmed_at.getTime(),
          // What can not be fetched now could not be given now.
          ...(state === 'failed' ? {} : { retrievableAt: confirmed_at.getTime() }),
          holds: held,
        },
        now,
        facility.timeZone,
        clock.pack,
        clockFactsOf(clock.receivedOn),
      ),
    );
    return longestWait(watches, facility.timeZone);
  };
}

function longestWait(watches: AvailabilityWatch[], timeZone: string): Available | null {
  const since = watches.flatMap((watch) => (watch.couldBeMetSince === undefined ? [] : [watch]));
  const [first] = since.sort((a, b) => (a.couldBeMetSince ?? 0) - (b.couldBeMetSince ?? 0));
  if (first?.couldBeMetSince === undefined) return null;
  const sinceDay = calendarDateIn(timeZone, first.couldBeMetSince);
  return { since: new Date(first.couldBeMetSince).toISOString(), sinceDay, level: first.level };
}

function readProofs(db: Db, ids: string[]) {
  return db
    .selectFrom('identity_proof')
    .select(['access_request_id', 'patient_id', 'proved_at'])
    .where('access_request_id', 'in', ids)
    .orderBy('proved_at')
    .execute();
}

/** Studies that are chosen and not yet released. */
function readMatches(db: Db, ids: string[]) {
  return db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .leftJoin('retrieval', 'retrieval.match_id', 'match.id')
    .select(['exam_item.access_request_id', 'match.confirmed_at', 'retrieval.state'])
    .where('exam_item.access_request_id', 'in', ids)
    .where('exam_item.state', 'in', ['matched', 'granted', 'retrieving', 'checking'])
    .where('match.withdrawn_at', 'is', null)
    .execute();
}

function readHolds(db: Db, ids: string[]) {
  return db
    .selectFrom('hold')
    .leftJoin('hold_end', 'hold_end.hold_id', 'hold.id')
    .select(['hold.access_request_id', 'hold.set_at', 'hold.until_day', 'hold_end.ended_at'])
    .where('hold.access_request_id', 'in', ids)
    .execute();
}
