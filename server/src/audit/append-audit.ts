import { type Kysely, sql } from 'kysely';
import type { App } from '../app.ts';
import type { Actor } from '../identity/actor.ts';
import type { Schema } from '../store/schema.ts';
import { beforeFirst, eventHash } from './event-hash.ts';
import type { EventType } from './event-types.ts';

export type AuditEntry = {
  type: EventType;
  outcome: 'success' | 'refused' | 'failure';
  actor: Actor;
  accessRequestId: string | null;
  /** Ids, counts and codes only: no names, no words that somebody typed (S10.2). */
  objects: Record<string, string | number | boolean | null | string[]>;
  /** A code, not a sentence of a person. */
  reason?: string;
};

/**
 * Adds one link to the facility's chain, in the transaction of the deed: if this fails, the deed did not happen (S10.3).
 * The lock orders events of all processes; it is held to the end of the transaction, so call this last.
 */
export async function appendAudit(tx: Kysely<Schema>, app: App, entry: AuditEntry): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${app.facilityId}`}, 0))`.execute(tx);
  const last = await tx
    .selectFrom('audit_event')
    .select(['sequence', 'hash'])
    .where('facility_id', '=', app.facilityId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const previousHash = last?.hash ?? beforeFirst;
  const event = {
    facilityId: app.facilityId,
    sequence: Number(last?.sequence ?? 0) + 1,
    at: app.now(),
    type: entry.type,
    outcome: entry.outcome,
    actor: accountable(entry.actor),
    accessRequestId: entry.accessRequestId,
    objects: entry.objects,
    reason: entry.reason ?? null,
  };
  await tx
    .insertInto('audit_event')
    .values({
      facility_id: event.facilityId,
      sequence: event.sequence,
      at: event.at,
      type: event.type,
      outcome: event.outcome,
      actor: JSON.stringify(event.actor),
      access_request_id: event.accessRequestId,
      objects: JSON.stringify(event.objects),
      reason: event.reason,
      previous_hash: previousHash,
      hash: eventHash(event, previousHash),
    })
    .execute();
}

export type AccountableActor = {
  kind: Actor['kind'];
  id: string | null;
  role?: string;
  session?: string;
  address?: string;
};

/** Who did it, without a name: staff are looked up by id when the trail is shown. */
function accountable(actor: Actor): AccountableActor {
  if (actor.kind === 'program') return { kind: 'program', id: actor.job };
  const browser = {
    address: actor.address,
    ...(actor.sessionHash ? { session: actor.sessionHash.toString('hex') } : {}),
  };
  switch (actor.kind) {
    case 'public':
      return { kind: 'public', id: null, ...browser };
    case 'requester':
      return { kind: 'requester', id: actor.accessRequestId, ...browser };
    case 'recipient':
      return { kind: 'recipient', id: actor.shareLinkId, ...browser };
    case 'staff':
      return { kind: 'staff', id: actor.staffId, role: actor.role, ...browser };
  }
}
