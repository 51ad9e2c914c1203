import type { Db } from '../store/database.ts';

/** Somebody typed the code that went to a contact which the directory already held for this very patient. */
export async function provedByCode(db: Db, accessRequestId: string, patientId: string): Promise<boolean> {
  const proof = await db
    .selectFrom('identity_proof')
    .select('id')
    .where('access_request_id', '=', accessRequestId)
    .where('patient_id', '=', patientId)
    .where('method', '=', 'code-to-held-contact')
    .executeTakeFirst();
  return proof !== undefined;
}
