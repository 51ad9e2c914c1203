import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor } from '../identity/actor.ts';
import type { Tx } from '../store/database.ts';

type Notice = { id: string; access_request_id: string | null; made_at: Date };

/** A letter and the message that tells of it are written in one transaction. */
const writtenTogetherMs = 60_000;

/**
 * The mail server refused the message for good: then the letters that it told of were not sent (OD-10), and wait for the
 * mail. Answers how many.
 */
export async function takeLettersBack(tx: Tx, app: App, actor: Actor, notice: Notice): Promise<number> {
  if (!notice.access_request_id) return 0;
  const rows = await tx
    .updateTable('letter')
    .set({ sent_at: null, notice_failed_at: app.now() })
    .where('access_request_id', '=', notice.access_request_id)
    .where('made_at', '>=', new Date(notice.made_at.getTime() - writtenTogetherMs))
    .where('made_at', '<=', new Date(notice.made_at.getTime() + writtenTogetherMs))
    .where('notice_failed_at', 'is', null)
    .where((row) => row.not(row.exists(row.selectFrom('letter_handover').whereRef('letter_id', '=', 'letter.id'))))
    .returning(['id', 'code'])
    .execute();
  for (const { id, code } of rows) {
    await appendAudit(tx, app, {
      type: 'letter.not-sent',
      outcome: 'failure',
      actor,
      accessRequestId: notice.access_request_id,
      objects: { letterId: id, code, mailId: notice.id },
    });
  }
  return rows.length;
}
