import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

/** Letters that nobody has had yet: no e-mail to tell of them, or one that came back. A notice to somebody else is apart. */
export async function unsentLetters(db: Db, app: App) {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('access_request', 'access_request.id', 'letter.access_request_id')
    .select(['letter.id', 'letter.code', 'letter.made_at', 'letter.notice_failed_at'])
    .select([
      'access_request.id as requestId',
      'access_request.reference',
      'access_request.requester_name',
      'access_request.requester_address',
      'access_request.received_on',
      'access_request.pack_sha256',
    ])
    .where('access_request.facility_id', '=', app.facilityId)
    .where('letter.sent_at', 'is', null)
    .where('letter.addressed_to_patient_id', 'is', null)
    .orderBy('letter.made_at')
    .execute();
  return rows.map(
    ({ requestId, reference, requester_name, requester_address, received_on, pack_sha256, ...letter }) => ({
      ...letter,
      request: { id: requestId, reference, requester_name, requester_address, received_on, pack_sha256 },
    }),
  );
}

export type UnsentLetter = Awaited<ReturnType<typeof unsentLetters>>[number];
