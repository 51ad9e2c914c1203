import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { readFee } from './read-fee.ts';

export type ChargedWorkRefused = { code: 'notice-missing' | 'not-accepted' | 'fee-awaited' };

/**
 * May a disc, a stick or prints of this request be made and leave? Not before the person said yes to what they cost;
 * where they cost nothing, at once (45 CFR 164.524(c)(4), HHS FAQ 2029). Nor while the fee is asked for first (OD-9).
 */
export async function mayWorkBegin(db: Db, app: App, requestId: string): Promise<Outcome<null, ChargedWorkRefused>> {
  const request = await db
    .selectFrom('access_request')
    .select(['id', 'received_on', 'pack_sha256'])
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { work } = await readFee(db, await readFacilityFacts(db, app), request);
  if (!work.ok) return refuse({ code: work.refusal.code });
  const awaited = await db
    .selectFrom('wait')
    .select('id')
    .where('access_request_id', '=', requestId)
    .where('kind', '=', 'payment')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return awaited ? refuse({ code: 'fee-awaited' }) : ok(null);
}
