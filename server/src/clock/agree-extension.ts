import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { transaction } from '../store/database.ts';
import { readExtensionCase } from './extension-case.ts';
import { judgeWish, type WishRefusal } from './extension-letter.ts';

/** A supervisor stands for the newest wish of a request: “busy” is no legal bar, but somebody answers for it. */
export function agreeExtension(
  app: App,
  actor: StaffActor,
  input: { requestId: string; wishId: string },
): Promise<Outcome<null, { code: 'not-found' | 'changed-meanwhile' } | WishRefusal>> {
  return transaction(app.db, async (tx) => {
    await lockRequest(tx, app, input.requestId);
    const file = await readExtensionCase(tx, app, input.requestId);
    if (!file?.wish) return refuse({ code: 'not-found' });
    if (file.wish.id !== input.wishId || file.wish.agreedBy) return refuse({ code: 'changed-meanwhile' });
    const judged = judgeWish(file, file.wish, true);
    if (!judged.ok) return refuse({ code: judged.refusal.code });
    await tx
      .insertInto('extension_agreement')
      .values({ wish_id: input.wishId, agreed_by: actor.staffId, agreed_at: app.now() })
      .execute();
    await appendAudit(tx, app, {
      type: 'extension.agreed',
      outcome: 'success',
      actor,
      accessRequestId: input.requestId,
      objects: { to: file.wish.promisedOn, kind: file.wish.cause },
    });
    return ok(null);
  });
}
