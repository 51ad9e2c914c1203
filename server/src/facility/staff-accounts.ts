import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { drawPassword } from '../identity/draw-password.ts';
import { hashSecret } from '../identity/secret-hash.ts';
import { type Tx, transaction } from '../store/database.ts';
import type { StaffRole } from '../store/schema.ts';

type Standing = { displayName: string; role: StaffRole; licensedAs: string | null; privacyOfficer: boolean };
type StaffRow = Standing & { id: string; username: string; ended: boolean };
type NameTaken = { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

export async function listStaff(app: App, _actor: StaffActor): Promise<Outcome<{ rows: StaffRow[] }, never>> {
  const rows = await app.db
    .selectFrom('staff')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .orderBy('display_name')
    .execute();
  return ok({
    rows: rows.map((row) => ({
      id: row.id,
      username: row.username,
      displayName: row.display_name,
      role: row.role,
      licensedAs: row.licensed_as,
      privacyOfficer: row.is_privacy_officer,
      ended: row.ended_at !== null,
    })),
  });
}

/** The password leaves once, in this answer; only its hash stays. */
export async function addStaff(
  app: App,
  actor: StaffActor,
  input: Standing & { username: string },
): Promise<Outcome<{ staffId: string; password: string }, NameTaken>> {
  const password = drawPassword(app);
  const passwordHash = await hashSecret(app, password);
  return transaction(app.db, async (tx) => {
    const staffId = randomUUID();
    const row = await tx
      .insertInto('staff')
      .values({
        id: staffId,
        facility_id: app.facilityId,
        username: input.username,
        password_hash: passwordHash,
        retry_after: null,
        ...columnsOf(input),
      })
      .onConflict((conflict) => conflict.columns(['facility_id', 'username']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!row) {
      return refuse({
        code: 'invalid-input',
        fields: [{ pointer: '/username', message: 'This name is taken. Choose another one.' }],
      });
    }
    await note(tx, app, actor, staffId, input, false);
    return ok({ staffId, password });
  });
}

/** Whoever left keeps their name on what they did; sessions end with the next click. */
export function changeStaff(
  app: App,
  actor: StaffActor,
  input: Standing & { staffId: string; ended: boolean },
): Promise<Outcome<null, { code: 'not-found' } | { code: 'last-admin' }>> {
  return transaction(app.db, async (tx) => {
    const admins = await tx
      .selectFrom('staff')
      .select('id')
      .where('facility_id', '=', app.facilityId)
      .where('role', '=', 'admin')
      .where('ended_at', 'is', null)
      .forUpdate()
      .execute();
    const stays = input.role === 'admin' && !input.ended;
    if (!stays && admins.length === 1 && admins[0]?.id === input.staffId) return refuse({ code: 'last-admin' });
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({ ...columnsOf(input), ended_at: input.ended ? app.now() : null })
      .where('id', '=', input.staffId)
      .where('facility_id', '=', app.facilityId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse({ code: 'not-found' });
    await note(tx, app, actor, input.staffId, input, input.ended);
    return ok(null);
  });
}

function columnsOf({ displayName, role, licensedAs, privacyOfficer }: Standing) {
  return {
    display_name: displayName,
    role,
    licensed_as: licensedAs?.trim() || null,
    is_privacy_officer: privacyOfficer,
  };
}

async function note(tx: Tx, app: App, actor: StaffActor, staffId: string, standing: Standing, ended: boolean) {
  await appendAudit(tx, app, {
    type: 'staff.changed',
    outcome: 'success',
    actor,
    accessRequestId: null,
    objects: {
      staffId,
      role: standing.role,
      licensed: standing.licensedAs !== null,
      privacyOfficer: standing.privacyOfficer,
      ended,
    },
  });
}
