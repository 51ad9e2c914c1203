import { sql } from 'kysely';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { Db } from '../store/database.ts';

type Asked = { id: string; patient_id: string | null; requester_is: RequesterIs; requester_name: string };

/**
 * How many copies of these records the same person was given before, for laws that make the first one free. Of several exams
 * the one with the fewest counts, so that no first copy is charged. What was looked at in the portal or in person, what
 * went to somebody else and what was recalled was no copy for them.
 */
export async function countEarlierCopies(db: Db, request: Asked): Promise<number> {
  if (!request.patient_id) return 0;
  const matches = await db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .select('study_instance_uid')
    .distinct()
    .where('exam_item.access_request_id', '=', request.id)
    .where('match.withdrawn_at', 'is', null)
    .execute();
  if (matches.length === 0) return 0;
  const copies = await db
    .selectFrom('delivery')
    .innerJoin('release', 'release.id', 'delivery.release_id')
    .innerJoin('asked_delivery', 'asked_delivery.id', 'delivery.asked_delivery_id')
    .innerJoin('access_request as earlier', 'earlier.id', 'release.access_request_id')
    .leftJoin('incident', 'incident.release_id', 'release.id')
    .select(sql<string[]>`jsonb_path_query_array(release.manifest, '$.exams[*].studyInstanceUid')`.as('studies'))
    .where('earlier.patient_id', '=', request.patient_id)
    .where('earlier.id', '!=', request.id)
    .where('earlier.requester_is', '=', request.requester_is)
    .where(sql<string>`lower(earlier.requester_name)`, '=', request.requester_name.toLowerCase())
    .where('delivery.state', '=', 'delivered')
    .where('delivery.kind', 'not in', ['online', 'inspection'])
    .where(sql<string>`asked_delivery.recipient->>'who'`, '=', 'self')
    .where('incident.id', 'is', null)
    .execute();
  const counts = matches.map(
    ({ study_instance_uid: uid }) => copies.filter(({ studies }) => studies.includes(uid)).length,
  );
  return Math.min(...counts);
}
