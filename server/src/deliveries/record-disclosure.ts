import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';
import type { ReleaseRecord } from './read-release.ts';

/**
 * What reached whom, once for each delivery: 45 CFR 164.528(b)(2) asks for date, recipient, what and why. Copies to the
 * individual are not in the accounting that the law asks for; they are kept here too and told apart by their purpose.
 */
export async function recordDisclosure(
  db: Db,
  app: App,
  {
    release,
    deliveryId,
    at = app.now(),
  }: {
    release: Pick<ReleaseRecord, 'accessRequestId' | 'counts' | 'manifest'>;
    deliveryId: string;
    /** When it reached them; a visit may be written down later. */
    at?: Date;
  },
): Promise<void> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .innerJoin('access_request', 'access_request.id', 'asked_delivery.access_request_id')
    .leftJoin('disclosure', 'disclosure.delivery_id', 'delivery.id')
    .select(['delivery.kind', 'asked_delivery.recipient', 'access_request.requester_name', 'disclosure.id as recorded'])
    .where('delivery.id', '=', deliveryId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!row || row.recorded) return;
  const { recipient } = row;
  const toThirdParty = recipient.who === 'third-party';
  await db
    .insertInto('disclosure')
    .values({
      id: randomUUID(),
      facility_id: app.facilityId,
      access_request_id: release.accessRequestId,
      delivery_id: deliveryId,
      recipient: toThirdParty ? (recipient.name ?? '') : row.requester_name,
      purpose: toThirdParty ? 'third-party-directive' : 'individual-access',
      what: JSON.stringify({
        studies: release.manifest.exams.flatMap(({ studyInstanceUid }) => studyInstanceUid ?? []),
        given: release.counts.given,
        ...(row.kind === 'inspection' ? { how: 'looked-at-in-person' } : {}),
      }),
      disclosed_at: at,
    })
    .onConflict((conflict) => conflict.column('delivery_id').doNothing())
    .execute();
}
