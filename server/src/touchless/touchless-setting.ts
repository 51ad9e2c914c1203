import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type Db, transaction } from '../store/database.ts';

export type TouchlessSetting = {
  allowed: boolean;
  /** Why it is so, and who said so when; null until somebody did: then it is off. */
  decision: { reason: string; by: string; at: string } | null;
  mayChange: boolean;
};

/** Off unless the newest decision says otherwise. */
export async function mayGoByItself(db: Db, app: App): Promise<boolean> {
  return (await readNewest(db, app))?.allowed ?? false;
}

export async function readTouchless(app: App, actor: StaffActor): Promise<Outcome<TouchlessSetting, never>> {
  const newest = await readNewest(app.db, app);
  return ok({
    allowed: newest?.allowed ?? false,
    decision: newest ? { reason: newest.reason, by: newest.display_name, at: newest.decided_at.toISOString() } : null,
    mayChange: actor.privacyOfficer,
  });
}

/** The privacy officer answers for what leaves the house without a look, so nobody else switches it: 45 CFR 164.530(a)(1). */
export function switchTouchless(
  app: App,
  actor: StaffActor,
  input: { allowed: boolean; reason: string },
): Promise<Outcome<null, { code: 'not-privacy-officer' }>> {
  return transaction(app.db, async (tx) => {
    if (!actor.privacyOfficer) return refuse({ code: 'not-privacy-officer' });
    const id = randomUUID();
    await tx
      .insertInto('touchless_setting')
      .values({
        id,
        facility_id: app.facilityId,
        allowed: input.allowed,
        reason: input.reason,
        decided_by: actor.staffId,
        decided_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'touchless.switched',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { settingId: id, allowed: input.allowed },
    });
    return ok(null);
  });
}

function readNewest(db: Db, app: App) {
  return db
    .selectFrom('touchless_setting')
    .innerJoin('staff', 'staff.id', 'touchless_setting.decided_by')
    .select(['allowed', 'reason', 'decided_at', 'staff.display_name'])
    .where('touchless_setting.facility_id', '=', app.facilityId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
