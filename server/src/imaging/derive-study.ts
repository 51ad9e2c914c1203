import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { DerivedFile, DerivedObject } from '../decoder/derived-object.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { StoredObject } from '../store/object-store.ts';
import { finishItemWhenFetched } from './finish-item.ts';
import { lockMatch, readMatch } from './match-file.ts';
import { setRetrieval } from './retrieval-state.ts';

type DeriveRefusal = { code: 'storage-full' | 'decoder-fault' };

/** As many as the decoder has processes is enough; a few more keep them busy while files are moved. */
const AT_ONCE = 3;

/**
 * Makes the pictures, clips and report pages of what was fetched, kept by the content they are made from: what was made
 * once, for whatever request, is not made again. What can not be shown is recorded and stops nothing: the copy is whole
 * without it.
 */
export async function deriveStudy(
  app: App,
  { matchId, signal, attempt = 1 }: { matchId: string; signal: AbortSignal; attempt?: number },
): Promise<Outcome<null, DeriveRefusal>> {
  const match = await readMatch(app.db, app, matchId);
  if (!match || match.withdrawn_at) return ok(null);
  const pending = await notDerived(app, matchId);
  const refusals: DeriveRefusal[] = [];
  const worker = async () => {
    for (let sha256 = pending.shift(); sha256 && !signal.aborted; sha256 = pending.shift()) {
      const derived = await deriveObject(app, sha256, attempt);
      if (!derived.ok) {
        refusals.push(derived.refusal);
        pending.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (refusals[0]) return refuse(refusals[0]);
  // What a stopping server left is made by the next one.
  if (signal.aborted) throw new Error('the server stops');
  await transaction(app.db, async (tx) => {
    if ((await lockMatch(tx, app, matchId))?.withdrawn_at !== null) return;
    await setRetrieval(tx, matchId, { state: 'done', finished_at: app.now() });
    await finishItemWhenFetched(tx, app, match.exam_item_id);
  });
  return ok(null);
}

/** Contents of this match without an outcome, pictures of stills first: they are what people look at first. */
async function notDerived(app: App, matchId: string): Promise<string[]> {
  const rows = await app.db
    .selectFrom('retrieved_instance')
    .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
    .leftJoin('derive_outcome', (join) =>
      join
        .onRef('derive_outcome.source_sha256', '=', 'instance.sha256')
        .onRef('derive_outcome.facility_id', '=', 'instance.facility_id'),
    )
    .select(['instance.sha256', 'instance.kind'])
    .where('retrieved_instance.match_id', '=', matchId)
    .where(({ or, eb }) =>
      or([eb('derive_outcome.source_sha256', 'is', null), eb('derive_outcome.failure_code', '=', OF_THE_MOMENT)]),
    )
    .orderBy('instance.size_bytes')
    .execute();
  const rank = (kind: string) => (kind === 'clip' ? 1 : 0);
  const inOrder = rows.sort((a, b) => rank(a.kind) - rank(b.kind));
  return [...new Set(inOrder.map((row) => row.sha256))];
}

/** Says something about the machine (no memory, a pool that closes), nothing about the object. */
const OF_THE_MOMENT = 'decoder-fault';
/** Then the person who waits is worth more than the picture; the next study with this object tries again. */
const TRIES_FOR_A_FAULT = 3;

async function deriveObject(app: App, sha256: string, attempt: number): Promise<Outcome<null, DeriveRefusal>> {
  const file = app.objects.path(sha256);
  if (file === undefined) throw new Error('the decoder reads objects that are files');
  const outFolder = await mkdtemp(path.join(tmpdir(), 'echoback-derive-'));
  try {
    const derived = await app.decoder.derive({ file, outFolder });
    if (!derived.ok) {
      if (derived.refusal.code === OF_THE_MOMENT && attempt < TRIES_FOR_A_FAULT) return refuse({ code: OF_THE_MOMENT });
      await recordFailure(app, sha256, derived.refusal);
      return ok(null);
    }
    return await keepDerived(app, sha256, derived.value);
  } finally {
    await rm(outFolder, { recursive: true, force: true });
  }
}

type KeptFile = { file: DerivedFile; stored: StoredObject };

async function keepDerived(app: App, sha256: string, derived: DerivedObject): Promise<Outcome<null, DeriveRefusal>> {
  const kept: KeptFile[] = [];
  for (const file of derived.files) {
    const stored = await app.objects.putFile(file.path);
    if (!stored.ok) return refuse({ code: 'storage-full' });
    kept.push({ file, stored: stored.value });
  }
  await transaction(app.db, async (tx) => {
    for (const one of kept) await writeDerivedFile(tx, app, sha256, one);
    await writeOutcome(tx, app, sha256, null);
  });
  return ok(null);
}

async function writeDerivedFile(tx: Tx, app: App, sourceSha256: string, { file, stored }: KeptFile): Promise<void> {
  await tx
    .insertInto('derived_file')
    .values({
      facility_id: app.facilityId,
      source_sha256: sourceSha256,
      kind: file.kind,
      sha256: stored.sha256,
      crc32: stored.crc32,
      size_bytes: stored.sizeBytes,
      media_type: file.mediaType,
      width: file.width ?? null,
      height: file.height ?? null,
      frames: file.frames ?? null,
      duration_ms: file.durationMs ?? null,
      made_at: app.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function recordFailure(app: App, sha256: string, refusal: { code: string }): Promise<void> {
  app.log.warn({ event: 'derive-failed', id: sha256.slice(0, 16), code: refusal.code });
  await transaction(app.db, (tx) => writeOutcome(tx, app, sha256, refusal));
}

async function writeOutcome(
  tx: Tx,
  app: App,
  sha256: string,
  failure: { code: string; detail?: string } | null,
): Promise<void> {
  const outcome = {
    failure_code: failure?.code ?? null,
    failure_detail: failure?.detail?.slice(0, 500) ?? null,
    finished_at: app.now(),
  };
  await tx
    .insertInto('derive_outcome')
    .values({ facility_id: app.facilityId, source_sha256: sha256, ...outcome })
    .onConflict((conflict) => conflict.columns(['facility_id', 'source_sha256']).doUpdateSet(outcome))
    .execute();
}
