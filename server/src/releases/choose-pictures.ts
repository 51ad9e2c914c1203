import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';

type ChoiceRefusal = { code: 'not-found' | 'wrong-step' | 'whole-study-asked' };

/**
 * Which pictures of the study were asked for, as staff read the person's words; null gives the whole study instead. Only
 * where certain pictures were asked for: a person who asked for all is given all, 45 CFR 164.524(c)(1).
 */
export function choosePictures(
  app: App,
  actor: StaffActor,
  { examItemId, sopInstanceUids }: { examItemId: string; sopInstanceUids: string[] | null },
): Promise<Outcome<null, ChoiceRefusal>> {
  return transaction(app.db, async (tx) => {
    const item = await tx
      .selectFrom('exam_item')
      .select(['access_request_id', 'scope', 'state'])
      .where('id', '=', examItemId)
      .executeTakeFirst();
    const request = item && (await lockRequest(tx, app, item.access_request_id));
    if (!item || !request) return refuse({ code: 'not-found' });
    if (item.state !== 'checking') return refuse({ code: 'wrong-step' });
    if (sopInstanceUids && item.scope !== 'certain-images') return refuse({ code: 'whole-study-asked' });
    if (sopInstanceUids) {
      const held = await tx
        .selectFrom('retrieved_instance')
        .innerJoin('match', 'match.id', 'retrieved_instance.match_id')
        .select('retrieved_instance.sop_instance_uid')
        .where('match.exam_item_id', '=', examItemId)
        .where('match.withdrawn_at', 'is', null)
        .execute();
      const known = new Set(held.map((row) => row.sop_instance_uid));
      const unknown = sopInstanceUids.some((uid) => !known.has(uid));
      if (unknown || sopInstanceUids.length === 0) return refuse({ code: 'not-found' });
    }
    await tx
      .insertInto('picture_choice')
      .values({
        id: randomUUID(),
        exam_item_id: examItemId,
        sop_instance_uids: sopInstanceUids && JSON.stringify([...new Set(sopInstanceUids)]),
        chosen_by: actor.staffId,
        chosen_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'pictures.chosen',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { examItemId, count: sopInstanceUids?.length ?? 'all' },
    });
    return ok(null);
  });
}
