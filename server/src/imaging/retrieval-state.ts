import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { MatchFile } from './match-file.ts';

export const retriever: ProgramActor = { kind: 'program', job: 'retrieve-study' };

export type RetrievalFailure = {
  code:
    | 'source-unreachable'
    | 'source-timeout'
    | 'source-refused'
    | 'source-answer-invalid'
    | 'study-gone'
    | 'storage-full';
};

export async function beginRetrieval(app: App, match: MatchFile): Promise<void> {
  await transaction(app.db, async (tx) => {
    const held = await tx
      .selectFrom('retrieval')
      .select('started_at')
      .where('match_id', '=', match.id)
      .forUpdate()
      .executeTakeFirst();
    const started_at = held?.started_at ?? app.now();
    await tx
      .insertInto('retrieval')
      .values({ match_id: match.id, state: 'listing', started_at })
      .onConflict((conflict) => conflict.column('match_id').doUpdateSet({ state: 'listing', started_at }))
      .execute();
    if (held?.started_at) return;
    await appendAudit(tx, app, {
      type: 'retrieval.started',
      outcome: 'success',
      actor: retriever,
      accessRequestId: match.access_request_id,
      objects: { matchId: match.id, imageSourceId: match.image_source_id },
    });
  });
}

/** The request stays where it was; the desk shows the code, and the job comes again by itself. */
export async function failRetrieval(app: App, match: MatchFile, failure: RetrievalFailure): Promise<void> {
  await transaction(app.db, async (tx) => {
    const before = await tx
      .selectFrom('retrieval')
      .select('failure_code')
      .where('match_id', '=', match.id)
      .forUpdate()
      .executeTakeFirst();
    await setRetrieval(tx, match.id, { state: 'failed', failure_code: failure.code, failure_at: app.now() });
    // One event for a source that stays away, not one for each try.
    if (before?.failure_code === failure.code) return;
    await appendAudit(tx, app, {
      type: 'retrieval.failed',
      outcome: 'failure',
      actor: retriever,
      accessRequestId: match.access_request_id,
      objects: { matchId: match.id, imageSourceId: match.image_source_id },
      reason: failure.code,
    });
  });
}

type RetrievalChange = {
  state?: 'queued' | 'listing' | 'retrieving' | 'deriving' | 'done' | 'failed';
  listed?: number;
  failure_code?: string | null;
  failure_at?: Date | null;
  finished_at?: Date | null;
};

export async function setRetrieval(tx: Tx, matchId: string, change: RetrievalChange): Promise<void> {
  await tx.updateTable('retrieval').set(change).where('match_id', '=', matchId).execute();
}
