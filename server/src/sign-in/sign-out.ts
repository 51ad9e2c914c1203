import { type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor } from '../identity/actor.ts';
import { endSessions } from '../identity/session.ts';
import { transaction } from '../store/database.ts';

/** Ends every session that this browser holds, on the server. */
export async function signOut(app: App, actor: PublicActor): Promise<Outcome<null, never>> {
  return transaction(app.db, async (tx) => {
    const count = await endSessions(tx, app, actor.sessionHashes);
    if (count > 0) {
      await appendAudit(tx, app, {
        type: 'session.ended',
        outcome: 'success',
        actor,
        accessRequestId: null,
        objects: { count },
      });
    }
    return ok(null);
  });
}
