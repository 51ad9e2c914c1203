import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import type { IntakeChannel } from './intake-input.ts';

/** Somebody asked again for what is being worked on: written down, and no day moves. */
export async function recordReminder(
  app: App,
  actor: StaffActor,
  input: { requestId: string; channel: IntakeChannel; note?: string | undefined },
): Promise<Outcome<null, { code: 'not-found' }>> {
  const { today } = await readFacilityFacts(app.db, app);
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    await tx
      .insertInto('reminder')
      .values({
        id: randomUUID(),
        access_request_id: request.id,
        channel: input.channel,
        reminded_on: today,
        note: input.note || null,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'reminder.recorded',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { channel: input.channel },
    });
    return ok(null);
  });
}
