import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

/**
 * Letters that nobody has had yet: no e-mail to tell of them, or one that came back. A breach notice goes to whoever is in
 * the pictures, by first-class mail: 45 CFR 164.404(d)(1).
 */
export async function unsentLetters(db: Db, app: App) {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('access_request', 'access_request.id', 'letter.access_request_id')
    .leftJoin('patient', 'patient.id', 'letter.addressed_to_patient_id')
    .leftJoin('incident', 'incident.letter_id', 'letter.id')
    .select(['letter.id', 'letter.code', 'letter.content', 'letter.made_at', 'letter.notice_failed_at'])
    .select(['patient.given_name', 'patient.family_name', 'incident.discovered_on'])
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
    .orderBy('letter.made_at')
    .execute();
  return rows.map(
    ({
      requestId,
      reference,
      requester_name,
      requester_address,
      received_on,
      pack_sha256,
      given_name,
      family_name,
      ...letter
    }) => ({
      ...letter,
      /** Somebody else than who asked: never under that person's address. */
      addressee: family_name === null ? null : `${given_name} ${family_name}`,
      request: { id: requestId, reference, requester_name, requester_address, received_on, pack_sha256 },
    }),
  );
}

export type UnsentLetter = Awaited<ReturnType<typeof unsentLetters>>[number];
