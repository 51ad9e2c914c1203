import { examsNotTheirs } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import type { Tx } from '../store/database.ts';
import { readAuthority } from './read-authority.ts';

/**
 * What is settled as not theirs leaves the request of whoever asked, without a word to them: an exam that they did not
 * name ends, and one that they named is searched for as if nothing had been found (45 CFR 164.502(g)(3)(ii); OD-13).
 */
export async function setApartWhatIsNotTheirs(
  tx: Tx,
  app: App,
  actor: StaffActor,
  accessRequestId: string,
): Promise<void> {
  const request = await tx
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  const file = (await readAuthority(tx, app, [request])).get(accessRequestId);
  const ids = file ? examsNotTheirs(file.exams, file.facts).map(({ exam }) => exam.examItemId) : [];
  if (ids.length === 0) return;
  const items = await tx
    .selectFrom('exam_item')
    .select(['id', 'found_for'])
    .where('id', 'in', ids)
    .where('state', 'in', ['matched', 'granted', 'retrieving', 'checking'])
    .execute();
  const pack = await packOfRequest(tx, await readFacilityFacts(tx, app), request);
  const cite = pack.sources['parent-limits'];
  for (const { id, found_for } of items) {
    if (found_for) await moveExamItem(tx, app, actor, id, 'set-apart', { foundNotAsked: true, notTheirs: true });
    else await takeMatchesBack(tx, app, actor, id, cite);
  }
}

async function takeMatchesBack(tx: Tx, app: App, actor: StaffActor, examItemId: string, cite: string) {
  await tx
    .updateTable('match')
    .set({
      withdrawn_at: app.now(),
      withdrawn_by: actor.staffId,
      withdrawn_reason: `Not theirs to have: ${cite}`,
    })
    .where('exam_item_id', '=', examItemId)
    .where('withdrawn_at', 'is', null)
    .execute();
  await moveExamItem(tx, app, actor, examItemId, 'withdraw-match', {});
}
