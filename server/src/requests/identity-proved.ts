import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

export type Standing = {
  /** Somebody showed who they are, bound to the patient that the request is tied to now. 45 CFR 164.514(h). */
  identityProved: boolean;
  /** This person may ask: the patient themself, a parent on file, or papers judged by staff. 45 CFR 164.502(g). */
  authorityShown: boolean;
};

/** Asked again at each step that depends on it: a proof for one patient says nothing once another one was chosen. */
export async function standingOf(db: Db, app: App, accessRequestId: string): Promise<Standing> {
  const request = await db
    .selectFrom('access_request')
    .select(['patient_id', 'requester_is'])
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!request?.patient_id) return { identityProved: false, authorityShown: false };
  const proofs = await db
    .selectFrom('identity_proof')
    .select('method')
    .where('access_request_id', '=', accessRequestId)
    .where('patient_id', '=', request.patient_id)
    .execute();
  const parent = await db
    .selectFrom('patient_parent')
    .select('parent_patient_id')
    .where('patient_id', '=', request.patient_id)
    .executeTakeFirst();
  return decideStanding(
    request.requester_is,
    proofs.map((proof) => proof.method),
    parent !== undefined,
  );
}

/** A representative's standing is judged by a person: a code to a contact on file shows who, not by what right. */
export function decideStanding(
  requesterIs: 'self' | 'parent' | 'personal-representative',
  methods: readonly ('code-to-held-contact' | 'photo-id' | 'in-person')[],
  parentOnFile: boolean,
): Standing {
  const identityProved = methods.length > 0;
  const judgedByStaff = methods.some((method) => method !== 'code-to-held-contact');
  const authorityShown = requesterIs === 'self' || judgedByStaff || (requesterIs === 'parent' && parentOnFile);
  return { identityProved, authorityShown: identityProved && authorityShown };
}
