import { randomUUID } from 'node:crypto';
import { decideRefusalToTreat, type Outcome, ok, type RefusalToTreat, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { StaffActor } from '../identity/actor.ts';
import { isClosed, lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { transaction } from '../store/database.ts';

type Wish = {
  requestId: string;
  belief: NonNullable<RefusalToTreat['belief']>;
  notInBestInterest: boolean;
  reason: string;
};

/** Not to treat somebody as a representative: 45 CFR 164.502(g)(5). A named licensed professional, and the whole ground. */
export function refuseRepresentative(
  app: App,
  actor: StaffActor,
  input: Wish,
): Promise<Outcome<null, { code: 'not-found' | 'not-licensed' | 'authority-lacks' | 'wrong-step' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, input.requestId);
    if (!request) return refuse({ code: 'not-found' });
    if (request.requester_is === 'self' || (await isClosed(tx, request.id))) return refuse({ code: 'wrong-step' });
    if (actor.licensedAs === null) return refuse({ code: 'not-licensed' });
    const facility = await readFacilityFacts(tx, app);
    const { sources } = await packOfRequest(tx, facility, request);
    const { belief, notInBestInterest, reason } = input;
    const decidedBy = { name: actor.displayName, licensed: true };
    const wish = { decidedBy, decidedOn: facility.today, belief, notInBestInterest, reason };
    const decided = decideRefusalToTreat(wish, sources);
    if (!decided.ok) return refuse({ code: 'authority-lacks' });
    const id = randomUUID();
    await tx
      .insertInto('representative_refusal')
      .values({
        id,
        access_request_id: request.id,
        belief,
        not_in_best_interest: notInBestInterest,
        reason,
        decided_by: actor.staffId,
        decided_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, request.id);
    await appendAudit(tx, app, {
      type: 'authority.refused',
      outcome: 'success',
      actor,
      accessRequestId: request.id,
      objects: { refusalId: id, kind: belief },
    });
    return ok(null);
  });
}
