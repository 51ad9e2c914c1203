import { randomUUID } from 'node:crypto';
import { calendarDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { packEdition, packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import { keepPack } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { dayOfReceipt } from '../requests/day-of-receipt.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { openExamItems } from '../requests/open-exam-items.ts';
import { transaction } from '../store/database.ts';

type Refusal = { code: 'not-found' | 'wrong-step' | 'receipt-not-earlier' };

/**
 * It was found to have come earlier than was thought: the clock is counted from there, under the rules of that day. Later
 * is never possible. What is due then follows by itself.
 */
export async function correctReceipt(
  app: App,
  actor: StaffActor,
  input: { requestId: string; receivedOn: string; reason: string },
): Promise<Outcome<null, Refusal>> {
  const facility = await readFacilityFacts(app.db, app);
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    const { channel } = request;
    const { on: receivedOn, rules } = dayOfReceipt(facility, [
      { channel, on: calendarDate(request.received_on) },
      { channel, on: calendarDate(input.receivedOn) },
    ]);
    const items = await openExamItems(tx, request.id);
    if (items.length === 0) return refuse({ code: 'wrong-step' });
    for (const id of items) {
      const moved = await moveExamItem(tx, app, actor, id, 'correct-receipt', { receivedOn, reason: input.reason });
      if (!moved.ok) return refuse({ code: 'receipt-not-earlier' });
    }
    const pack = packFor(facility, receivedOn);
    await tx
      .updateTable('access_request')
      .set({
        received_on: receivedOn,
        policy_pack: JSON.stringify(packEdition(pack)),
        pack_sha256: await keepPack(tx, app, pack),
      })
      .where('id', '=', request.id)
      .execute();
    await tx
      .insertInto('receipt_correction')
      .values({
        id: randomUUID(),
        access_request_id: request.id,
        received_before: request.received_on,
        received_on: receivedOn,
        reason: input.reason,
        corrected_by: actor.staffId,
        corrected_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'receipt.corrected',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      // The reason is a person's words: it stays with the request (S10.2).
      objects: { before: request.received_on, receivedOn, rules },
    });
    return ok(null);
  });
}
