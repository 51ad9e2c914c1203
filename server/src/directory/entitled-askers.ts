import type { Selectable } from 'kysely';
import type { App } from '../app.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Schema } from '../store/schema.ts';
import { foldName } from './fold-name.ts';

type Entitled = Exclude<RequesterIs, 'family'>;
type ProvedRequest = Selectable<Schema['access_request']> & { requester_is: Entitled };

/**
 * Everybody who may have an accounting of this patient's disclosures: the patient and who stands in their place (164.502(g)),
 * proved under a request of theirs. Each person once, by their newest request, the newest first.
 */
export async function entitledAskers(app: App, patientId: string): Promise<ProvedRequest[]> {
  const requests = await app.db
    .selectFrom('access_request')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('facility_id', '=', app.facilityId)
    .orderBy('received_at', 'desc')
    .execute();
  const people = new Map<string, ProvedRequest>();
  for (const request of requests) {
    const { requester_is: is } = request;
    if (is === 'family') continue;
    const person = `${is} ${foldName(request.requester_name)}`;
    if (people.has(person)) continue;
    const { identityProved, authorityShown } = await standingOf(app.db, app, request.id);
    if (identityProved && authorityShown) people.set(person, { ...request, requester_is: is });
  }
  return [...people.values()];
}
