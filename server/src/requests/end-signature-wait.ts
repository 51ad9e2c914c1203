import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';

/** An unsigned writing waits for its signature, whichever way it comes. Answers whether it did. */
export async function endSignatureWait(tx: Tx, app: App, accessRequestId: string): Promise<boolean> {
  const ended = await tx
    .updateTable('wait')
    .set({ ended_at: app.now() })
    .where('access_request_id', '=', accessRequestId)
    .where('kind', '=', 'signature')
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  return ended.length > 0;
}

export async function writeSigned(
  tx: Tx,
  accessRequestId: string,
  signed: { signedName: string; signedAt: Date },
): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({ signed_name: signed.signedName, signed_at: signed.signedAt })
    .where('id', '=', accessRequestId)
    .execute();
}
