import { randomUUID } from 'node:crypto';
import { type LabourEntry, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';

/** Minutes that a request took, of whatever kind, so that the log is true; only copying is ever counted. */
export function logLabour(
  app: App,
  actor: StaffActor,
  input: { requestId: string; task: LabourEntry['task']; minutes: number },
): Promise<Outcome<null, { code: 'not-found' }>> {
  const { requestId, task, minutes } = input;
  return transaction(app.db, async (tx) => {
    if (!(await lockRequest(tx, app, requestId))) return refuse({ code: 'not-found' });
    await tx
      .insertInto('labour_entry')
      .values({
        id: randomUUID(),
        access_request_id: requestId,
        task,
        minutes,
        logged_by: actor.staffId,
        logged_at: app.now(),
      })
      .execute();
    const objects = { kind: task, minutes };
    await appendAudit(tx, app, {
      type: 'labour.logged',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects,
    });
    return ok(null);
  });
}
