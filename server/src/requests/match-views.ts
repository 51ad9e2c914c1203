import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { RetrievalState } from '../store/imaging-tables.ts';

/** A chosen study and how far fetching it is. */
export type MatchView = {
  examItemId: string;
  id: string;
  studyInstanceUid: string;
  imageSourceName: string;
  description: string | null;
  studyDate: string | null;
  nearMissReason: string | null;
  confirmedBy: string | null;
  confirmedAt: string;
  retrieval: {
    /** Waiting: it is fetched as soon as identity was proved. */
    state: RetrievalState | 'waiting';
    listed: number | null;
    held: number;
    missing: number;
    quarantined: number;
    derived: number;
    bytesReceived: number;
    failureCode: string | null;
  };
};

const countWhere = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;

/** The matches of a request that stand, with the counts of their objects. */
export async function readMatchViews(app: App, accessRequestId: string): Promise<MatchView[]> {
  const [matches, counts] = await Promise.all([readMatches(app, accessRequestId), readCounts(app, accessRequestId)]);
  return matches.map((match) => {
    const count = counts.find((row) => row.match_id === match.id);
    return {
      examItemId: match.exam_item_id,
      id: match.id,
      studyInstanceUid: match.study_instance_uid,
      imageSourceName: match.source_name,
      description: match.study.description,
      studyDate: match.study.studyDate,
      nearMissReason: match.near_miss_reason,
      confirmedBy: match.display_name,
      confirmedAt: match.confirmed_at.toISOString(),
      retrieval: {
        state: match.state ?? 'waiting',
        listed: match.listed,
        held: count?.held ?? 0,
        missing: count?.missing ?? 0,
        quarantined: count?.quarantined ?? 0,
        derived: count?.derived ?? 0,
        bytesReceived: match.bytes_received ?? 0,
        failureCode: match.failure_code,
      },
    };
  });
}

function readMatches(app: App, accessRequestId: string) {
  return app.db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .innerJoin('image_source', 'image_source.id', 'match.image_source_id')
    .leftJoin('retrieval', 'retrieval.match_id', 'match.id')
    .leftJoin('staff', 'staff.id', 'match.confirmed_by')
    .select([
      'match.id',
      'match.exam_item_id',
      'match.study_instance_uid',
      'match.study',
      'match.near_miss_reason',
      'match.confirmed_at',
      'image_source.name as source_name',
      'staff.display_name',
      'retrieval.state',
      'retrieval.listed',
      'retrieval.bytes_received',
      'retrieval.failure_code',
    ])
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('match.withdrawn_at', 'is', null)
    .orderBy('match.confirmed_at')
    .execute();
}

function readCounts(app: App, accessRequestId: string) {
  return app.db
    .selectFrom('retrieved_instance')
    .innerJoin('match', 'match.id', 'retrieved_instance.match_id')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .leftJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
    .leftJoin('derive_outcome', (join) =>
      join
        .onRef('derive_outcome.source_sha256', '=', 'instance.sha256')
        .onRef('derive_outcome.facility_id', '=', 'instance.facility_id'),
    )
    .select([
      'retrieved_instance.match_id',
      countWhere(sql`retrieved_instance.state = 'held'`).as('held'),
      countWhere(sql`retrieved_instance.state = 'missing'`).as('missing'),
      countWhere(sql`retrieved_instance.state = 'quarantined'`).as('quarantined'),
      countWhere(sql`derive_outcome.finished_at is not null`).as('derived'),
    ])
    .where('exam_item.access_request_id', '=', accessRequestId)
    .groupBy('retrieved_instance.match_id')
    .execute();
}
