import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';
import type { TouchlessQuestion } from '../store/touchless-tables.ts';

export const byItself: ProgramActor = { kind: 'program', job: 'go-on-by-itself' };

export type Verdict = {
  accessRequestId: string;
  about: TouchlessQuestion;
  examItemId: string | null;
  /** Why a person looks; none where the program does it. */
  reasons: readonly string[];
};

/** Writes down what was decided, once: the same answer to the same question is no news. */
export async function noteVerdict(tx: Tx, app: App, verdict: Verdict): Promise<void> {
  const { accessRequestId, about, examItemId, reasons } = verdict;
  const before = await tx
    .selectFrom('touchless_verdict')
    .select('reasons')
    .where('access_request_id', '=', accessRequestId)
    .where('about', '=', about)
    .where('exam_item_id', examItemId === null ? 'is' : '=', examItemId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (before && JSON.stringify(before.reasons) === JSON.stringify(reasons)) return;
  await tx
    .insertInto('touchless_verdict')
    .values({
      id: randomUUID(),
      access_request_id: accessRequestId,
      about,
      exam_item_id: examItemId,
      by_itself: reasons.length === 0,
      reasons: JSON.stringify(reasons),
      decided_at: app.now(),
    })
    .execute();
  // What the program does is in the trail by the deed itself.
  if (reasons.length === 0) return;
  await appendAudit(tx, app, {
    type: 'touchless.left-to-person',
    outcome: 'success',
    actor: byItself,
    accessRequestId,
    objects: { kind: about, ...(examItemId ? { examItemId } : {}), reasons: [...reasons] },
  });
}
