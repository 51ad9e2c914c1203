import { type LetterDispatch, letterSentOn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawLetter } from '../letters/keep-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { moveExamItem } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { readExtensionCase } from './extension-case.ts';
import { extensionLetter, judgeWish, type Lacking, type WishRefusal } from './extension-letter.ts';

type Input = { requestId: string; wishId: string; by: 'portal' | 'post' };
type Refusal =
  | { code: 'not-found' | 'changed-meanwhile' | 'wrong-step' | 'no-electronic-address' | 'storage-full' }
  | Lacking
  | WishRefusal;

/**
 * Sends the one letter that moves a due date. Everything is asked again at this moment: a wish of yesterday is too late
 * after the first period. By post, pressing the button says that the carrier has the letter (OD-10).
 */
export async function sendExtension(
  app: App,
  actor: StaffActor,
  input: Input,
): Promise<Outcome<{ dueOn: string }, Refusal>> {
  const before = await readExtensionCase(app.db, app, input.requestId);
  if (!before?.wish) return refuse({ code: 'not-found' });
  if (before.wish.id !== input.wishId) return refuse({ code: 'changed-meanwhile' });
  if (input.by === 'portal' && !before.request.requester_email) return refuse({ code: 'no-electronic-address' });
  const early = judgeWish(before, before.wish, actor.role === 'supervisor');
  if (!early.ok) return refuse({ code: early.refusal.code });
  const letter = await extensionLetter(app.db, app, before, before.wish);
  if (!letter.ok) return letter;
  const drawn = await drawLetter(app, letter.value);
  if (!drawn.ok) return drawn;

  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, input.requestId);
    const file = await readExtensionCase(tx, app, input.requestId);
    if (file?.wish?.id !== input.wishId) return refuse({ code: 'changed-meanwhile' });
    const judged = judgeWish(file, file.wish, actor.role === 'supervisor');
    if (!judged.ok) return refuse({ code: judged.refusal.code });
    // Drawn before midnight and sent after it would carry yesterday's date.
    if (judged.value.sentOn !== letter.value.sentOn) return refuse({ code: 'changed-meanwhile' });
    const sent = letterSentOn(dispatchOf(input.by, app.now().getTime()), file.facility.timeZone, file.clock.pack);
    if (!sent.on || file.openItems.length === 0) return refuse({ code: 'wrong-step' });
    for (const id of file.openItems) {
      const moved = await moveExamItem(tx, app, actor, id, 'extend', { extensionLawful: true });
      if (!moved.ok) throw new Error(`an open exam could not be extended: ${moved.refusal.code}`);
    }
    const letterId = await sendLetter(tx, app, actor, file.request, drawn.value);
    const agreedBy = file.wish.agreedById ?? (actor.role === 'supervisor' ? actor.staffId : null);
    await tx
      .insertInto('extension')
      .values({
        access_request_id: input.requestId,
        promised_on: judged.value.promisedOn,
        reason: judged.value.reason,
        cause: file.wish.cause,
        sent_on: sent.on,
        sent_at: app.now(),
        sent_by: actor.staffId,
        agreed_by: agreedBy,
        letter_id: letterId,
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'extension.sent',
      outcome: 'success',
      actor,
      accessRequestId: input.requestId,
      objects: { letterId, to: judged.value.promisedOn, kind: file.wish.cause, channel: input.by },
    });
    return ok({ dueOn: judged.value.promisedOn });
  });
}

function dispatchOf(by: Input['by'], now: number): LetterDispatch {
  return by === 'post'
    ? { channel: 'post', handedToCarrierAt: now }
    : { channel: 'portal', visibleAt: now, noticeAt: now };
}
