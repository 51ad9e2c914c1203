import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import type { ClarificationEnd } from '../store/clock-tables.ts';
import { transaction } from '../store/database.ts';
import { isClosed, lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';
import { readOpenQuestion } from './read-clarifications.ts';

type Ended = Outcome<null, { code: 'not-found' | 'wrong-step' }>;
type Told = { how: 'phone' | 'mail' | 'in-person'; answer: string } | { how: 'taken-back' };

/** The person's own answer, from the page of their own request. */
export function answerClarification(
  app: App,
  actor: RequesterActor,
  { questionId, answer }: { questionId: string; answer: string },
): Promise<Ended> {
  return end(app, actor, { requestId: actor.accessRequestId, questionId, how: 'portal', answer });
}

/** An answer that came to the office, in the person's words; or the office asks no more. */
export function endClarification(
  app: App,
  actor: StaffActor,
  { requestId, questionId, end: told }: { requestId: string; questionId: string; end: Told },
): Promise<Ended> {
  const answer = told.how === 'taken-back' ? null : told.answer;
  return end(app, actor, { requestId, questionId, how: told.how, answer });
}

type End = { requestId: string; questionId: string; how: ClarificationEnd; answer: string | null };

function end(app: App, actor: RequesterActor | StaffActor, input: End): Promise<Ended> {
  const { requestId, questionId, how, answer } = input;
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const asked = await tx
      .selectFrom('clarification')
      .innerJoin('wait', 'wait.id', 'clarification.wait_id')
      .select('wait.id')
      .where('wait.id', '=', questionId)
      .where('wait.access_request_id', '=', requestId)
      .executeTakeFirst();
    if (!request || !asked) return refuse({ code: 'not-found' });
    const open = await readOpenQuestion(tx, requestId);
    if (open?.id !== questionId || (await isClosed(tx, requestId))) return refuse({ code: 'wrong-step' });
    const at = app.now();
    const recordedBy = actor.kind === 'staff' ? actor.staffId : null;
    await tx.updateTable('wait').set({ ended_at: at }).where('id', '=', questionId).execute();
    await tx
      .insertInto('clarification_end')
      .values({ wait_id: questionId, how, answer, recorded_by: recordedBy, ended_at: at })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: how === 'taken-back' ? 'clarification.taken-back' : 'clarification.answered',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { questionId, channel: how },
    });
    return ok(null);
  });
}
