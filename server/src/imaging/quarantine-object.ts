import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { StoredObject } from '../store/object-store.ts';
import type { Unusable } from './index-object.ts';

export type QuarantinedFrom = {
  imageSourceId: string | null;
  matchId: string | null;
  /** As the source listed it; a file that cannot be read does not say. */
  sopInstanceUid: string | null;
};

/** Keeps an unusable object's bytes with the reason, once for each match and content (S7.6). */
export async function quarantineObject(
  tx: Tx,
  app: App,
  stored: StoredObject,
  from: QuarantinedFrom,
  why: Unusable,
): Promise<string> {
  const held = await tx
    .selectFrom('quarantine')
    .select('id')
    .where('facility_id', '=', app.facilityId)
    .where('sha256', '=', stored.sha256)
    .where('match_id', from.matchId === null ? 'is' : '=', from.matchId)
    .executeTakeFirst();
  if (held) return held.id;
  const id = randomUUID();
  await tx
    .insertInto('quarantine')
    .values({
      id,
      facility_id: app.facilityId,
      image_source_id: from.imageSourceId,
      match_id: from.matchId,
      sop_instance_uid: from.sopInstanceUid,
      sha256: stored.sha256,
      size_bytes: stored.sizeBytes,
      reason: why.reason,
      detail: why.detail,
      quarantined_at: app.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}
