import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { isOutage, type SourceFailure } from '../sources/image-source.ts';
import { type OpenSource, openSource } from '../sources/open-source.ts';
import { transaction } from '../store/database.ts';
import type { ObjectRefusal } from '../store/object-store.ts';
import type { ListedInstance } from '../store/records.ts';
import { fetchObject, writeRetrieved } from './fetch-object.ts';
import { type FrozenListing, freezeListing } from './freeze-listing.ts';
import { type MatchFile, readMatch } from './match-file.ts';
import { beginRetrieval, failRetrieval, type RetrievalFailure, retriever, setRetrieval } from './retrieval-state.ts';

/** Longest wait for a source's list of a study. */
const LISTING_MS = 300_000;

/**
 * Lists what the source has of a matched study, freezes that list, and fetches what is not held yet. What is there is
 * recorded object by object, so that a kill, a lost connection or a second run never fetches it again. A source that is
 * down is a refusal: the request stays where it was and the job comes again.
 */
export async function retrieveStudy(
  app: App,
  { matchId, signal }: { matchId: string; signal: AbortSignal },
): Promise<Outcome<null, RetrievalFailure>> {
  const match = await readMatch(app.db, app, matchId);
  if (!match || match.withdrawn_at || !(await isWanted(app, matchId))) return ok(null);
  await beginRetrieval(app, match);
  const source = openSource(app, { id: match.image_source_id, settings: match.settings });
  try {
    const retrieved = await listAndFetch(app, source, match, signal);
    // A server that stops has not met a source that fails.
    if (!retrieved.ok && !signal.aborted) await failRetrieval(app, match, retrieved.refusal);
    return retrieved;
  } finally {
    source.close();
  }
}

/** A run that comes after everything was fetched (a late retry) has nothing to do. */
async function isWanted(app: App, matchId: string): Promise<boolean> {
  const retrieval = await app.db
    .selectFrom('retrieval')
    .select('state')
    .where('match_id', '=', matchId)
    .executeTakeFirst();
  return retrieval?.state !== 'done' && retrieval?.state !== 'deriving';
}

async function listAndFetch(
  app: App,
  source: OpenSource,
  match: MatchFile,
  signal: AbortSignal,
): Promise<Outcome<null, RetrievalFailure>> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LISTING_MS)]);
  const listed = await source.listInstances(match.study_instance_uid, limit);
  if (!listed.ok) return refuse({ code: listed.refusal.code === 'instance-gone' ? 'study-gone' : listed.refusal.code });
  if (listed.value.length === 0) return refuse({ code: 'study-gone' });
  const listing = await freezeListing(app, match, listed.value);
  const pending = await notYetKnown(app, match, listing.wanted);
  const first = await fetchAll(app, source, match, pending, signal);
  if (first.stopped) return refuse(first.stopped);
  if (first.withdrawn) return ok(null);
  // What failed alone is asked for once more, when the source has had time, before it is called missing.
  const again = await fetchAll(
    app,
    source,
    match,
    first.failed.map(({ listed: one }) => one),
    signal,
  );
  if (again.stopped) return refuse(again.stopped);
  if (again.withdrawn) return ok(null);
  const nothingCame = pending.length > 0 && again.failed.length === pending.length;
  const refusedAll = again.failed.find(({ failure }) => failure.code === 'source-refused');
  if (nothingCame && refusedAll && !(await anythingHeld(app, match))) return refuse({ code: 'source-refused' });
  await finishFetching(app, match, listing, again.failed);
  return ok(null);
}

/** Held, kept aside or named missing already: not asked for again, until staff say so. */
async function notYetKnown(app: App, match: MatchFile, wanted: ListedInstance[]): Promise<ListedInstance[]> {
  const known = await app.db
    .selectFrom('retrieved_instance')
    .select('sop_instance_uid')
    .where('match_id', '=', match.id)
    .execute();
  const uids = new Set(known.map((row) => row.sop_instance_uid));
  return wanted.filter((listed) => !uids.has(listed.sopInstanceUid));
}

async function anythingHeld(app: App, match: MatchFile): Promise<boolean> {
  const held = await app.db
    .selectFrom('retrieved_instance')
    .select('sop_instance_uid')
    .where('match_id', '=', match.id)
    .limit(1)
    .executeTakeFirst();
  return held !== undefined;
}

type FailedObject = { listed: ListedInstance; failure: SourceFailure };
type FetchedAll = { failed: FailedObject[]; stopped: RetrievalFailure | undefined; withdrawn: boolean };

/**
 * Several objects at a time. The first outage stops the run: the next object would only wait as long (S8.2). An object
 * that the source alone does not give is noted, and the others still come.
 */
async function fetchAll(
  app: App,
  source: OpenSource,
  match: MatchFile,
  wanted: ListedInstance[],
  signal: AbortSignal,
): Promise<FetchedAll> {
  const result: FetchedAll = { failed: [], stopped: undefined, withdrawn: false };
  const queue = [...wanted];
  const worker = async () => {
    for (let listed = queue.shift(); listed; listed = queue.shift()) {
      const fetched = await fetchObject(app, source, match, listed, signal);
      if (fetched.ok) result.withdrawn ||= fetched.value.end === 'match-withdrawn';
      else note(result, listed, fetched.refusal);
      if (result.stopped || result.withdrawn) queue.length = 0;
    }
  };
  const workers = Array.from({ length: source.maxConcurrent }, () =>
    worker().finally(() => {
      // Also when one of them broke: nobody goes on without the others.
      queue.length = 0;
    }),
  );
  await Promise.all(workers);
  return result;
}

function note(result: FetchedAll, listed: ListedInstance, failure: SourceFailure | ObjectRefusal): void {
  if (failure.code === 'disk-full') result.stopped = { code: 'storage-full' };
  else if (isOutage(failure)) result.stopped = { code: failure.code as RetrievalFailure['code'] };
  else result.failed.push({ listed, failure });
}

/** Everything that can be had is had; what is missing has a name and a reason. Next it is made visible. */
async function finishFetching(app: App, match: MatchFile, listing: FrozenListing, failed: FailedObject[]) {
  await transaction(app.db, async (tx) => {
    for (const { listed, failure } of failed) {
      const reason = failure.code === 'instance-gone' ? 'gone-from-source' : failure.code;
      await writeRetrieved(tx, match, listed, { state: 'missing', instance_id: null, reason });
    }
    await setRetrieval(tx, match.id, { state: 'deriving', failure_code: null, failure_at: null });
    await app.jobs.enqueue(tx, 'derive-study', { matchId: match.id }, { singletonKey: match.id });
    const counts = await tx
      .selectFrom('retrieved_instance')
      .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
      .where('match_id', '=', match.id)
      .groupBy('state')
      .execute();
    await appendAudit(tx, app, {
      type: 'retrieval.finished',
      outcome: 'success',
      actor: retriever,
      accessRequestId: match.access_request_id,
      objects: {
        matchId: match.id,
        listed: listing.wanted.length,
        listedSince: listing.added,
        delistedSince: listing.removed,
        ...Object.fromEntries(counts.map((row) => [row.state, Number(row.count)])),
      },
    });
  });
}
