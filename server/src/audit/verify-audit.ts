import type { Kysely } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { beforeFirst, eventHash } from './event-hash.ts';

export type AuditVerdict =
  | { ok: true; events: number; head: string | null }
  | { ok: false; firstBad: number; problem: 'gap' | 'wrong-previous-hash' | 'wrong-hash' };

const page = 1000;

/** Walks a facility's chain from its first event and names the first link that does not hold (S10.4). */
export async function verifyAudit(db: Kysely<Schema>, facilityId: string): Promise<AuditVerdict> {
  let expected = 1;
  let previous = beforeFirst;
  for (;;) {
    const rows = await db
      .selectFrom('audit_event')
      .selectAll()
      .where('facility_id', '=', facilityId)
      .where('sequence', '>=', expected)
      .orderBy('sequence')
      .limit(page)
      .execute();
    for (const row of rows) {
      const sequence = Number(row.sequence);
      if (sequence !== expected) return { ok: false, firstBad: expected, problem: 'gap' };
      if (!row.previous_hash.equals(previous)) return { ok: false, firstBad: sequence, problem: 'wrong-previous-hash' };
      const hash = eventHash(
        {
          facilityId,
          sequence,
          at: row.at,
          type: row.type,
          outcome: row.outcome,
          actor: row.actor,
          accessRequestId: row.access_request_id,
          objects: row.objects,
          reason: row.reason,
        },
        previous,
      );
      if (!row.hash.equals(hash)) return { ok: false, firstBad: sequence, problem: 'wrong-hash' };
      previous = row.hash;
      expected += 1;
    }
    if (rows.length < page) {
      return { ok: true, events: expected - 1, head: expected > 1 ? previous.toString('hex') : null };
    }
  }
}
