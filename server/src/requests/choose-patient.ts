import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { ProgramActor, StaffActor } from '../identity/actor.ts';
import { knownPatient, typedPatient } from '../imaging/known-patient.ts';
import { type Tx, transaction } from '../store/database.ts';
import { differingFromAsked, isAnotherPerson } from './asked-person.ts';
import { lockRequest } from './lock-request.ts';
import { raiseVersion } from './move-exam-item.ts';

export type ChoosePatientRefusal = { code: 'not-found' | 'wrong-step' | 'differs-from-request' | 'other-than-asked' };

/**
 * Ties a request to a patient of the directory. Another patient can be chosen until an exam was matched; what was proved
 * for the one before does not count for the next, and a code on its way to their contact stops.
 * Everything later is judged against this patient, so who differs from what was typed is chosen with a written reason
 * only, and somebody of another name and birth date not at all. The same patient again takes a reason that was owed.
 */
export function choosePatient(
  app: App,
  actor: StaffActor | ProgramActor,
  input: { requestId: string; patientId: string; reason?: string | undefined },
): Promise<Outcome<null, ChoosePatientRefusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    const patient = await knownPatient(tx, app, input.patientId);
    if (!request || !patient) return refuse({ code: 'not-found' });
    const isSame = request.patient_id === input.patientId;
    if (!isSame && (await hasMatchedExam(tx, request.id))) return refuse({ code: 'wrong-step' });
    const differing = differingFromAsked(typedPatient(request), patient);
    if (isAnotherPerson(differing)) return refuse({ code: 'other-than-asked' });
    const reason = differing.length > 0 ? (input.reason ?? (isSame ? request.patient_chosen_reason : null)) : null;
    if (differing.length > 0 && reason === null) return refuse({ code: 'differs-from-request' });
    if (isSame && reason === request.patient_chosen_reason) return ok(null);
    await tx
      .updateTable('access_request')
      .set({ patient_id: input.patientId, patient_chosen_reason: reason })
      .where('id', '=', request.id)
      .execute();
    if (!isSame) await stopCodes(tx, app, request.id);
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'patient.chosen',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      // The reason itself is a person's words: it stays with the request (S10.2).
      objects: { patientId: input.patientId, before: request.patient_id, differing, reasonWritten: reason !== null },
    });
    return ok(null);
  });
}

async function stopCodes(tx: Tx, app: App, requestId: string): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({ replaced_at: app.now() })
    .where('access_request_id', '=', requestId)
    .where('purpose', '=', 'prove-identity')
    .where('used_at', 'is', null)
    .execute();
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
