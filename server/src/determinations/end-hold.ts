import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { askToGoOn } from '../touchless/ask-to-go-on.ts';

/** Lets a request go on; the hold stays in the file with who ended it and why. */
export function endHold(
  app: App,
  actor: StaffActor,
  { holdId, reason }: { holdId: string; reason: string },
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const hold = await tx
      .selectFrom('hold')
      .select(['access_request_id', 'opens_at'])
      .where('id', '=', holdId)
      .executeTakeFirst();
    const request = hold && (await lockRequest(tx, app, hold.access_request_id));
    if (!request) return refuse({ code: 'not-found' });
    const ended = await tx
      .insertInto('hold_end')
      .values({ hold_id: holdId, reason, ended_by: actor.staffId, ended_at: app.now() })
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
      objects: { holdId },
    });
    return ok(null);
  });
}

/** A clinician talked it over or lifted it: what was given already opens with its report at once. */
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
