import { setTimeout as wait } from 'node:timers/promises';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type ImageSource, isOutage, type SourceFailure } from '../sources/image-source.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { ObjectRefusal, StoredObject } from '../store/object-store.ts';
import type { ListedInstance } from '../store/records.ts';
import { type IndexedObject, indexObject, type Unusable } from './index-object.ts';
import { keepInstance } from './keep-instance.ts';
import type { MatchFile } from './match-file.ts';
import { quarantineObject } from './quarantine-object.ts';
import { receiveObject } from './receive-object.ts';
import { retriever } from './retrieval-state.ts';

export type FetchEnd = { end: 'held' | 'quarantined' | 'match-withdrawn' };

const TRIES = 2;
const PAUSE_MS = 500;

/**
 * Fetches one object, byte for byte, and records it in a transaction of its own: whatever happens next, it is not fetched
 * again. A connection that broke in the middle is tried anew, since nothing of a broken object is kept.
 */
export async function fetchObject(
  app: App,
  source: ImageSource,
  match: MatchFile,
  listed: ListedInstance,
  signal: AbortSignal,
): Promise<Outcome<FetchEnd, SourceFailure | ObjectRefusal>> {
  for (let attempt = 1; ; attempt++) {
    const received = await receiveObject(app.objects, (write) =>
      source.fetchInstance(match.study_instance_uid, listed, write, signal),
    );
    if (received.ok) return ok({ end: await record(app, match, listed, received.value) });
    const failure = received.refusal;
    const mayPass = failure.code !== 'disk-full' && isOutage(failure);
    if (!mayPass || attempt === TRIES || signal.aborted) return refuse(failure);
    await wait(PAUSE_MS * attempt, undefined, { signal }).catch(() => undefined);
  }
}

async function record(
  app: App,
  match: MatchFile,
  listed: ListedInstance,
  stored: StoredObject,
): Promise<FetchEnd['end']> {
  const indexed = await indexObject(app.objects, stored);
  const usable = indexed.ok ? isWhatWasAsked(indexed.value, match, listed) : indexed;
  return transaction(app.db, async (tx) => {
    if (await isWithdrawn(tx, match)) return 'match-withdrawn';
    if (usable.ok) {
      const { instanceId } = await keepInstance(tx, app, usable.value);
      await writeRetrieved(tx, match, listed, { state: 'held', instance_id: instanceId, reason: null });
    }
    // Late, because objects that come at the same time wait for one another here.
    await tx
      .updateTable('retrieval')
      .set((row) => ({ bytes_received: row('bytes_received', '+', stored.sizeBytes) }))
      .where('match_id', '=', match.id)
      .execute();
    if (!usable.ok) await setAside(tx, app, match, listed, stored, usable.refusal);
    return usable.ok ? 'held' : 'quarantined';
  });
}

/** Another object than asked is none of ours to give, however well it reads (S8.2). */
function isWhatWasAsked(
  object: IndexedObject,
  match: MatchFile,
  listed: ListedInstance,
): Outcome<IndexedObject, Unusable> {
  const { sopInstanceUid, studyInstanceUid } = object.identity;
  if (sopInstanceUid !== listed.sopInstanceUid) {
    return refuse({ reason: 'other-object', detail: 'its SOP Instance UID is not the one asked for' });
  }
  if (studyInstanceUid !== match.study_instance_uid) {
    return refuse({ reason: 'other-study', detail: 'its Study Instance UID is not the one asked for' });
  }
  return ok(object);
}

async function isWithdrawn(tx: Tx, match: MatchFile): Promise<boolean> {
  const row = await tx
    .selectFrom('match')
    .select('withdrawn_at')
    .where('id', '=', match.id)
    .forShare()
    .executeTakeFirst();
  return row === undefined || row.withdrawn_at !== null;
}

async function setAside(
  tx: Tx,
  app: App,
  match: MatchFile,
  listed: ListedInstance,
  stored: StoredObject,
  why: Unusable,
): Promise<void> {
  const from = { imageSourceId: match.image_source_id, matchId: match.id, sopInstanceUid: listed.sopInstanceUid };
  const quarantineId = await quarantineObject(tx, app, stored, from, why);
  await writeRetrieved(tx, match, listed, { state: 'quarantined', instance_id: null, reason: why.reason });
  await appendAudit(tx, app, {
    type: 'object.quarantined',
    outcome: 'success',
    actor: retriever,
    accessRequestId: match.access_request_id,
    objects: { quarantineId, matchId: match.id, sizeBytes: stored.sizeBytes },
    reason: why.reason,
  });
}

export async function writeRetrieved(
  tx: Tx,
  match: Pick<MatchFile, 'id'>,
  listed: Pick<ListedInstance, 'sopInstanceUid'>,
  end: { state: 'held' | 'missing' | 'quarantined'; instance_id: string | null; reason: string | null },
): Promise<void> {
  await tx
    .insertInto('retrieved_instance')
    .values({ match_id: match.id, sop_instance_uid: listed.sopInstanceUid, ...end })
    .onConflict((conflict) =>
      conflict
        .columns(['match_id', 'sop_instance_uid'])
        .doUpdateSet(end)
        // What is held stays: the first bytes of a match are the ones in use (S7.5).
        .where('retrieved_instance.state', '!=', 'held'),
    )
    .execute();
}
