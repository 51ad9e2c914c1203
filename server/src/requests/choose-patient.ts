import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Tx, transaction } from '../store/database.ts';
import { lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';

export type ChoosePatientRefusal = { code: 'not-found' | 'wrong-step' };

/**
 * Ties a request to a patient of the directory. Another patient can be chosen until an exam was matched; what was proved
 * for the one before does not count for the next, and a code on its way to their contact stops.
 */
export function choosePatient(
  app: App,
  actor: StaffActor,
  input: { requestId: string; patientId: string },
): Promise<Outcome<null, ChoosePatientRefusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    const patient = await tx
      .selectFrom('patient')
      .select('id')
      .where('id', '=', input.patientId)
      .where('facility_id', '=', app.facilityId)
      .executeTakeFirst();
    if (!request || !patient) return refuse({ code: 'not-found' });
    if (request.patient_id === patient.id) return ok(null);
    if (await hasMatchedExam(tx, request.id)) return refuse({ code: 'wrong-step' });
    await tx.updateTable('access_request').set({ patient_id: patient.id }).where('id', '=', request.id).execute();
    await tx
      .updateTable('one_time_code')
      .set({ replaced_at: app.now() })
      .where('access_request_id', '=', request.id)
      .where('purpose', '=', 'prove-identity')
      .where('used_at', 'is', null)
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'patient.chosen',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { patientId: patient.id, before: request.patient_id },
    });
    return ok(null);
  });
}

async function hasMatchedExam(tx: Tx, requestId: string): Promise<boolean> {
  const matched = await tx
    .selectFrom('exam_item')
    .select('id')
    .where('access_request_id', '=', requestId)
    .where('state', 'not in', ['draft', 'received', 'searching'])
    .executeTakeFirst();
  return matched !== undefined;
}
