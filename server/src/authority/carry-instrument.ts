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
