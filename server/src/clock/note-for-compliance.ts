import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { countLateness } from './late-answers.ts';
import { readReturnedAccess } from './returned-access.ts';

const watcher: ProgramActor = { kind: 'program', job: 'watch-clocks' };

/** What is no clock that runs any more, and still somebody’s to know: a late answer that has been given, access that has returned. */
export async function noteForCompliance(app: App, facility: FacilityFacts): Promise<void> {
  const overdue = await app.db
    .selectFrom('access_request')
    .selectAll('access_request')
    .where('facility_id', '=', app.facilityId)
    .where(({ exists, not, selectFrom }) => {
      const notice = (level: string) =>
        selectFrom('clock_notice')
          .select('level')
          .whereRef('clock_notice.access_request_id', '=', 'access_request.id')
          .where('level', '=', level);
      return exists(notice('overdue')).and(not(exists(notice('answered-late'))));
    })
    .execute();
  for (const { requestId, dueOn, answeredOn, daysLate } of await countLateness(app, facility, overdue)) {
    if (answeredOn && daysLate > 0) await note(app, facility, requestId, { level: 'answered-late', on: dueOn });
  }
  for (const { requestId, returnedOn } of await readReturnedAccess(app.db, app, facility.today)) {
    await note(app, facility, requestId, { level: 'access-returned', on: returnedOn });
  }
}

/** Once for each day and level; a second run finds it there. */
function note(app: App, facility: FacilityFacts, requestId: string, { level, on }: { level: string; on: string }) {
  return transaction(app.db, async (tx) => {
    const fresh = await tx
      .insertInto('clock_notice')
      .values({
        access_request_id: requestId,
        due_on: on,
        level,
        reached_on: facility.today,
        noticed_at: app.now(),
        mailed_at: null,
        letter_id: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('level')
      .executeTakeFirst();
    if (!fresh) return;
    await appendAudit(tx, app, {
      type: 'clock.warned',
      outcome: 'success',
      actor: watcher,
      accessRequestId: requestId,
      objects: { kind: level, to: on },
    });
  });
}
