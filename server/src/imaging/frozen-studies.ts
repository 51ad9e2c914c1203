import {
  type CalendarDate,
  calendarDate,
  calendarDateIn,
  deletionFrozen,
  type OpenMatter,
  type Outcome,
  ok,
  owedAfterRetention,
  studyKeptUntil,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { type FacilityFacts, packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { Db } from '../store/database.ts';

export type FrozenStudy = {
  studyInstanceUid: string;
  imageSourceName: string;
  requestId: string;
  reference: string;
  /** What began first and is still open. */
  because: OpenMatter['kind'];
  studyDate: string | null;
  /** First day on which the schedule would let it go; null where no term is known. */
  keptUntil: string | null;
  frozenSince: string;
  /** Past its term and still there: it is given (OD-18). */
  owedAfterTerm: boolean;
};

/**
 * What an archive may not destroy on a day, however old: studies of an open request or an open review. Echoback itself
 * deletes nothing of an archive; whoever does asks here first.
 */
export async function readFrozenStudies(
  app: App,
  _actor: StaffActor,
  { scheduledOn }: { scheduledOn?: string | undefined },
): Promise<Outcome<{ studies: FrozenStudy[] }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const on = calendarDate(scheduledOn ?? facility.today);
  const rows = await readOpenStudies(app.db, app);
  const studies = new Map<string, FrozenStudy>();
  for (const row of rows) {
    const matters = mattersOf(row, facility);
    const { frozen, since } = deletionFrozen(on, matters);
    const known = studies.get(row.study_instance_uid);
    if (!frozen || !since || (known && known.frozenSince <= since)) continue;
    const because = matters.find(({ openSince }) => openSince === since)?.kind ?? 'request';
    studies.set(row.study_instance_uid, studyOf(row, facility, { since, because }));
  }
  return ok({ studies: [...studies.values()].sort((a, b) => (a.frozenSince < b.frozenSince ? -1 : 1)) });
}

type Row = Awaited<ReturnType<typeof readOpenStudies>>[number];

function mattersOf(row: Row, { timeZone }: FacilityFacts): OpenMatter[] {
  const request: OpenMatter = { kind: 'request', openSince: calendarDate(row.received_on) };
  const review = row.review_since && calendarDateIn(timeZone, row.review_since.getTime());
  return [
    ...(row.state === 'closed' ? [] : [request]),
    ...(review ? [{ kind: 'review' as const, openSince: review }] : []),
  ];
}

function studyOf(
  row: Row,
  facility: FacilityFacts,
  { since, because }: { since: CalendarDate; because: OpenMatter['kind'] },
): FrozenStudy {
  const pack = packFor(facility, row.received_on);
  const madeOn = dayOf(row.study.studyDate);
  const covers = row.study.modalities.includes('MG') ? 'mammograms' : 'images';
  const bornOn = calendarDate(row.patient_birth_date);
  const kept = madeOn && studyKeptUntil(pack, { covers, madeOn, bornOn });
  const isOver = kept !== undefined && kept.until <= facility.today;
  return {
    studyInstanceUid: row.study_instance_uid,
    imageSourceName: row.source_name,
    requestId: row.request_id,
    reference: row.reference,
    because,
    studyDate: madeOn ?? null,
    keptUntil: kept?.until ?? null,
    frozenSince: since,
    owedAfterTerm: isOver && owedAfterRetention(pack).rule === 'OD-18',
  };
}

/** DICOM writes days as YYYYMMDD (PS3.5 section 6.2). */
function dayOf(text: string | null): CalendarDate | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text ?? '') ?? [];
  return year ? calendarDate(`${year}-${month}-${day}`) : undefined;
}

/** Chosen studies of exams that are open, or whose denial is under review. */
function readOpenStudies(db: Db, app: App) {
  return db
    .selectFrom('match')
    .innerJoin('exam_item', 'exam_item.id', 'match.exam_item_id')
    .innerJoin('access_request', 'access_request.id', 'exam_item.access_request_id')
    .innerJoin('image_source', 'image_source.id', 'match.image_source_id')
    .select(['match.study_instance_uid', 'match.study', 'exam_item.state', 'image_source.name as source_name'])
    .select([
      'access_request.id as request_id',
      'access_request.reference',
      'access_request.received_on',
      'access_request.patient_birth_date',
    ])
    .select((row) =>
      row
        .selectFrom('denial_review')
        .innerJoin('denial', 'denial.id', 'denial_review.denial_id')
        .leftJoin('review_decision', 'review_decision.review_id', 'denial_review.id')
        .select('denial_review.recorded_at')
        .whereRef('denial.exam_item_id', '=', 'exam_item.id')
        .where('review_decision.review_id', 'is', null)
        .orderBy('denial_review.recorded_at')
        .limit(1)
        .as('review_since'),
    )
    .where('access_request.facility_id', '=', app.facilityId)
    .where('match.withdrawn_at', 'is', null)
    .execute();
}
