import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { lockMatch } from './match-file.ts';

type AgainRefusal = { code: 'not-found' | 'wrong-step' };

/**
 * Asks the source once more for what is missing or was kept aside; what is held is not fetched twice. An exam that was
 * being checked goes back to being fetched.
 */
export function retrieveAgain(
  app: App,
  actor: StaffActor,
  input: { matchId: string },
): Promise<Outcome<null, AgainRefusal>> {
  return transaction(app.db, async (tx) => {
    const match = await lockMatch(tx, app, input.matchId);
    if (!match) return refuse({ code: 'not-found' });
    if (match.withdrawn_at) return refuse({ code: 'wrong-step' });
    if (match.state !== 'checking' && match.state !== 'retrieving') return refuse({ code: 'wrong-step' });
    await tx.deleteFrom('retrieved_instance').where('match_id', '=', match.id).where('state', '!=', 'held').execute();
    const asked = { state: 'queued', failure_code: null, failure_at: null, asked_again_at: app.now() } as const;
    await tx
      .insertInto('retrieval')
      .values({ match_id: match.id, ...asked })
      .onConflict((conflict) => conflict.column('match_id').doUpdateSet(asked))
      .execute();
    if (match.state === 'checking') {
      const moved = await moveExamItem(tx, app, actor, match.exam_item_id, 'retrieve', {});
      if (!moved.ok) throw new Error('an exam that is checked can be fetched again');
    }
    await app.jobs.enqueue(tx, 'retrieve-study', { matchId: match.id }, { singletonKey: match.id });
    return ok(null);
  });
}
