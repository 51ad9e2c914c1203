import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { foldName } from '../directory/fold-name.ts';
import type { StaffActor } from '../identity/actor.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';
import { setApartWhatIsNotTheirs } from './set-apart.ts';

/** Without a day: an earlier record was a mistake, and the patient is a minor as before. */
export type Emancipation = { requestId: string; emancipatedOn: string | null; whatWasSeen: string };

type Refusal = { code: 'not-found' | 'not-in-directory' | 'own-file' };

/**
 * Somebody at the desk saw the paper that makes a minor their own individual. It is a fact of the patient, so every request
 * of a parent is judged by it from that day on, this one and later ones: 45 CFR 164.502(g)(2), (3).
 */
export function recordEmancipation(app: App, actor: StaffActor, input: Emancipation): Promise<Outcome<null, Refusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (!request.patient_id) return refuse({ code: 'not-in-directory' });
    // Nobody judges papers in their own request (S2.5).
    if (foldName(actor.displayName) === foldName(request.requester_name)) return refuse({ code: 'own-file' });
    await tx
      .insertInto('patient_emancipation')
      .values({
        id: randomUUID(),
        patient_id: request.patient_id,
        emancipated_on: input.emancipatedOn,
        what_was_seen: input.whatWasSeen,
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'emancipation.recorded',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { patientId: request.patient_id, emancipatedOn: input.emancipatedOn },
    });
    await setApartWhatIsNotTheirs(tx, app, actor, request.id);
    await grantMatched(tx, app, actor, request.id);
    return ok(null);
  });
}
