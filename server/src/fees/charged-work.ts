import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import type { Db } from '../store/database.ts';
import { readFee } from './read-fee.ts';

export type ChargedWorkRefused = { code: 'notice-missing' | 'not-accepted' };

/**
 * May a disc, a stick or prints of this request be made and leave? Not before the person said yes to what they cost;
 * where they cost nothing, at once (45 CFR 164.524(c)(4), HHS FAQ 2029).
 */
export async function mayWorkBegin(db: Db, app: App, requestId: string): Promise<Outcome<null, ChargedWorkRefused>> {
  const request = await db
    .selectFrom('access_request')
    .select(['id', 'received_on', 'pack_sha256'])
    .where('id', '=', requestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { work } = await readFee(db, await readFacilityFacts(db, app), request);
  return work.ok ? ok(null) : refuse({ code: work.refusal.code });
}
