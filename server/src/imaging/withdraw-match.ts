import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { finishItemWhenFetched } from './finish-item.ts';
import { lockMatch } from './match-file.ts';

type WithdrawRefusal = { code: 'not-found' | 'wrong-step' };

const beforeRelease = ['matched', 'granted', 'retrieving', 'checking'];

/** Takes a match back before release. When it was the exam's only study, the exam is searched for again. */
export function withdrawMatch(
  app: App,
  actor: StaffActor,
  input: { matchId: string; reason: string },
): Promise<Outcome<null, WithdrawRefusal>> {
  return transaction(app.db, async (tx) => {
    const match = await lockMatch(tx, app, input.matchId);
    if (!match) return refuse({ code: 'not-found' });
    if (match.withdrawn_at || !beforeRelease.includes(match.state)) return refuse({ code: 'wrong-step' });
    await tx
      .updateTable('match')
      .set({ withdrawn_at: app.now(), withdrawn_by: actor.staffId, withdrawn_reason: input.reason })
      .where('id', '=', match.id)
      .execute();
    const others = await tx
      .selectFrom('match')
      .select('id')
      .where('exam_item_id', '=', match.exam_item_id)
      .where('withdrawn_at', 'is', null)
      .execute();
    if (others.length === 0) {
      const moved = await moveExamItem(tx, app, actor, match.exam_item_id, 'withdraw-match', {});
      if (!moved.ok) throw new Error('an exam item before release takes a match back');
    } else if (match.state === 'retrieving') {
      await finishItemWhenFetched(tx, app, match.exam_item_id);
    }
    await appendAudit(tx, app, {
      type: 'match.withdrawn',
      outcome: 'success',
      actor,
      accessRequestId: match.access_request_id,
      objects: { matchId: match.id, examItemId: match.exam_item_id, othersLeft: others.length },
    });
    return ok(null);
  });
}
