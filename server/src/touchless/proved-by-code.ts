import type { Db } from '../store/database.ts';

/** Somebody typed the code that went to a contact which the directory already held for this very patient. */
export async function provedByCode(db: Db, accessRequestId: string, patientId: string): Promise<boolean> {
  const proof = await db
    .selectFrom('identity_proof')
    .innerJoin('access_request', 'access_request.id', 'identity_proof.access_request_id')
    .select('identity_proof.id')
    .where('access_request_id', '=', accessRequestId)
    .where('identity_proof.patient_id', '=', patientId)
    .where((row) =>
      row.or([
        row('access_request.requester_email_since', 'is', null),
        row('proved_at', '>=', row.ref('access_request.requester_email_since')),
      ]),
    )
    .where('method', '=', 'code-to-held-contact')
    .executeTakeFirst();
  return proof !== undefined;
}
