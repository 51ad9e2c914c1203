import { calendarDate, clockStatus } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type ClockInput, type FacilityFacts, readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { hasUnsentAnswer, readClockStops } from '../requests/clock-stop.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { readBundles } from '../requests/request-bundle.ts';
import { readClocks } from '../requests/request-clock.ts';
import { transaction } from '../store/database.ts';
import { type Available, readAvailability } from './availability.ts';
import { noteForCompliance } from './note-for-compliance.ts';
import { apologizeAgain, noteLevels } from './note-levels.ts';
import type { Level, OpenRequest } from './open-request.ts';
import { tellOffice } from './tell-office.ts';

/**
 * Looks at every open clock, whether or not anybody opens the file. Each level is written down once for each due date, in
 * one transaction with what follows from it; a run that was killed is finished by the next one.
 */
export async function watchClocks(app: App): Promise<void> {
  const facility = await readFacilityFacts(app.db, app);
  const requests = await readOpenRequests(app);
  if (requests.length > 0) {
    const [clockOf, stopped, bundleOf, availableOf] = await Promise.all([
      readClocks(app.db, facility, requests),
      readClockStops(
        app.db,
        app,
        facility,
        requests.map(({ id }) => id),
      ),
      readBundles(app.db, app, requests),
      readAvailability(app.db, app, facility, requests),
    ]);
    const noted = await readNoted(app);
    const unapologized = await readUnapologized(app);
    for (const request of requests) {
      const bundle = bundleOf(request.id);
      const clock = stopped(request.id, bundle, clockOf(request));
      if (clock.stoppedOn) continue;
      const reached = reachedLevels(facility, clock, availableOf(request, clock, bundle.standing));
      const fresh = reached.filter(({ level, dueOn }) => !noted.has(`${request.id} ${dueOn} ${level}`));
      const about = { request, clock, bundle, fresh };
      for (const dueOn of unapologized.get(request.id) ?? []) await apologizeAgain(app, facility, about, dueOn);
      if (fresh.length > 0) await noteLevels(app, facility, about);
    }
  }
  await grantAfterHolds(app, facility);
  await noteForCompliance(app, facility);
  await tellOffice(app, facility);
}

/** A hold with a last day ends by itself in the night: what it barred is granted in the morning, without anybody’s hand. */
async function grantAfterHolds(app: App, { today }: FacilityFacts): Promise<void> {
  const barred = await app.db
    .selectFrom('hold')
    .innerJoin('access_request', 'access_request.id', 'hold.access_request_id')
    .innerJoin('exam_item', 'exam_item.access_request_id', 'access_request.id')
    .select('access_request.id')
    .distinct()
    .where('facility_id', '=', app.facilityId)
    .where('exam_item.state', '=', 'matched')
    .where('hold.until_day', '<', today)
    .execute();
  for (const { id } of barred) {
    await transaction(app.db, async (tx) => {
      await lockRequest(tx, app, id);
      await grantMatched(tx, app, { kind: 'program', job: 'watch-clocks' }, id);
    });
  }
}

function reachedLevels(facility: FacilityFacts, clock: ClockInput, available: Available | null): Level[] {
  const facts = { ...clockFactsOf(clock.receivedOn), ...clock.facts };
  const { due, daysLeft, warnings } = clockStatus(
    calendarDate(clock.receivedOn),
    clock.extension,
    facility.today,
    clock.pack,
    facts,
  );
  const levels = warnings.filter(({ reached }) => reached).map(({ percent }) => String(percent));
  const waiting = available && available.level !== 'nothing' ? [`available-${available.level}`] : [];
  return [
    ...[...levels, ...(daysLeft < 0 ? ['overdue'] : [])].map((level) => ({ level, dueOn: due.on })),
    ...waiting.map((level) => ({ level, dueOn: available?.sinceDay ?? due.on })),
  ];
}

/** An answer that nobody has had is none: until it leaves, the clock of a closed request runs too. */
function readOpenRequests(app: App): Promise<OpenRequest[]> {
  return app.db
    .selectFrom('access_request')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where((row) =>
      row.or([
        row.exists(
          row
            .selectFrom('exam_item')
            .select('exam_item.id')
            .whereRef('exam_item.access_request_id', '=', 'access_request.id')
            .where('exam_item.state', '!=', 'closed'),
        ),
        hasUnsentAnswer(row),
      ]),
    )
    .orderBy('received_at')
    .execute();
}

async function readNoted(app: App): Promise<Set<string>> {
  const rows = await app.db
    .selectFrom('clock_notice')
    .innerJoin('access_request', 'access_request.id', 'clock_notice.access_request_id')
    .select(['access_request_id', 'due_on', 'level'])
    .where('facility_id', '=', app.facilityId)
    .execute();
  return new Set(rows.map(({ access_request_id, due_on, level }) => `${access_request_id} ${due_on} ${level}`));
}

/** Overdue, and the letter that says so could not be written: by request, with the due dates. */
async function readUnapologized(app: App): Promise<Map<string, string[]>> {
  const rows = await app.db
    .selectFrom('clock_notice')
    .innerJoin('access_request', 'access_request.id', 'clock_notice.access_request_id')
    .select(['access_request_id', 'due_on'])
    .where('facility_id', '=', app.facilityId)
    .where('level', '=', 'overdue')
    .where('letter_id', 'is', null)
    .execute();
  const of = Map.groupBy(rows, ({ access_request_id }) => access_request_id);
  return new Map([...of].map(([id, notices]) => [id, notices.map(({ due_on }) => due_on)]));
}
