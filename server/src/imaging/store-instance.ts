import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor, StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { StoredObject } from '../store/object-store.ts';
import { archiveOf } from './archive-of.ts';
import { type IndexedObject, indexObject, type Unusable } from './index-object.ts';
import { keepInstance } from './keep-instance.ts';
import { quarantineObject } from './quarantine-object.ts';
import { receiveObject } from './receive-object.ts';

export type StoredInstance = { stored: 'stored' | 'held-already' | 'quarantined'; reason: string | null };

/**
 * Puts one DICOM file into the built-in archive. The object is on the disk before a row names it, so a kill at any moment
 * leaves at worst bytes that nobody refers to; storing the same bytes again changes nothing. What is no whole DICOM
 * object is kept aside with the reason.
 */
export async function storeInstance(
  app: App,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome<StoredInstance, { code: 'storage-full' }>> {
  const received = await receiveObject(app.objects, async (write) => {
    for await (const chunk of bytes) await write(chunk);
    return ok(null);
  });
  if (!received.ok) return refuse({ code: 'storage-full' });
  const indexed = await indexObject(app.objects, received.value);
  if (!indexed.ok) return ok(await setAside(app, actor, received.value, indexed.refusal));
  return ok(await addToArchive(app, actor, indexed.value));
}

/** The desk's upload of one file. */
export function importStudy(
  app: App,
  actor: StaffActor,
  _input: object,
  upload: { bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<StoredInstance, { code: 'storage-full' }>> {
  return storeInstance(app, actor, upload.bytes);
}

function addToArchive(app: App, actor: Actor, object: IndexedObject): Promise<StoredInstance> {
  return transaction(app.db, async (tx) => {
    const imageSourceId = await archiveOf(tx, app);
    const kept = await keepInstance(tx, app, object);
    const { sopInstanceUid } = object.identity;
    // The archive answers with the first bytes it was given for a UID; other bytes are kept beside, flagged (S7.5).
    const first = await tx
      .selectFrom('archive_instance')
      .innerJoin('instance', 'instance.id', 'archive_instance.instance_id')
      .select('instance.id')
      .where('archive_instance.image_source_id', '=', imageSourceId)
      .where('instance.sop_instance_uid', '=', sopInstanceUid)
      .executeTakeFirst();
    const reason = kept.otherBytes ? 'same-uid-other-bytes' : null;
    if (first && (first.id === kept.instanceId || kept.held === 'held-already')) {
      return { stored: 'held-already', reason };
    }
    if (!first) {
      await tx
        .insertInto('archive_instance')
        .values({ image_source_id: imageSourceId, instance_id: kept.instanceId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await appendAudit(tx, app, {
      type: 'archive.stored',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { instanceId: kept.instanceId, imageSourceId, sizeBytes: object.stored.sizeBytes, inUse: !first },
    });
    return { stored: 'stored', reason };
  });
}

function setAside(app: App, actor: Actor, stored: StoredObject, why: Unusable): Promise<StoredInstance> {
  return transaction(app.db, async (tx) => {
    const imageSourceId = await archiveOf(tx, app);
    const from = { imageSourceId, matchId: null, sopInstanceUid: null };
    const quarantineId = await quarantineObject(tx, app, stored, from, why);
    await appendAudit(tx, app, {
      type: 'object.quarantined',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { quarantineId, imageSourceId, sizeBytes: stored.sizeBytes },
      reason: why.reason,
    });
    return { stored: 'quarantined', reason: why.reason };
  });
}
