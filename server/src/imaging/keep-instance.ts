import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';
import type { IndexedObject } from './index-object.ts';

export type KeptInstance = { instanceId: string; held: 'stored' | 'held-already'; otherBytes: boolean };

/** Flags that staff see at the check, and that one-patient and release rules read. */
type InstanceFlag =
  | 'preamble-zeroed'
  | 'tail-dropped'
  | 'doubtful-identity'
  | 'same-uid-other-bytes'
  | 'not-a-part-10-file';

/**
 * The row of an object whose bytes are safely in the object store. The same bytes make one row however often they come.
 * The same SOP Instance UID with other bytes makes a second row, and both are flagged (S7.5).
 */
export async function keepInstance(tx: Tx, app: App, object: IndexedObject): Promise<KeptInstance> {
  const { stored, identity, index, exported } = object;
  // Two writers of one object wait for each other here, so that neither misses the other's bytes.
  const key = { facility: app.facilityId, uid: identity.sopInstanceUid };
  await lockUid(tx, key);
  const same = await tx
    .selectFrom('instance')
    .select(['id', 'sha256'])
    .where('facility_id', '=', app.facilityId)
    .where('sop_instance_uid', '=', identity.sopInstanceUid)
    .orderBy('stored_at')
    .execute();
  const held = same.find((row) => row.sha256 === stored.sha256);
  if (held) return { instanceId: held.id, held: 'held-already', otherBytes: same.length > 1 };
  const instanceId = randomUUID();
  const otherBytes = same.length > 0;
  await tx
    .insertInto('instance')
    .values({
      id: instanceId,
      facility_id: app.facilityId,
      sop_instance_uid: identity.sopInstanceUid,
      series_instance_uid: identity.seriesInstanceUid,
      study_instance_uid: identity.studyInstanceUid,
      sop_class_uid: identity.sopClassUid,
      transfer_syntax_uid: index.transferSyntaxUid,
      kind: index.kind,
      sha256: stored.sha256,
      crc32: stored.crc32,
      size_bytes: stored.sizeBytes,
      exported: JSON.stringify(exported),
      header: JSON.stringify(index),
      flags: [...flagsOf(object), ...(otherBytes ? ['same-uid-other-bytes' as const] : [])],
      stored_at: app.now(),
    })
    .execute();
  if (otherBytes) await flagOthers(tx, app, identity.sopInstanceUid);
  return { instanceId, held: 'stored', otherBytes };
}

function flagsOf({ stored, index, exported }: IndexedObject): InstanceFlag[] {
  const flags: InstanceFlag[] = [];
  if (exported.zeroPreamble) flags.push('preamble-zeroed');
  if (exported.sizeBytes < stored.sizeBytes) flags.push('tail-dropped');
  if (index.doubtfulIdentity.length > 0) flags.push('doubtful-identity');
  if (!index.exportForm.isPart10) flags.push('not-a-part-10-file');
  return flags;
}

async function lockUid(tx: Tx, key: { facility: string; uid: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`instance:${key.facility}:${key.uid}`}, 0))`.execute(tx);
}

async function flagOthers(tx: Tx, app: App, sopInstanceUid: string): Promise<void> {
  await sql`update instance set flags = array_append(flags, 'same-uid-other-bytes')
    where facility_id = ${app.facilityId} and sop_instance_uid = ${sopInstanceUid}
      and not ('same-uid-other-bytes' = any(flags))`.execute(tx);
}
