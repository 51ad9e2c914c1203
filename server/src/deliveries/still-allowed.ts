import type { App } from '../app.ts';
import type { Actor } from '../identity/actor.ts';
import type { FileAnswer } from '../store/file-answer.ts';

/** S2.6: a running download stops within 60 s of the end of the session or link that it runs under. */
const lookAgainMs = 20_000;

/** The same file; on its way it looks again and again whether it may still go on. */
export function endWithPermission(app: App, actor: Actor, file: FileAnswer): FileAnswer {
  return {
    ...file,
    stream: async (start, end, write, signal) => {
      let lookedAt = performance.now();
      const guarded = async (chunk: Uint8Array) => {
        if (performance.now() - lookedAt > lookAgainMs) {
          lookedAt = performance.now();
          if (!(await stillAllowed(app, actor))) throw new NoLongerAllowed();
        }
        await write(chunk);
      };
      await file.stream(start, end, guarded, signal);
    },
  };
}

class NoLongerAllowed extends Error {
  override name = 'NoLongerAllowed';
}

/** Does the session that this person came with still live, and the link that it opened? */
export async function stillAllowed(app: App, actor: Actor): Promise<boolean> {
  if (actor.kind === 'program' || !actor.sessionHash) return true;
  const session = await app.db
    .selectFrom('session')
    .leftJoin('share_link', 'share_link.id', 'session.share_link_id')
    .select(['share_link.revoked_at', 'share_link.expires_at', 'session.share_link_id'])
    .where('session.id_hash', '=', actor.sessionHash)
    .where('session.facility_id', '=', app.facilityId)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', app.now())
    .executeTakeFirst();
  if (!session) return false;
  if (!session.share_link_id) return true;
  return session.revoked_at === null && session.expires_at !== null && session.expires_at > app.now();
}
