import { randomUUID } from 'node:crypto';
import { notGrounds, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isOwnFile } from '../imaging/is-own-file.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { isPart, type ProposedDenial } from './denial-wish.ts';
import { lackNotes, type Refused } from './lack-notes.ts';
import { draftDenial } from './preview-denial.ts';
import { readExamCase } from './request-case.ts';

type ProposalRefusal = Refused<
  'not-found' | 'wrong-step' | 'own-file' | 'not-a-ground' | 'denial-lacks' | 'withheld-not-held'
>;

const beforeRelease = ['received', 'searching', 'matched', 'granted', 'retrieving', 'checking'];

/**
 * Anybody may propose a denial; nothing is denied before the right person decided. What is no ground is refused by its
 * name, and the try is accounted for.
 */
export async function proposeDenial(
  app: App,
  actor: StaffActor,
  { examItemId, ...proposed }: ProposedDenial & { examItemId: string },
): Promise<Outcome<{ denialId: string }, ProposalRefusal>> {
  const found = await readExamCase(app.db, app, examItemId);
  if (!found) return refuse({ code: 'not-found' });
  if (isOwnFile(actor, found)) return refuse({ code: 'own-file' });
  const draft = draftDenial(app, actor, found, proposed);
  if (draft.refused) {
    await accountForRefusal(app, actor, found.request.id, proposed.ground);
    return refuse({
      code: 'not-a-ground',
      fields: lackNotes([{ name: draft.refused.reason, cite: draft.refused.cite }]),
    });
  }
  if (draft.lacks.length > 0) return refuse({ code: 'denial-lacks', fields: lackNotes(draft.lacks) });
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, found.request.id);
    const item = await tx.selectFrom('exam_item').select('state').where('id', '=', examItemId).executeTakeFirst();
    if (!item || !beforeRelease.includes(item.state) || (await isPending(tx, examItemId))) {
      return refuse({ code: 'wrong-step' });
    }
    if (isPart(proposed) && !(await isPartOfHeld(tx, examItemId, proposed.withheldObjects))) {
      return refuse({ code: 'withheld-not-held' });
    }
    const denialId = randomUUID();
    await tx
      .insertInto('denial')
      .values({
        id: denialId,
        exam_item_id: examItemId,
        ground: proposed.ground,
        basis: proposed.basis,
        shown: JSON.stringify(proposed.shown),
        withheld: JSON.stringify([proposed.withheld]),
        withheld_objects: JSON.stringify(proposed.withheldObjects),
        withholds_report: proposed.withholdsReport,
        access_returns_on: proposed.accessReturnsOn ?? null,
        access_returns_words: proposed.accessReturnsWords ?? null,
        proposed_by: actor.staffId,
        proposed_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, found.request.id);
    await appendAudit(tx, app, {
      type: 'denial.proposed',
      outcome: 'success',
      actor,
      accessRequestId: found.request.id,
      objects: { denialId, examItemId, code: proposed.ground },
    });
    return ok({ denialId });
  });
}

/** Two proposals at once would be decided against one another. */
async function isPending(tx: Tx, examItemId: string): Promise<boolean> {
  const pending = await tx
    .selectFrom('denial')
    .leftJoin('denial_decision', 'denial_decision.denial_id', 'denial.id')
    .select('denial.id')
    .where('denial.exam_item_id', '=', examItemId)
    .where('denial_decision.denial_id', 'is', null)
    .executeTakeFirst();
  return pending !== undefined;
}

/** A part can be kept apart only once the pictures are here; all of them would be the whole exam. */
async function isPartOfHeld(tx: Tx, examItemId: string, withheldObjects: readonly string[]): Promise<boolean> {
  const held = await tx
    .selectFrom('retrieved_instance')
    .innerJoin('match', 'match.id', 'retrieved_instance.match_id')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .select('retrieved_instance.sop_instance_uid')
    .where('match.exam_item_id', '=', examItemId)
    .where('match.withdrawn_at', 'is', null)
    .where('exam_item.state', '=', 'checking')
    .execute();
  const uids = new Set(held.map((row) => row.sop_instance_uid));
  const apart = new Set(withheldObjects);
  return [...apart].every((uid) => uids.has(uid)) && apart.size < uids.size;
}

async function accountForRefusal(app: App, actor: StaffActor, accessRequestId: string, ground: string): Promise<void> {
  // Words that somebody typed stay out of the trail; the usual candidates have a name.
  const reason = Object.hasOwn(notGrounds, ground) ? ground.replaceAll(' ', '-') : 'not-a-ground';
  await transaction(app.db, (tx) =>
    appendAudit(tx, app, { type: 'denial.refused', outcome: 'refused', actor, accessRequestId, objects: {}, reason }),
  );
}
