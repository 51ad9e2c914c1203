import { createHash } from 'node:crypto';
import { type LawSources, type Pack, packInForce, policyPacks } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { Db, Tx } from '../store/database.ts';
import { type FacilityFacts, packFor, readFacilityFacts } from './facility-facts.ts';

/** Keeps the rules that a request is decided by, once for all requests under the same ones; answers their SHA-256. */
export async function keepPack(tx: Tx, app: App, pack: Pack): Promise<string> {
  const text = JSON.stringify(pack);
  const sha256 = createHash('sha256').update(text).digest('hex');
  await tx
    .insertInto('kept_pack')
    .values({ sha256, pack: text, kept_at: app.now() })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
  return sha256;
}

/** What is known by its hash never changes: it is read from the database once. */
const known = new Map<string, Pack>();
const mostKnown = 500;

export async function readKeptPacks(db: Db, sha256s: readonly (string | null)[]): Promise<ReadonlyMap<string, Pack>> {
  const missing = [...new Set(sha256s.flatMap((sha256) => sha256 ?? []))].filter((sha256) => !known.has(sha256));
  if (known.size + missing.length > mostKnown) known.clear();
  if (missing.length > 0) {
    const rows = await db.selectFrom('kept_pack').select(['sha256', 'pack']).where('sha256', 'in', missing).execute();
    for (const { sha256, pack } of rows) known.set(sha256, withWhatCameLater(pack));
  }
  return known;
}

/** What a pack could not say yet when it was kept is as its own law had it on the day of receipt. */
function withWhatCameLater(pack: Pack): Pack {
  const law = packInForce(policyPacks, pack.jurisdiction, pack.inForceOn);
  if (!law.ok) return pack;
  return { ...law.value, ...pack, sources: { ...law.value.sources, ...pack.sources } };
}

type RequestUnderRules = { received_on: string; pack_sha256: string | null };

/** The rules that a request came under; of one from before packs were kept, those of its day. */
export async function packOfRequest(db: Db, facility: FacilityFacts, request: RequestUnderRules): Promise<Pack> {
  const packs = await readKeptPacks(db, [request.pack_sha256]);
  return packs.get(request.pack_sha256 ?? '') ?? packFor(facility, request.received_on);
}

/** Where the law of this request says what a reason rests on. */
export async function readSources(db: Db, app: App, accessRequestId: string): Promise<LawSources> {
  const request = await db
    .selectFrom('access_request')
    .select(['received_on', 'pack_sha256'])
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  return (await packOfRequest(db, await readFacilityFacts(db, app), request)).sources;
}
