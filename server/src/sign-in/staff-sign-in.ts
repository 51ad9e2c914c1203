import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor, StaffActor } from '../identity/actor.ts';
import { secretMatches } from '../identity/secret-hash.ts';
import { type NewSession, startSession } from '../identity/session.ts';
import { transaction } from '../store/database.ts';

export type StaffSignInRefusal = { code: 'wrong-sign-in' } | { code: 'too-many-tries'; retryAfterSeconds: number };
type StaffStanding = { displayName: string; role: string; licensedAs: string | null; privacyOfficer: boolean };
type SignedIn = { answer: StaffStanding; session: NewSession };

/** S3.4: from this failure on, each one doubles the wait; it never grows to where a stranger could lock somebody out. */
const freeFailures = 5;
const firstWaitSeconds = 5;
const longestWaitSeconds = 15 * 60;

/** Seconds that a name must rest after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - freeFailures));
}

/** Name and password; an unknown name takes as long and answers alike. */
export async function staffSignIn(
  app: App,
  actor: PublicActor,
  input: { username: string; password: string },
): Promise<Outcome<SignedIn, StaffSignInRefusal>> {
  const username = input.username.toLowerCase();
  const before = await findStaff(app, username);
  const now = app.now();
  if (before?.retry_after && before.retry_after > now) {
    return refuse({ code: 'too-many-tries', retryAfterSeconds: secondsBetween(now, before.retry_after) });
  }
  // The slow part, outside the transaction.
  const matches = await secretMatches(before?.password_hash, input.password);
  return transaction(app.db, async (tx) => {
    if (!before || !matches) {
      const wait = before ? await countFailure(tx, app, before.id) : 0;
      await appendAudit(tx, app, {
        type: 'sign-in.failed',
        outcome: 'refused',
        actor,
        accessRequestId: null,
        objects: { who: 'staff', staffId: before?.id ?? null },
      });
      return wait > 0 ? refuse({ code: 'too-many-tries', retryAfterSeconds: wait }) : refuse({ code: 'wrong-sign-in' });
    }
    await tx.updateTable('staff').set({ failed_sign_ins: 0, retry_after: null }).where('id', '=', before.id).execute();
    const session = await startSession(tx, app, { kind: 'staff', staffId: before.id }, actor.sessionHashes);
    await appendAudit(tx, app, {
      type: 'sign-in.succeeded',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { who: 'staff', staffId: before.id },
    });
    return ok({ answer: standingOf(before), session });
  });
}

export async function readStaffSession(_app: App, actor: StaffActor): Promise<Outcome<StaffStanding, never>> {
  const { displayName, role, licensedAs, privacyOfficer } = actor;
  return ok({ displayName, role, licensedAs, privacyOfficer });
}

function standingOf(row: {
  display_name: string;
  role: string;
  licensed_as: string | null;
  is_privacy_officer: boolean;
}): StaffStanding {
  return {
    displayName: row.display_name,
    role: row.role,
    licensedAs: row.licensed_as,
    privacyOfficer: row.is_privacy_officer,
  };
}

function findStaff(app: App, username: string) {
  return app.db
    .selectFrom('staff')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('username', '=', username)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

async function countFailure(tx: Parameters<typeof startSession>[0], app: App, staffId: string): Promise<number> {
  const { failed_sign_ins: failures } = await tx
    .updateTable('staff')
    .set((row) => ({ failed_sign_ins: row('failed_sign_ins', '+', 1) }))
    .where('id', '=', staffId)
    .returning('failed_sign_ins')
    .executeTakeFirstOrThrow();
  const wait = waitAfter(failures);
  if (wait > 0) {
    const retryAfter = new Date(app.now().getTime() + wait * 1000);
    await tx.updateTable('staff').set({ retry_after: retryAfter }).where('id', '=', staffId).execute();
  }
  return wait;
}

function secondsBetween(from: Date, to: Date): number {
  return Math.ceil((to.getTime() - from.getTime()) / 1000);
}
