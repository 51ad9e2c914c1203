import { createHash } from 'node:crypto';
import type { App } from '../app.ts';
import type { Db } from '../store/database.ts';

export type SessionKind = 'staff' | 'requester' | 'recipient';

const minute = 60_000;
/** S3.6: how long a session lives without a sign of life, and at most. */
const sessionLimits: Record<SessionKind, { idleMs: number; longestMs: number }> = {
  staff: { idleMs: 15 * minute, longestMs: 12 * 60 * minute },
  requester: { idleMs: 30 * minute, longestMs: 12 * 60 * minute },
  recipient: { idleMs: 30 * minute, longestMs: 60 * minute },
};
const tokenBytes = 32;
/** A sign of life is written at most this often. */
const touchEveryMs = minute / 2;

/** What the door puts into a cookie; only its hash is kept. */
export type NewSession = { kind: SessionKind; token: string; expiresAt: Date };

export type SessionOwner =
  | { kind: 'staff'; staffId: string }
  | { kind: 'requester'; accessRequestId: string }
  | { kind: 'recipient'; shareLinkId: string };

/**
 * A new id at every sign-in; a cookie from before is never promoted, and the session of the same kind that this browser
 * held is over (S3.6).
 */
export async function startSession(
  db: Db,
  app: App,
  owner: SessionOwner,
  heldByBrowser: Buffer[] = [],
): Promise<NewSession> {
  if (heldByBrowser.length > 0) {
    await db
      .updateTable('session')
      .set({ ended_at: app.now() })
      .where('id_hash', 'in', heldByBrowser)
      .where('facility_id', '=', app.facilityId)
      .where('principal', '=', owner.kind)
      .where('ended_at', 'is', null)
      .execute();
  }
  const token = app.random(tokenBytes).toString('base64url');
  const now = app.now();
  const expiresAt = new Date(now.getTime() + sessionLimits[owner.kind].longestMs);
  await db
    .insertInto('session')
    .values({
      id_hash: hashToken(token),
      facility_id: app.facilityId,
      principal: owner.kind,
      staff_id: owner.kind === 'staff' ? owner.staffId : null,
      access_request_id: owner.kind === 'requester' ? owner.accessRequestId : null,
      share_link_id: owner.kind === 'recipient' ? owner.shareLinkId : null,
      started_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  return { kind: owner.kind, token, expiresAt };
}

export type LiveSession = {
  idHash: Buffer;
  staffId: string | null;
  accessRequestId: string | null;
  shareLinkId: string | null;
};

/**
 * The living session of this kind and token, or nothing. `somebodyThere` is false for what a page asks by itself while
 * nobody touches it: that must not keep a session alive (45 CFR 164.312(a)(2)(iii), automatic logoff).
 */
export async function findSession(
  app: App,
  kind: SessionKind,
  idHash: Buffer,
  somebodyThere = true,
): Promise<LiveSession | undefined> {
  const now = app.now();
  const idleSince = new Date(now.getTime() - sessionLimits[kind].idleMs);
  const row = await app.db
    .selectFrom('session')
    .selectAll()
    .where('id_hash', '=', idHash)
    .where('facility_id', '=', app.facilityId)
    .where('principal', '=', kind)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince)
    .executeTakeFirst();
  if (!row) return undefined;
  if (somebodyThere && now.getTime() - row.last_seen_at.getTime() > touchEveryMs) {
    await app.db.updateTable('session').set({ last_seen_at: now }).where('id_hash', '=', idHash).execute();
  }
  return { idHash, staffId: row.staff_id, accessRequestId: row.access_request_id, shareLinkId: row.share_link_id };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Which kinds of session a browser holds that are still alive; looking does not keep them alive. */
export async function liveSessionKinds(app: App, idHashes: Buffer[]): Promise<Set<SessionKind>> {
  if (idHashes.length === 0) return new Set();
  const now = app.now();
  const rows = await app.db
    .selectFrom('session')
    .select(['principal', 'last_seen_at'])
    .where('id_hash', 'in', idHashes)
    .where('facility_id', '=', app.facilityId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  const alive = rows.filter(
    ({ principal, last_seen_at }) => now.getTime() - last_seen_at.getTime() < sessionLimits[principal].idleMs,
  );
  return new Set(alive.map(({ principal }) => principal));
}

/** Ends sessions on the server; answers how many were still open. */
export async function endSessions(db: Db, app: App, idHashes: Buffer[]): Promise<number> {
  if (idHashes.length === 0) return 0;
  const ended = await db
    .updateTable('session')
    .set({ ended_at: app.now() })
    .where('id_hash', 'in', idHashes)
    .where('facility_id', '=', app.facilityId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
