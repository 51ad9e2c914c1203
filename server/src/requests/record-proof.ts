import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { reopenOnProof } from '../determinations/reopen-on-proof.ts';
import type { Actor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';
import type { IdentityMethod } from '../store/schema.ts';
import { askToGoOn } from '../touchless/ask-to-go-on.ts';
import { endIdentityWait } from './end-identity-wait.ts';
import { grantMatched } from './grant-matched.ts';
import { raiseVersion } from './move-exam-item.ts';

export type Proof = {
  accessRequestId: string;
  patientId: string;
  method: IdentityMethod;
  /** What was shown, in words that a later reader understands. */
  evidence: string;
  judgedBy: string | null;
};

/** Files an identity proof, ends the wait for it, and lets what was only waiting for it go on. */
export async function recordProof(tx: Tx, app: App, actor: Actor, proof: Proof): Promise<void> {
  const proofId = randomUUID();
  await tx
    .insertInto('identity_proof')
    .values({
      id: proofId,
      access_request_id: proof.accessRequestId,
      patient_id: proof.patientId,
      method: proof.method,
      evidence: proof.evidence,
      judged_by: proof.judgedBy,
      proved_at: app.now(),
    })
    .execute();
  await endIdentityWait(tx, app, proof.accessRequestId);
  await raiseVersion(tx, proof.accessRequestId);
  await appendAudit(tx, app, {
    type: 'identity.proved',
    outcome: 'success',
    actor,
    accessRequestId: proof.accessRequestId,
    objects: { proofId, patientId: proof.patientId, method: proof.method },
  });
  await reopenOnProof(tx, app, actor, proof.accessRequestId);
  await grantMatched(tx, app, actor, proof.accessRequestId);
  await askToGoOn(tx, app, proof.accessRequestId);
}
