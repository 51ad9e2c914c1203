import { randomUUID } from 'node:crypto';
import { calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { finishRelease } from '../deliveries/finish-release.ts';
import { readRelease } from '../deliveries/read-release.ts';
import { recordDisclosure } from '../deliveries/record-disclosure.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { InspectionTime } from '../store/inspection-tables.ts';
import { readLooking } from './read-looking.ts';
import { readReady } from './read-ready.ts';
import { shownInFull } from './shown-in-full.ts';
import { instantOf, isOver } from './wall-clock.ts';

type Held = InspectionTime & { came: string; shown: string[]; shownBy: string };
type Refused =
  | { code: 'not-found' | 'wrong-step' }
  | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/**
 * Somebody came and looked: access was given to what they were shown (45 CFR 164.524(b)(2)(i)(A), (c)(3)(i)). With an
 * appointment or without; a release of which something was not shown stays open for the rest.
 */
export function recordInspectionVisit(
  app: App,
  actor: StaffActor,
  { requestId, ...held }: Held & { requestId: string },
): Promise<Outcome<{ allShown: boolean }, Refused>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const { timeZone } = await readFacilityFacts(tx, app);
    const looking = (await readLooking(tx, [requestId])).get(requestId);
    if (!request || !looking) return refuse({ code: 'not-found' });
    const ready = await readReady(tx, requestId);
    if (ready.length === 0) return refuse({ code: 'wrong-step' });
    if (!isOver(held, app.now(), timeZone)) return invalid('/on', 'This time has not come yet.');
    // What became ready later was not what they looked at.
    const then = ready.filter(({ readyAt }) => calendarDateIn(timeZone, readyAt.getTime()) <= held.on);
    if (then.length === 0) return invalid('/on', 'The pictures were not ready to be shown on this day.');
    const known = new Set(then.flatMap(({ exams }) => exams.map(({ examItemId }) => examItemId)));
    if (held.shown.some((id) => !known.has(id))) return invalid('/shown', 'Choose among the exams that are ready.');
    await writeVisit(tx, app, actor, requestId, { outcome: 'held', ...held });
    await account(tx, app, actor, requestId, 'inspection.held', { shown: held.shown.length });
    const complete = then.filter((release) => shownInFull(release, looking.visits, held.shown, timeZone));
    for (const { deliveryId, releaseId } of complete) {
      await give(tx, app, actor, { deliveryId, releaseId, at: instantOf(held, timeZone) });
    }
    return ok({ allShown: complete.length === ready.length });
  });
}

/** Nobody came at the time that was chosen. Nothing was given and nothing ends: another time is to be offered. */
export function recordMissedVisit(
  app: App,
  actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<null, Refused>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const { timeZone } = await readFacilityFacts(tx, app);
    const standing = (await readLooking(tx, [requestId])).get(requestId)?.standing;
    if (!request || !standing) return refuse({ code: 'not-found' });
    if (standing.is !== 'chosen' || !isOver(standing.time, app.now(), timeZone)) return refuse({ code: 'wrong-step' });
    await writeVisit(tx, app, actor, requestId, { outcome: 'missed', ...standing.time });
    await account(tx, app, actor, requestId, 'inspection.missed', {});
    return ok(null);
  });
}

async function give(
  tx: Tx,
  app: App,
  actor: StaffActor,
  { deliveryId, releaseId, at }: { deliveryId: string; releaseId: string; at: Date },
): Promise<void> {
  const release = await readRelease(app, releaseId);
  if (!release) throw new Error('A delivery without its release');
  await tx
    .updateTable('delivery')
    .set({ state: 'delivered', delivered_at: at, handed_over_by: actor.staffId })
    .where('id', '=', deliveryId)
    .execute();
  await recordDisclosure(tx, app, { release, deliveryId, at });
  await finishRelease(tx, app, actor, release);
}

type VisitRow = InspectionTime & { outcome: 'held' | 'missed' } & Partial<Pick<Held, 'came' | 'shown' | 'shownBy'>>;

async function writeVisit(
  tx: Tx,
  app: App,
  { staffId }: StaffActor,
  requestId: string,
  { outcome, on, at, came, shown = [], shownBy }: VisitRow,
): Promise<void> {
  await tx
    .insertInto('inspection_visit')
    .values({
      id: randomUUID(),
      access_request_id: requestId,
      outcome,
      visited_on: on,
      visited_at: at,
      came: came ?? null,
      shown: JSON.stringify(shown),
      shown_by: shownBy ?? null,
      recorded_by: staffId,
      recorded_at: app.now(),
    })
    .execute();
  await raiseVersion(tx, requestId);
}

function account(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
  type: 'inspection.held' | 'inspection.missed',
  objects: Record<string, number>,
) {
  return appendAudit(tx, app, { type, outcome: 'success', actor, accessRequestId, objects });
}

function invalid(pointer: string, message: string): Outcome<never, Refused> {
  return refuse({ code: 'invalid-input', fields: [{ pointer, message }] });
}
