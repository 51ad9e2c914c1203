import type { App } from '../app.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { Tx } from '../store/database.ts';
import { askToGoOn } from '../touchless/ask-to-go-on.ts';
import { retriever } from './retrieval-state.ts';

/** Once every study of an exam is fetched and made visible, a person looks at it. */
export async function finishItemWhenFetched(tx: Tx, app: App, examItemId: string): Promise<void> {
  // Two studies of one exam may end at the same moment: one after the other, so that the second sees both done.
  await tx.selectFrom('exam_item').select('id').where('id', '=', examItemId).forUpdate().execute();
  const retrievals = await tx
    .selectFrom('match')
    .leftJoin('retrieval', 'retrieval.match_id', 'match.id')
    .select(['match.id', 'retrieval.state'])
    .where('match.exam_item_id', '=', examItemId)
    .where('match.withdrawn_at', 'is', null)
    .execute();
  if (retrievals.length === 0 || retrievals.some((row) => row.state !== 'done')) return;
  const gaps = await tx
    .selectFrom('retrieved_instance')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(
      'match_id',
      'in',
      retrievals.map((row) => row.id),
    )
    .where('state', '!=', 'held')
    .executeTakeFirstOrThrow();
  const missing = Number(gaps.count);
  // Each of them has its reason in its row. An item that is elsewhere by now (withdrawn, checked) stays there.
  const moved = await moveExamItem(tx, app, retriever, examItemId, 'check', { missing, missingNamed: missing });
  if (moved.ok) await askToGoOn(tx, app, moved.value.accessRequestId);
}
