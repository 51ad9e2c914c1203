import type { App } from '../app.ts';
import type { Actor, ProgramActor } from '../identity/actor.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { Tx } from '../store/database.ts';
import type { ReleaseRecord } from './read-release.ts';

const closer: ProgramActor = { kind: 'program', job: 'finish-release' };

/** When the last asked delivery is done, the exams are given: delivered, and closed with their own outcome. */
export async function finishRelease(
  tx: Tx,
  app: App,
  actor: Actor,
  { releaseId, manifest, counts }: Pick<ReleaseRecord, 'releaseId' | 'manifest' | 'counts'>,
): Promise<void> {
  const owed = await tx
    .selectFrom('delivery')
    .select('id')
    .where('release_id', '=', releaseId)
    .where('state', '!=', 'delivered')
    .executeTakeFirst();
  if (owed) return;
  const hand = actor.kind === 'staff' ? actor : closer;
  for (const examItemId of new Set(manifest.exams.map((exam) => exam.examItemId))) {
    const missing = counts.exams.find((exam) => exam.examItemId === examItemId)?.missing.length ?? 0;
    // Why something is missing stays with the exam, where the person and the desk read it.
    const reason = missing > 0 && manifest.missingReason ? { outcomeReason: manifest.missingReason } : {};
    // A denial in part is decided only with its letter.
    const facts = { everyDeliveryDone: true, denialLetterSent: true, missing, missingNamed: missing, ...reason };
    const delivered = await moveExamItem(tx, app, hand, examItemId, 'deliver', facts);
    if (delivered.ok) await moveExamItem(tx, app, hand, examItemId, 'close', facts);
  }
}
