import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { isOwnFile } from '../imaging/is-own-file.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { readExamCase } from './request-case.ts';

type ReopenInput = { examItemId: string; reopenedFor: 'missing-images' | 'new-proof'; reason: string };
type ReopenRefusal = { code: 'not-found' | 'wrong-step' | 'own-file' };

/**
 * Pictures are reported missing, or new proof came: the exam is looked for again. The due date is the one it always had,
 * and what was given stays given.
 */
export async function reopenExam(
  app: App,
  actor: StaffActor,
  { examItemId, reopenedFor, reason }: ReopenInput,
): Promise<Outcome<null, ReopenRefusal>> {
  const found = await readExamCase(app.db, app, examItemId);
  if (!found) return refuse({ code: 'not-found' });
  if (isOwnFile(actor, found)) return refuse({ code: 'own-file' });
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, found.request.id);
    return reopenItem(tx, app, actor, found.request.id, { examItemId, reopenedFor, reason });
  });
}

export async function reopenItem(
  tx: Tx,
  app: App,
  actor: StaffActor | ProgramActor,
  accessRequestId: string,
  { examItemId, reopenedFor, reason }: ReopenInput,
): Promise<Outcome<null, ReopenRefusal>> {
  const moved = await moveExamItem(tx, app, actor, examItemId, 'reopen', { reopenedFor, reason });
  if (!moved.ok) return refuse({ code: moved.refusal.code });
  const by = actor.kind === 'staff' ? actor.staffId : null;
  await tx
    .insertInto('reopening')
    .values({
      id: randomUUID(),
      exam_item_id: examItemId,
      reopened_for: reopenedFor,
      reason,
      reopened_by: by,
      reopened_at: app.now(),
    })
    .execute();
  // What was chosen before is chosen again from a fresh search: the source may list more by now.
  await tx
    .updateTable('match')
    .set({ withdrawn_at: app.now(), withdrawn_by: by, withdrawn_reason: 'reopened' })
    .where('exam_item_id', '=', examItemId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await appendAudit(tx, app, {
    type: 'exam-item.reopened',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { examItemId, code: reopenedFor },
  });
  return ok(null);
}
