import { calendarDate, clinicianMayOpen, embargoEnd, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { instantDuring, type WallTime } from '../inspection/wall-clock.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { askToGoOn } from '../touchless/ask-to-go-on.ts';
import { embargoOf } from './report-embargo.ts';
import { type RequestCase, readRequestCase } from './request-case.ts';

type Ending = { holdId: string; reason: string; clinician?: { name: string; when: WallTime } | undefined };
type Refusal = { code: 'not-found' | 'wrong-step' | 'clinician-may-not-open' };

/** Lets a request go on; the hold stays in the file with who ended it and why, and with the clinician who let a report open. */
export function endHold(
  app: App,
  actor: StaffActor,
  { holdId, reason, clinician }: Ending,
): Promise<Outcome<null, Refusal>> {
  return transaction(app.db, async (tx) => {
    const hold = await tx
      .selectFrom('hold')
      .select(['access_request_id', 'opens_at', 'brought'])
      .where('id', '=', holdId)
      .executeTakeFirst();
    const request = hold && (await lockRequest(tx, app, hold.access_request_id));
    if (!request) return refuse({ code: 'not-found' });
    const found = clinician && (await readRequestCase(tx, app, request.id));
    const at = found && openedAt(found, hold.brought, clinician.when, app.now());
    if (clinician && !at) return refuse({ code: 'clinician-may-not-open' });
    const ended = await tx
      .insertInto('hold_end')
      .values({
        hold_id: holdId,
        reason,
        ended_by: actor.staffId,
        ended_at: app.now(),
        clinician: clinician?.name ?? null,
        clinician_at: at ?? null,
      })
      .onConflict((conflict) => conflict.column('hold_id').doNothing())
      .executeTakeFirst();
    if (ended.numInsertedOrUpdatedRows === 0n) return refuse({ code: 'wrong-step' });
    await raiseVersion(tx, request.id);
    if (hold.opens_at) await openNow(tx, app, request.id);
    await grantMatched(tx, app, actor, request.id);
    await askToGoOn(tx, app, request.id);
    await appendAudit(tx, app, {
      type: 'hold.ended',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { holdId, ...(clinician && at ? { clinician: clinician.name, clinicianAt: at.toISOString() } : {}) },
    });
    return ok(null);
  });
}

/** When a clinician let the report open, if the statute's hold ends by that up to now; else nothing. */
function openedAt(
  { pack, facility, dueOn }: RequestCase,
  brought: Record<string, string>,
  when: WallTime,
  now: Date,
): Date | undefined {
  const embargo = embargoOf(pack, brought.statute);
  if (!embargo || !brought.finalisedAt || !clinicianMayOpen(embargo)) return undefined;
  const at = instantDuring(when, now, facility.timeZone);
  const facts = {
    finalisedAt: Date.parse(brought.finalisedAt),
    due: calendarDate(dueOn),
    clinicianAt: at.getTime(),
  };
  const { opensAt } = embargoEnd(embargo, facts, facility.timeZone, pack);
  return opensAt <= now.getTime() ? at : undefined;
}

/** What was given already opens with its report at once. */
async function openNow(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  const releases = await tx
    .selectFrom('release')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .execute();
  for (const { id: releaseId } of releases) {
    await app.jobs.enqueue(tx, 'open-held-reports', { releaseId }, { singletonKey: `${releaseId} ended` });
  }
}
