import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { EventType } from '../audit/event-types.ts';
import type { Actor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';

/** S10.1: what is looked at is told once for each session and release, not for each picture. */
const groupMs = 60 * 60_000;
const mostRemembered = 10_000;

/** Only to write less: a process that forgets it writes one event more. */
const remembered = new WeakMap<App, Map<string, number>>();

/** Accounts for a look, before any byte of it leaves (S10.3). */
export async function accountForView(
  app: App,
  actor: Actor,
  type: EventType,
  accessRequestId: string,
  objects: Record<string, string | number | string[]>,
  /** What is told once: the release, unless something smaller is meant. */
  about: string = String(objects.releaseId ?? ''),
): Promise<void> {
  const seen = remembered.get(app) ?? new Map<string, number>();
  remembered.set(app, seen);
  const key = [type, accessRequestId, actorKey(actor), about].join(' ');
  const now = app.now().getTime();
  const last = seen.get(key);
  if (last !== undefined && now - last < groupMs) return;
  await transaction(app.db, (tx) =>
    appendAudit(tx, app, { type, outcome: 'success', actor, accessRequestId, objects }),
  );
  if (seen.size >= mostRemembered) seen.clear();
  seen.set(key, now);
}

function actorKey(actor: Actor): string {
  if (actor.kind === 'program') return actor.job;
  return `${actor.kind} ${actor.sessionHash?.toString('hex') ?? actor.address}`;
}
