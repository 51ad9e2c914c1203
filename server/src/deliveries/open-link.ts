import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { PublicActor } from '../identity/actor.ts';
import { passcodeMatches } from '../identity/passcode.ts';
import { type NewSession, startSession } from '../identity/session.ts';
import { transaction } from '../store/database.ts';

/** S5.2: after this many wrong tries in an hour a link waits, after that many in all it is locked. */
const linkTries = { inAnHour: 5, inAll: 20 };
const hourMs = 60 * 60_000;

type Refusal = { code: 'wrong-passcode' | 'too-many-tries'; retryAfterSeconds?: number };

/**
 * Opens a secure link with its passcode. Unknown, ended, revoked and locked links and wrong passcodes answer alike, after
 * the same work (S2.3, S5.5); nothing about the copy is told before.
 */
export async function openLink(
  app: App,
  actor: PublicActor,
  { pathId, passcode }: { pathId: string; passcode: string },
): Promise<Outcome<{ answer: null; session: NewSession }, Refusal>> {
  const link = await findLink(app, pathId);
  const now = app.now();
  const wrongTries = link ? await wrongTriesInAnHour(app, link) : 0;
  if (wrongTries >= linkTries.inAnHour) return refuse({ code: 'too-many-tries', retryAfterSeconds: hourMs / 1000 });
  const matches = await passcodeMatches(link?.passcode_hash, passcode);
  const open =
    link !== undefined &&
    link.revoked_at === null &&
    link.expires_at > now &&
    link.wrong_tries < linkTries.inAll &&
    link.ready_at !== null;
  return transaction(app.db, async (tx) => {
    if (link && open && matches) {
      const session = await startSession(tx, app, { kind: 'recipient', shareLinkId: link.id }, actor.sessionHashes);
      await appendAudit(tx, app, { ...eventOf(actor, link), type: 'share-link.opened', outcome: 'success' });
      return ok({ answer: null, session });
    }
    if (link) {
      await tx
        .updateTable('share_link')
        .set((row) => ({ wrong_tries: row('wrong_tries', '+', 1) }))
        .where('id', '=', link.id)
        .execute();
      await appendAudit(tx, app, { ...eventOf(actor, link), type: 'share-link.failed', outcome: 'refused' });
    }
    return refuse({ code: 'wrong-passcode' });
  });
}

function findLink(app: App, pathId: string) {
  return app.db
    .selectFrom('share_link')
    .innerJoin('delivery', 'delivery.id', 'share_link.delivery_id')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('access_request', 'access_request.id', 'release.access_request_id')
    .selectAll('share_link')
    .select(['release.access_request_id', 'delivery.ready_at'])
    .where('share_link.path_id', '=', pathId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirst();
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Counted from the trail, where every failure stands: it holds across processes and restarts (S3.9). */
async function wrongTriesInAnHour(app: App, link: Link): Promise<number> {
  const { count } = await app.db
    .selectFrom('audit_event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('access_request_id', '=', link.access_request_id)
    .where('facility_id', '=', app.facilityId)
    .where('type', '=', 'share-link.failed')
    .where('at', '>', new Date(app.now().getTime() - hourMs))
    .where(sql<boolean>`objects->>'shareLinkId' = ${link.id}`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function eventOf(actor: PublicActor, link: Link) {
  return { actor, accessRequestId: link.access_request_id, objects: { shareLinkId: link.id } };
}
