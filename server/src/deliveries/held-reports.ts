import { embargoReaches } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { stateEmbargo } from '../determinations/report-embargo.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { packOfRequest } from '../facility/kept-pack.ts';
import type { Db } from '../store/database.ts';
import type { HeldReport, KindCounts } from '../store/records.ts';
import type { ReleaseRecord } from './read-release.ts';

/** Reports of a request that a statute keeps closed at this moment, each with the instant at which it opens by itself. */
export async function readHeldReports(db: Db, app: App, accessRequestId: string): Promise<HeldReport[]> {
  const rows = await db
    .selectFrom('hold')
    .leftJoin('hold_end', 'hold_end.hold_id', 'hold.id')
    .select(['exam_item_id', 'opens_at', 'brought'])
    .where('access_request_id', '=', accessRequestId)
    .where('code', '=', stateEmbargo)
    .where('hold_end.hold_id', 'is', null)
    .where('opens_at', '>', app.now())
    .execute();
  if (rows.length === 0) return [];
  const request = await db
    .selectFrom('access_request')
    .select(['received_on', 'pack_sha256'])
    .where('id', '=', accessRequestId)
    .executeTakeFirstOrThrow();
  const pack = await packOfRequest(db, await readFacilityFacts(db, app), request);
  if (!embargoReaches(pack, { what: 'report', manner: 'electronic' }).reaches) return [];
  return rows.flatMap(({ exam_item_id, opens_at, brought }) => {
    const cite = pack.embargoes.find(({ id }) => id === brought.statute)?.cite ?? '';
    return exam_item_id && opens_at ? [{ examItemId: exam_item_id, opensAt: opens_at.toISOString(), cite }] : [];
  });
}

/** The release as it may be opened while some reports are held: everything else of it, counted as such. */
export function withoutReports(release: ReleaseRecord, held: readonly HeldReport[]): ReleaseRecord {
  if (held.length === 0) return release;
  const closed = new Set(held.map(({ examItemId }) => examItemId));
  const exams = release.manifest.exams.map((exam) =>
    closed.has(exam.examItemId)
      ? {
          ...exam,
          counts: { ...exam.counts, given: noReports(exam.counts.given), listed: noReports(exam.counts.listed) },
          instances: exam.instances.filter(({ kind }) => kind !== 'structured-report' && kind !== 'pdf-report'),
          attachedReports: [],
        }
      : exam,
  );
  const sum = (which: 'listed' | 'given') =>
    exams.reduce((all, { counts }) => plus(all, counts[which]), { stills: 0, clips: 0, reports: 0, other: 0 });
  return {
    ...release,
    manifest: { ...release.manifest, exams },
    counts: { ...release.counts, listed: sum('listed'), given: sum('given') },
    items: exams.flatMap(({ instances }) => instances),
  };
}

function noReports(counts: KindCounts): KindCounts {
  return { ...counts, reports: 0 };
}

function plus(a: KindCounts, b: KindCounts): KindCounts {
  return {
    stills: a.stills + b.stills,
    clips: a.clips + b.clips,
    reports: a.reports + b.reports,
    other: a.other + b.other,
  };
}
