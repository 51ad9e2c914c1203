import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { transaction } from '../store/database.ts';
import type { ListedInstance } from '../store/records.ts';
import type { MatchFile } from './match-file.ts';
import { setRetrieval } from './retrieval-state.ts';

export type FrozenListing = {
  /** Everything that any listing named, each once, as it was named first. */
  wanted: ListedInstance[];
  /** Against the listing before: what came and what went. Zero for the first. */
  added: number;
  removed: number;
};

/**
 * Keeps what the source said it has before anything is fetched. The first listing is what completeness is measured
 * against and is never written again; a later one that differs becomes a row of its own.
 */
export function freezeListing(app: App, match: MatchFile, listed: ListedInstance[]): Promise<FrozenListing> {
  return transaction(app.db, async (tx) => {
    // Two runs of one match keep one first listing.
    await tx.selectFrom('retrieval').select('match_id').where('match_id', '=', match.id).forUpdate().execute();
    const rows = await tx
      .selectFrom('source_listing')
      .select('instances')
      .where('match_id', '=', match.id)
      .orderBy('listed_at')
      .execute();
    const before = uidsOf(rows.at(-1)?.instances ?? []);
    const now = uidsOf(listed);
    const added = rows.length === 0 ? 0 : [...now].filter((uid) => !before.has(uid)).length;
    const removed = [...before].filter((uid) => !now.has(uid)).length;
    if (rows.length === 0 || added + removed > 0) {
      await tx
        .insertInto('source_listing')
        .values({ id: randomUUID(), match_id: match.id, listed_at: app.now(), instances: JSON.stringify(listed) })
        .execute();
    }
    const wanted = eachOnce([...rows.flatMap((row) => row.instances), ...listed]);
    await setRetrieval(tx, match.id, { state: 'retrieving', listed: wanted.length });
    return { wanted, added, removed };
  });
}

function uidsOf(instances: ListedInstance[]): Set<string> {
  return new Set(instances.map((instance) => instance.sopInstanceUid));
}

function eachOnce(instances: ListedInstance[]): ListedInstance[] {
  const first = new Map<string, ListedInstance>();
  for (const instance of instances) {
    if (!first.has(instance.sopInstanceUid)) first.set(instance.sopInstanceUid, instance);
  }
  return [...first.values()];
}
