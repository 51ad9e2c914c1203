import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { foldName } from '../directory/fold-name.ts';
import type { StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import { isBeyondProof, lockRequest } from './lock-request.ts';
import { recordProof } from './record-proof.ts';

export type RecordProofRefusal = { code: 'not-found' | 'not-in-directory' | 'own-file' | 'wrong-step' };

/** Staff saw a photo ID, or the person: what was shown is written down with the name of who judged it. */
export function recordIdentityProof(
  app: App,
  actor: StaffActor,
  input: { requestId: string; method: 'photo-id' | 'in-person'; evidence: string },
): Promise<Outcome<null, RecordProofRefusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (await isBeyondProof(tx, request.id)) return refuse({ code: 'wrong-step' });
    if (!request.patient_id) return refuse({ code: 'not-in-directory' });
    // Nobody judges their own papers (S2.5); without a link between staff and patients the name has to do.
    if (foldName(actor.displayName) === foldName(request.requester_name)) return refuse({ code: 'own-file' });
    await recordProof(tx, app, actor, {
      accessRequestId: request.id,
      patientId: request.patient_id,
      method: input.method,
      evidence: input.evidence,
      judgedBy: actor.staffId,
    });
    return ok(null);
  });
}
