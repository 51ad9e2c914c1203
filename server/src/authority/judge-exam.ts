import { randomUUID } from 'node:crypto';
import { type ConsentBasis, type Outcome, ok, refuse, type ServiceCategory } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { setApartWhatIsNotTheirs } from './set-apart.ts';

type Consent = { examItemId: string; basis: ConsentBasis; category: ServiceCategory; minorWantsParent: boolean };

/** Who consented to one exam of a minor: 45 CFR 164.502(g)(3)(i). No age stands in for it. */
export function recordConsent(
  app: App,
  actor: StaffActor,
  input: Consent,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  return judgeExam(app, actor, input.examItemId, 'exam.consent-recorded', (tx) =>
    tx
      .insertInto('exam_consent')
      .values({
        id: randomUUID(),
        exam_item_id: input.examItemId,
        basis: input.basis,
        category: input.category,
        minor_wants_parent: input.minorWantsParent,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute(),
  );
}

/** Where the law is silent it asks a licensed professional, and nobody else: 45 CFR 164.502(g)(3)(ii)(C). */
export async function decideParentAccess(
  app: App,
  actor: StaffActor,
  input: { examItemId: string; give: boolean; reason: string },
): Promise<Outcome<null, { code: 'not-found' | 'not-licensed' | 'wrong-step' }>> {
  if (actor.licensedAs === null) return refuse({ code: 'not-licensed' });
  return judgeExam(app, actor, input.examItemId, 'parent-access.decided', (tx) =>
    tx
      .insertInto('parent_access_decision')
      .values({
        id: randomUUID(),
        exam_item_id: input.examItemId,
        give: input.give,
        reason: input.reason,
        decided_by: actor.staffId,
        decided_at: app.now(),
      })
      .execute(),
  );
}

function judgeExam(
  app: App,
  actor: StaffActor,
  examItemId: string,
  type: 'exam.consent-recorded' | 'parent-access.decided',
  write: (tx: Tx) => Promise<unknown>,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const item = await tx
      .selectFrom('exam_item')
      .select(['access_request_id', 'state'])
      .where('id', '=', examItemId)
      .executeTakeFirst();
    const request = item && (await lockRequest(tx, app, item.access_request_id));
    if (!item || !request) return refuse({ code: 'not-found' });
    if (item.state === 'closed') return refuse({ code: 'wrong-step' });
    await write(tx);
    await raiseVersion(tx, request.id);
    // What was decided stays with the exam: the trail of a parent's request says nothing that a copy of it could tell.
    await appendAudit(tx, app, {
      type,
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { examItemId },
    });
    await setApartWhatIsNotTheirs(tx, app, actor, request.id);
    await grantMatched(tx, app, actor, request.id);
    return ok(null);
  });
}
