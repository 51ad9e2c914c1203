import { decideDenial as denialOf, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isOwnFile } from '../imaging/is-own-file.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem, raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { denialLetter } from './denial-letter.ts';
import { type DenialCase, readDenialCase } from './denial-record.ts';
import { denialWish, isPart, leavesLooking } from './denial-wish.ts';
import { deciderOf, handFor, isHand } from './hand.ts';
import { lackNotes, type Refused } from './lack-notes.ts';
import { standingOf } from './preview-denial.ts';

type DecisionRefusal = Refused<
  'not-found' | 'wrong-step' | 'own-file' | 'not-the-decider' | 'denial-lacks' | 'storage-full'
>;

/**
 * The person whom the law names says yes or no to a proposed denial. With a yes the letter goes out in the same
 * transaction: there is no denial without it, and none that lacks something. 45 CFR 164.524(d).
 */
export async function decideDenial(
  app: App,
  actor: StaffActor,
  { denialId, deny }: { denialId: string; deny: boolean },
): Promise<Outcome<null, DecisionRefusal>> {
  const found = await readDenialCase(app.db, app, denialId);
  if (!found) return refuse({ code: 'not-found' });
  if (isOwnFile(actor, found)) return refuse({ code: 'own-file' });
  const hand = handFor(found.pack, found.denial.ground);
  if (!isHand(actor, hand)) return refuse({ code: 'not-the-decider' });
  if (found.denial.decision) return refuse({ code: 'wrong-step' });
  if (!deny) return transaction(app.db, (tx) => notDenied(tx, app, actor, found));

  const decider = deciderOf(actor, hand);
  const decision = denialOf(denialWish(found, found.proposed, decider), found.pack);
  if (!decision.ok) {
    const lacks = decision.refusal.code === 'denial-lacks' ? decision.refusal.lacks : [];
    return refuse({ code: 'denial-lacks', fields: lackNotes(lacks) });
  }
  const denial = decision.value;
  const title = standingOf(actor, hand, found);
  const letter = denialLetter(app, found, found.proposed, denial, { ...decider, title });
  if (!letter.ok) {
    const missing = letter.refusal.code === 'duties-missing' ? letter.refusal.missing : [];
    return refuse({ code: 'denial-lacks', fields: lackNotes(missing.map(({ id, cite }) => ({ name: id, cite }))) });
  }
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;

  return transaction(app.db, async (tx) => {
    const { request, item } = found;
    await lockRequest(tx, app, request.id);
    if (await isDecided(tx, denialId)) return refuse({ code: 'wrong-step' });
    const inPart = isPart(found.proposed) || leavesLooking(found, found.proposed);
    const trigger = inPart ? 'deny-part' : 'deny';
    const moved = await moveExamItem(tx, app, actor, item.id, trigger, { denialGrounded: true });
    if (!moved.ok) return refuse({ code: moved.refusal.code });
    const letterId = await sendLetter(tx, app, actor, request, drawn.value);
    await tx
      .insertInto('denial_decision')
      .values({
        denial_id: denialId,
        decision: trigger === 'deny' ? 'denied-in-whole' : 'denied-in-part',
        given: JSON.stringify(denial.given),
        why: JSON.stringify([denial.why]),
        decided_by: actor.staffId,
        decided_at: app.now(),
        letter_id: letterId,
      })
      .execute();
    await account(tx, app, actor, found, trigger);
    return ok(null);
  });
}

/** Not denied: the exam goes on where it stood. */
async function notDenied(
  tx: Tx,
  app: App,
  actor: StaffActor,
  found: DenialCase,
): Promise<Outcome<null, DecisionRefusal>> {
  await lockRequest(tx, app, found.request.id);
  if (await isDecided(tx, found.denial.id)) return refuse({ code: 'wrong-step' });
  await tx
    .insertInto('denial_decision')
    .values({
      denial_id: found.denial.id,
      decision: 'not-denied',
      given: '[]',
      why: '[]',
      decided_by: actor.staffId,
      decided_at: app.now(),
      letter_id: null,
    })
    .execute();
  await raiseVersion(tx, found.request.id);
  await account(tx, app, actor, found, 'not-denied');
  return ok(null);
}

async function isDecided(tx: Tx, denialId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('denial_decision')
    .select('denial_id')
    .where('denial_id', '=', denialId)
    .executeTakeFirst();
  return row !== undefined;
}

function account(tx: Tx, app: App, actor: StaffActor, { request, denial, item }: DenialCase, outcome: string) {
  return appendAudit(tx, app, {
    type: 'denial.decided',
    outcome: 'success',
    actor,
    accessRequestId: request.id,
    objects: { denialId: denial.id, examItemId: item.id, code: denial.ground, outcome },
  });
}
