import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { PublicActor } from '../identity/actor.ts';

export type OutboxRow = {
  id: string;
  channel: 'email' | 'mobile';
  recipient: string;
  subject: string;
  body: string;
  madeAt: string;
  sentAt: string | null;
};

const newest = 200;

/** Demo facility only: what would have been mailed. Anywhere else this route does not exist (S11.3). */
export async function readOutbox(
  app: App,
  _actor: PublicActor,
): Promise<Outcome<{ rows: OutboxRow[] }, { code: 'not-found' }>> {
  if (!app.config.demo) return refuse({ code: 'not-found' });
  const rows = await app.db
    .selectFrom('mail')
    .select(['id', 'channel', 'recipient', 'subject', 'body', 'made_at', 'sent_at'])
    .where('facility_id', '=', app.facilityId)
    .orderBy('made_at', 'desc')
    .limit(newest)
    .execute();
  return ok({
    rows: rows.map(({ made_at, sent_at, ...row }) => ({
      ...row,
      madeAt: made_at.toISOString(),
      sentAt: sent_at?.toISOString() ?? null,
    })),
  });
}
