import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { reopenOnProof } from '../determinations/reopen-on-proof.ts';
import { foldName } from '../directory/fold-name.ts';
import type { StaffActor } from '../identity/actor.ts';
import { endIdentityWait } from '../requests/end-identity-wait.ts';
import { grantMatched } from '../requests/grant-matched.ts';
import { isBeyondProof, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';

export type Judgement = {
  requestId: string;
  instrument: string;
  whatWasSeen: string;
  scope: ('health-care' | 'finances')[];
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  patientDiedOn?: string | undefined;
  revokedOn?: string | undefined;
  paperId?: string | undefined;
};

type Refusal = { code: 'not-found' | 'not-in-directory' | 'own-file' | 'wrong-step' };

/** Somebody looked at a paper: what it is, what it lets its holder decide, until when. The engine says what follows. */
export function judgeAuthority(app: App, actor: StaffActor, input: Judgement): Promise<Outcome<null, Refusal>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (request.requester_is === 'self' || (await isBeyondProof(tx, request.id))) return refuse({ code: 'wrong-step' });
    if (!request.patient_id) return refuse({ code: 'not-in-directory' });
    // Nobody judges their own papers (S2.5).
    if (foldName(actor.displayName) === foldName(request.requester_name)) return refuse({ code: 'own-file' });
    const paper = await tx
      .selectFrom('authority_document')
      .select('id')
      .where('id', '=', input.paperId ?? randomUUID())
      .where('access_request_id', '=', request.id)
      .executeTakeFirst();
    if (input.paperId && !paper) return refuse({ code: 'not-found' });
    const id = randomUUID();
    await tx
      .insertInto('authority_judgement')
      .values({
        id,
        access_request_id: request.id,
        patient_id: request.patient_id,
        instrument: input.instrument,
        what_was_seen: input.whatWasSeen,
        health_care: input.scope.includes('health-care'),
        finances: input.scope.includes('finances'),
        valid_from: input.validFrom ?? null,
        valid_until: input.validUntil ?? null,
        patient_died_on: input.patientDiedOn ?? null,
        revoked_on: input.revokedOn ?? null,
        authority_document_id: paper?.id ?? null,
        judged_by: actor.staffId,
        judged_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'authority.judged',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: {
        judgementId: id,
        kind: input.instrument,
        scope: input.scope,
        validUntil: input.validUntil ?? null,
        revokedOn: input.revokedOn ?? null,
      },
    });
    await endIdentityWait(tx, app, request.id);
    await reopenOnProof(tx, app, actor, request.id);
    await grantMatched(tx, app, actor, request.id);
    return ok(null);
  });
}
