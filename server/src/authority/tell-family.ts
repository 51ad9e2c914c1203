import { randomUUID } from 'node:crypto';
import {
  authorityShown,
  decideFamilyDisclosure,
  type FamilyInvolvement,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { lockRequest } from '../requests/lock-request.ts';
import { raiseVersion } from '../requests/move-exam-item.ts';
import { type Tx, transaction } from '../store/database.ts';
import { type AuthorityFile, type RequestRow, readAuthority } from './read-authority.ts';

type Wish = Omit<FamilyInvolvement, 'recordedBy'> & { requestId: string; told: string };

/** Nobody who holds papers goes by this, and nobody who asks about the living; how the death is known staff write down. */
export function mayBeToldAsFamily({ facts }: Pick<AuthorityFile, 'facts'>): boolean {
  const shown = authorityShown(facts);
  return facts.patient.diedOn !== undefined && !shown.ok && shown.refusal.code === 'no-right-of-access';
}

/**
 * What somebody was told who helped with the care of a dead person, 45 CFR 164.510(b)(5). A choice of the facility beside
 * the request: it gives no access, and has no clock.
 */
export function tellFamily(
  app: App,
  actor: StaffActor,
  { requestId, told, ...facts }: Wish,
): Promise<Outcome<null, { code: 'not-found' | 'wrong-step' | 'contrary-wish' | 'authority-lacks' }>> {
  return transaction(app.db, async (tx) => {
    const request = await lockRequest(tx, app, requestId);
    const file = request && (await authorityOf(tx, app, request));
    if (!request || !file) return refuse({ code: 'not-found' });
    if (!mayBeToldAsFamily(file)) return refuse({ code: 'wrong-step' });
    const decided = decideFamilyDisclosure({ ...facts, recordedBy: actor.displayName }, file.facts.law.sources);
    if (!decided.ok) {
      return refuse({ code: decided.refusal.code === 'contrary-wish' ? 'contrary-wish' : 'authority-lacks' });
    }
    const id = randomUUID();
    await tx
      .insertInto('family_disclosure')
      .values({
        id,
        access_request_id: requestId,
        involvement: decided.value.limitedTo,
        told,
        why: JSON.stringify(decided.value.why),
        recorded_by: actor.staffId,
        recorded_at: app.now(),
      })
      .execute();
    await raiseVersion(tx, requestId);
    await appendAudit(tx, app, {
      type: 'family.disclosed',
      outcome: 'success',
      actor,
      accessRequestId: requestId,
      objects: { familyDisclosureId: id },
    });
    return ok(null);
  });
}

async function authorityOf(tx: Tx, app: App, request: RequestRow): Promise<AuthorityFile | undefined> {
  return (await readAuthority(tx, app, [request])).get(request.id);
}
