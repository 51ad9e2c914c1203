import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { makePasscode } from '../identity/passcode.ts';
import { transaction } from '../store/database.ts';

/**
 * Replaces the passcode of one of the requester's own secure links. The old one stops at once, and so does every
 * session that it opened (S5.2). `deliveryId` is the asked delivery's or, once it is made, the delivery's own.
 */
export async function newPasscode(
  app: App,
  actor: RequesterActor,
  input: { deliveryId: string },
): Promise<Outcome<{ passcode: string }, { code: 'not-found' }>> {
  const { passcode, passcodeHash } = await makePasscode(app);
  return transaction(app.db, async (tx) => {
    const asked = await tx
      .selectFrom('asked_delivery')
      .leftJoin('delivery', 'delivery.asked_delivery_id', 'asked_delivery.id')
      .select(['asked_delivery.id', 'asked_delivery.recipient'])
      .where('asked_delivery.access_request_id', '=', actor.accessRequestId)
      .where('asked_delivery.kind', '=', 'secure-link')
      .where((row) =>
        row.or([row('asked_delivery.id', '=', input.deliveryId), row('delivery.id', '=', input.deliveryId)]),
      )
      .executeTakeFirst();
    if (!asked) return refuse({ code: 'not-found' });
    await tx
      .updateTable('asked_delivery')
      .set({ recipient: JSON.stringify({ ...asked.recipient, passcodeHash }) })
      .where('id', '=', asked.id)
      .execute();
    const links = await tx
      .updateTable('share_link')
      .set({ passcode_hash: passcodeHash, wrong_tries: 0 })
      .where('delivery_id', 'in', (query) =>
        query.selectFrom('delivery').select('id').where('asked_delivery_id', '=', asked.id),
      )
      .returning('id')
      .execute();
    const linkIds = links.map((link) => link.id);
    if (linkIds.length > 0) {
      await tx
        .updateTable('session')
        .set({ ended_at: app.now() })
        .where('share_link_id', 'in', linkIds)
        .where('ended_at', 'is', null)
        .execute();
    }
    await appendAudit(tx, app, {
      type: 'share-link.passcode-changed',
      outcome: 'success',
      actor,
      accessRequestId: actor.accessRequestId,
      objects: { askedDeliveryId: asked.id, shareLinkIds: linkIds },
    });
    return ok({ passcode });
  });
}
