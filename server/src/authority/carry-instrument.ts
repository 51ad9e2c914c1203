import { randomUUID } from 'node:crypto';
import type { Tx } from '../store/database.ts';

type Goal = { askedDeliveryId: string; accessRequestId: string };

/** A copy for somebody else that goes on under another request takes its paper along: directive or authorization. */
export async function carryInstrument(tx: Tx, fromDeliveryId: string, goal: Goal): Promise<void> {
  const to = { access_request_id: goal.accessRequestId, asked_delivery_id: goal.askedDeliveryId };
  const authorizations = await tx
    .selectFrom('hipaa_authorization')
    .selectAll()
    .where('asked_delivery_id', '=', fromDeliveryId)
    .execute();
  for (const { content, received_at } of authorizations) {
    const values = { ...to, id: randomUUID(), content: JSON.stringify(content), received_at };
    await tx.insertInto('hipaa_authorization').values(values).execute();
  }
  await carryWhatBecameOfIt(tx, fromDeliveryId, goal.askedDeliveryId);
  const directives = await tx
    .selectFrom('directive')
    .leftJoin('directive_signature', 'directive_id', 'directive.id')
    .select(['written', 'received_at', 'signed_by', 'signed_name', 'signed_at'])
    .where('asked_delivery_id', '=', fromDeliveryId)
    .execute();
  for (const { written, received_at, signed_by, signed_name, signed_at } of directives) {
    const id = randomUUID();
    await tx
      .insertInto('directive')
      .values({ ...to, id, written, received_at })
      .execute();
    if (!signed_by || !signed_name || !signed_at) continue;
    await tx
      .insertInto('directive_signature')
      .values({ id: randomUUID(), directive_id: id, signed_by, signed_name, signed_at })
      .execute();
  }
}

/** What was taken back, or seen to be invalid, is no better under another request. */
async function carryWhatBecameOfIt(tx: Tx, fromDeliveryId: string, toDeliveryId: string): Promise<void> {
  const idOf = (askedDeliveryId: string) =>
    tx.selectFrom('hipaa_authorization').select('id').where('asked_delivery_id', '=', askedDeliveryId);
  const carried = await idOf(toDeliveryId).executeTakeFirst();
  if (!carried) return;
  const to = { hipaa_authorization_id: carried.id };
  const revocations = tx.selectFrom('authorization_revocation').selectAll();
  for (const row of await revocations.where('hipaa_authorization_id', 'in', idOf(fromDeliveryId)).execute())
    await tx
      .insertInto('authorization_revocation')
      .values({ ...row, ...to, id: randomUUID() })
      .execute();
  const faults = tx.selectFrom('authorization_fault').selectAll();
  for (const row of await faults.where('hipaa_authorization_id', 'in', idOf(fromDeliveryId)).execute())
    await tx
      .insertInto('authorization_fault')
      .values({ ...row, ...to, id: randomUUID(), faults: JSON.stringify(row.faults) })
      .execute();
}
