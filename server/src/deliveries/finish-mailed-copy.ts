import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { finishRelease } from './finish-release.ts';
import { readRelease } from './read-release.ts';
import { recordDisclosure } from './record-disclosure.ts';

const mailer: ProgramActor = { kind: 'program', job: 'send-mail' };

/** A copy by mail is given when the mail server has taken its last part (OD-10); then it is accounted for. */
export async function finishMailedCopy(app: App, { mailId }: { mailId: string }): Promise<void> {
  const mail = await app.db
    .selectFrom('mail')
    .innerJoin('delivery', 'delivery.id', 'mail.delivery_id')
    .select(['delivery.id as deliveryId', 'delivery.release_id'])
    .where('mail.id', '=', mailId)
    .where('mail.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  const release = mail && (await readRelease(app, mail.release_id));
  if (!mail || !release) return;
  const { deliveryId } = mail;
  await transaction(app.db, async (tx) => {
    await tx.selectFrom('access_request').select('id').where('id', '=', release.accessRequestId).forUpdate().execute();
    const unsent = await tx
      .selectFrom('mail')
      .select('id')
      .where('delivery_id', '=', deliveryId)
      .where('sent_at', 'is', null)
      .executeTakeFirst();
    if (unsent) return;
    const given = await tx
      .updateTable('delivery')
      .set({ state: 'delivered', delivered_at: app.now() })
      .where('id', '=', deliveryId)
      .where('state', '=', 'ready')
      .returning('id')
      .execute();
    if (given.length === 0) return;
    await recordDisclosure(tx, app, { release, deliveryId });
    await appendAudit(tx, app, {
      type: 'delivery.handed-over',
      outcome: 'success',
      actor: mailer,
      accessRequestId: release.accessRequestId,
      objects: { deliveryId, kind: 'email-unencrypted' },
    });
    await finishRelease(tx, app, mailer, release);
  });
}
