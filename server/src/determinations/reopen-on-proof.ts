import type { App } from '../app.ts';
import type { Actor, ProgramActor } from '../identity/actor.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { Tx } from '../store/database.ts';
import { reopenItem } from './reopen-exam.ts';

const reopener: ProgramActor = { kind: 'program', job: 'reopen-on-proof' };

/** What ended because nobody showed who they are is looked for again once that is shown, under its first date (OD-21). */
export async function reopenOnProof(tx: Tx, app: App, actor: Actor, accessRequestId: string): Promise<void> {
  const { identityProved, authorityShown } = await standingOf(tx, app, accessRequestId);
  if (!identityProved || !authorityShown) return;
  const items = await tx
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .where('outcome', '=', 'identity-not-shown')
    .orderBy('ordinal')
    .execute();
  const hand = actor.kind === 'staff' ? actor : reopener;
  for (const { id: examItemId } of items) {
    const wish = { examItemId, reopenedFor: 'new-proof', reason: 'identity and authority were shown' } as const;
    const reopened = await reopenItem(tx, app, hand, accessRequestId, wish);
    if (!reopened.ok)
      throw new Error(`an exam whose asker is known now could not be reopened: ${reopened.refusal.code}`);
  }
}
