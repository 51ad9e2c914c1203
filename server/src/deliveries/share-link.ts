import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';

const day = 24 * 60 * 60_000;
/** S5.1, S5.3 */
const linkLimits = { pathBytes: 16, validMs: 30 * day };

export type MadeLink = { pathId: string; expiresAt: Date };

/** The link of one delivery. Its passcode was made when it was asked for; here only its hash is known. */
export async function makeShareLink(
  tx: Tx,
  app: App,
  actor: Actor,
  {
    deliveryId,
    recipient,
    accessRequestId,
  }: { deliveryId: string; recipient: AskedRecipient; accessRequestId: string },
): Promise<MadeLink | undefined> {
  if (!recipient.passcodeHash) return undefined;
  const shareLinkId = randomUUID();
  const pathId = app.random(linkLimits.pathBytes).toString('base64url');
  const expiresAt = new Date(app.now().getTime() + linkLimits.validMs);
  await tx
    .insertInto('share_link')
    .values({
      id: shareLinkId,
      delivery_id: deliveryId,
      path_id: pathId,
      passcode_hash: recipient.passcodeHash,
      created_at: app.now(),
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute();
  await appendAudit(tx, app, {
    type: 'share-link.made',
    outcome: 'success',
    actor,
    accessRequestId,
    objects: { shareLinkId, deliveryId, expiresAt: expiresAt.toISOString() },
  });
  return { pathId, expiresAt };
}
