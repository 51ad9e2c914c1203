import type { App } from '../app.ts';
import { countBarringHolds } from '../determinations/open-holds.ts';
import type { Actor, ProgramActor } from '../identity/actor.ts';
import { prepareWaiting } from '../releases/prepare-again.ts';
import type { Tx } from '../store/database.ts';
import { standingOf } from './identity-proved.ts';
import { moveExamItem } from './move-exam-item.ts';

/** A patient's proof lets the program go on; a patient grants nothing themself. */
const granter: ProgramActor = { kind: 'program', job: 'grant-matched' };

/**
 * Lets every matched exam of a request go on to be fetched, once the person has shown who they are and by what right
 * they ask. Called where one of these becomes true: a match was confirmed, identity was proved, a hold that barred it
 * has ended. Answers the matches whose studies are now being fetched.
 */
export async function grantMatched(tx: Tx, app: App, actor: Actor, accessRequestId: string): Promise<string[]> {
  const hand = actor.kind === 'staff' ? actor : granter;
  const standing = await standingOf(tx, app, accessRequestId);
  if (!standing.identityProved || !standing.authorityShown) return [];
  await prepareWaiting(tx, app, accessRequestId);
  const items = await tx
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .where('state', '=', 'matched')
    .orderBy('ordinal')
    .execute();
  if (items.length === 0) return [];
  const barringHolds = await countBarringHolds(tx, app, accessRequestId);
  const fetched: string[] = [];
  for (const item of items) {
    // Fees are billed with the release and never hold a copy back (45 CFR 164.524(c)(4); OD-9).
    const { identityProved, authorityShown, allowed } = standing;
    const facts = { identityProved, authorityShown, examAllowed: allowed.has(item.id), feeLawful: true, barringHolds };
    const granted = await moveExamItem(tx, app, hand, item.id, 'grant', facts);
    if (!granted.ok) continue;
    await moveExamItem(tx, app, hand, item.id, 'retrieve', {});
    fetched.push(...(await fetchMatchesOf(tx, app, item.id)));
  }
  return fetched;
}

/** Asks for every study that stands as the exam's; what is held is not fetched twice. */
export async function fetchMatchesOf(tx: Tx, app: App, examItemId: string): Promise<string[]> {
  const matches = await tx
    .selectFrom('match')
    .select('id')
    .where('exam_item_id', '=', examItemId)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const { id } of matches) {
    await tx
      .insertInto('retrieval')
      .values({ match_id: id, state: 'queued' })
      .onConflict((conflict) => conflict.column('match_id').doUpdateSet({ state: 'queued', failure_code: null }))
      .execute();
    await app.jobs.enqueue(tx, 'retrieve-study', { matchId: id }, { singletonKey: id });
  }
  return matches.map((match) => match.id);
}
