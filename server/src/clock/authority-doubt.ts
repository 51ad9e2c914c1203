import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { RequesterIs } from '../store/authority-tables.ts';

/** The claim to act for somebody, or the newest paper for it, and when the office settled it. Null: nobody claims anything. */
export type AuthorityDoubt = { since: Date; settledAt: Date | null } | null;

/**
 * Whether somebody may ask is settled by a judgement, by not treating them as a representative, or by a letter that names
 * exactly what is missing. A parent whom the registration names raises no doubt.
 */
export async function readAuthorityDoubt(
  app: App,
  request: { id: string; requester_is: RequesterIs; received_at: Date },
  authorityShown: boolean,
): Promise<AuthorityDoubt> {
  if (request.requester_is === 'self') return null;
  const { id } = request;
  const { rows } = await sql<{ at: Date; settles: boolean }>`
    select sent_at as at, false as settles from authority_document where access_request_id = ${id}
    union all select judged_at, true from authority_judgement where access_request_id = ${id}
    union all select decided_at, true from representative_refusal where access_request_id = ${id}
    union all select made_at, true from letter where access_request_id = ${id} and code in ('L-VER', 'L-NPR')
    order by at`.execute(app.db);
  const settled = rows.filter(({ settles }) => settles);
  if (authorityShown && settled.length === 0) return null;
  const since = rows.reduce((last, { at, settles }) => (!settles && at > last ? at : last), request.received_at);
  return { since, settledAt: settled.find(({ at }) => at >= since)?.at ?? null };
}
