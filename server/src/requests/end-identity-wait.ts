import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import { standingOf } from './identity-proved.ts';

/** The wait is for both: who somebody is, and by what right they ask. */
export async function endIdentityWait(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  const { identityProved, authorityShown } = await standingOf(tx, app, accessRequestId);
  if (!identityProved || !authorityShown) return;
  await tx
    .updateTable('wait')
    .set({ ended_at: app.now() })
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', 'identity')
    .where('ended_at', 'is', null)
    .execute();
}
