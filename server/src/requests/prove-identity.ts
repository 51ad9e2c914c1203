import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { RequesterActor } from '../identity/actor.ts';
import { type CodeRefusal, spendCode } from '../identity/one-time-code.ts';
import { transaction } from '../store/database.ts';
import { recordProof } from './record-proof.ts';

/** The code went to a contact that the facility had on file for this patient: who types it is bound to that record. */
export function proveIdentity(
  app: App,
  actor: RequesterActor,
  input: { code: string },
): Promise<Outcome<null, CodeRefusal>> {
  const { accessRequestId } = actor;
  return transaction(app.db, async (tx) => {
    const request = await tx
      .selectFrom('access_request')
      .select('patient_id')
      .where('id', '=', accessRequestId)
      .where('facility_id', '=', app.facilityId)
      .forUpdate()
      .executeTakeFirst();
    const spent = await spendCode(tx, app, { purpose: 'prove-identity', accessRequestId }, input.code);
    if (!spent.ok || !request?.patient_id || !spent.value.patientContactId) {
      const refusal = spent.ok ? { code: 'wrong-code' as const } : spent.refusal;
      await appendAudit(tx, app, {
        type: 'identity.code-refused',
        outcome: 'refused',
        actor,
        accessRequestId,
        objects: {},
        reason: refusal.code,
      });
      return refuse(refusal);
    }
    const contact = await tx
      .selectFrom('patient_contact')
      .select(['kind', 'held_since'])
      .where('id', '=', spent.value.patientContactId)
      .where('patient_id', '=', request.patient_id)
      .executeTakeFirst();
    // The contact was removed, or another patient chosen, since the code went out.
    if (!contact) return refuse({ code: 'wrong-code' });
    await recordProof(tx, app, actor, {
      accessRequestId,
      patientId: request.patient_id,
      method: 'code-to-held-contact',
      evidence: `Code to the ${contact.kind} on file since ${contact.held_since.toISOString().slice(0, 10)}`,
      judgedBy: null,
    });
    return ok(null);
  });
}
