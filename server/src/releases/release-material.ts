import type { ExamPart } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { knownPatient, typedPatient } from '../imaging/known-patient.ts';
import type { KnownPatient } from '../imaging/same-patient.ts';
import { isoDate } from '../sources/dicom-json.ts';
import type { Db } from '../store/database.ts';
import type { RetrievalState } from '../store/imaging-tables.ts';
import type { CandidateStudy, ListedInstance, StoredFile } from '../store/records.ts';
import { completenessOf, type MatchedStudy } from './completeness.ts';
import { readCopyDenied } from './copy-denied.ts';
import { type GivenPart, isGiven, readGivenParts, wholeStudy } from './given-part.ts';
import { type MaterialObject, readHeld } from './held-objects.ts';
import { missingReason } from './missing-reason.ts';

/** Everything that would be given for a request, as it stands, before anybody decided. */
export type ReleaseMaterial = {
  request: MaterialRequest;
  known: KnownPatient | undefined;
  /** Who the request was typed for, and why staff chose a patient who differs from that. */
  asked: KnownPatient;
  chosenReason: string | null;
  items: MaterialItem[];
  studies: MaterialStudy[];
};

type MaterialRequest = {
  id: string;
  reference: string;
  version: number;
  language: string;
  patientId: string | null;
  requesterName: string;
};

type MaterialItem = {
  id: string;
  ordinal: number;
  examType: string;
  state: string;
  outcome: string | null;
  /** In the person's words; null where the whole study is asked for. */
  certainImages: string | null;
  withReport: boolean;
  /** A copy of it was denied and a look was not: it is in no copy. 45 CFR 164.524(a)(2)(ii). */
  copyDenied: boolean;
  /** Given by themselves before, in copies that were not recalled. */
  partsGiven: ExamPart[];
  attachedReports: (StoredFile & { id: string; attachedAt: Date })[];
};

export type MaterialStudy = {
  examItemId: string;
  matchId: string;
  studyInstanceUid: string;
  study: CandidateStudy;
  nearMissReason: string | null;
  /** Who of the staff chose it; null where the program did. */
  confirmedBy: string | null;
  retrieval: RetrievalState | null;
  /** Somebody had the source asked once more for what it did not give. */
  askedAgain: boolean;
  listed: ListedInstance[];
  held: MaterialObject[];
  absent: { sopInstanceUid: string; state: 'missing' | 'quarantined'; reason: string | null }[];
  /** Which of its files are given, by what was asked and what was denied. */
  given: GivenPart;
};

/** Reads it all in a few queries, or nothing when there is no such request at this facility. */
export async function readReleaseMaterial(
  db: Db,
  app: App,
  accessRequestId: string,
): Promise<ReleaseMaterial | undefined> {
  const row = await db
    .selectFrom('access_request')
    .selectAll()
    .where('id', '=', accessRequestId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!row) return undefined;
  const items = await readItems(db, accessRequestId);
  const studies = await readStudies(db, app, items);
  return {
    request: {
      id: row.id,
      reference: row.reference,
      version: row.version,
      language: row.language,
      patientId: row.patient_id,
      requesterName: row.requester_name,
    },
    known: row.patient_id ? await knownPatient(db, app, row.patient_id) : undefined,
    asked: typedPatient(row),
    chosenReason: row.patient_chosen_reason,
    items,
    studies,
  };
}

async function readItems(db: Db, accessRequestId: string): Promise<MaterialItem[]> {
  const items = await db
    .selectFrom('exam_item')
    .select(['id', 'ordinal', 'exam_type', 'state', 'outcome', 'scope', 'certain_images', 'with_report'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('ordinal')
    .execute();
  const reports = await db
    .selectFrom('attached_report')
    .innerJoin('exam_item', 'exam_item.id', 'attached_report.exam_item_id')
    .selectAll('attached_report')
    .where('exam_item.access_request_id', '=', accessRequestId)
    .where('attached_report.removed_at', 'is', null)
    .orderBy('attached_report.attached_at')
    .execute();
  const parts = await readPartsGiven(db, accessRequestId);
  const denied = await readCopyDenied(db, accessRequestId);
  return items.map((item) => ({
    id: item.id,
    ordinal: item.ordinal,
    examType: item.exam_type,
    state: item.state,
    outcome: item.outcome,
    certainImages: item.scope === 'certain-images' ? item.certain_images : null,
    withReport: item.with_report,
    copyDenied: denied.has(item.id),
    partsGiven: parts.get(item.id) ?? [],
    attachedReports: reports
      .filter((report) => report.exam_item_id === item.id)
      .map((report) => ({
        id: report.id,
        sha256: report.sha256,
        crc32: report.crc32,
        sizeBytes: report.size_bytes,
        attachedAt: report.attached_at,
      })),
  }));
}

/** Of each exam what was given by itself, while the rest waited; the newest last. */
export async function readPartsGiven(db: Db, accessRequestId: string): Promise<Map<string, ExamPart[]>> {
  // A manifest may have megabytes: only what was given in part is read of it.
  const { rows } = await sql<{ examItemId: string; only: ExamPart }>`
    select exam->>'examItemId' as "examItemId", exam->>'only' as only
    from release
    left join incident on incident.release_id = release.id
    cross join lateral jsonb_array_elements(release.manifest->'exams') as exam
    where release.access_request_id = ${accessRequestId} and incident.id is null and exam ? 'only'
    order by release.approved_at`.execute(db);
  return new Map([...Map.groupBy(rows, (row) => row.examItemId)].map(([id, all]) => [id, all.map((row) => row.only)]));
}

async function readStudies(db: Db, app: App, items: readonly MaterialItem[]): Promise<MaterialStudy[]> {
  if (items.length === 0) return [];
  const matches = await db
    .selectFrom('match')
    .leftJoin('retrieval', 'retrieval.match_id', 'match.id')
    .select([
      'match.id',
      'match.exam_item_id',
      'match.study_instance_uid',
      'match.study',
      'match.near_miss_reason',
      'match.confirmed_by',
      'retrieval.state as retrieval_state',
      'retrieval.asked_again_at',
    ])
    .where(
      'match.exam_item_id',
      'in',
      items.map(({ id }) => id),
    )
    .where('match.withdrawn_at', 'is', null)
    .orderBy('match.confirmed_at')
    .execute();
  const inOrder = items.flatMap((item) => matches.filter((match) => match.exam_item_id === item.id));
  const parts = await readGivenParts(
    db,
    items.map(({ id }) => id),
  );
  const studies: MaterialStudy[] = [];
  for (const match of inOrder) {
    const given = parts.get(match.exam_item_id) ?? wholeStudy;
    const retrieved = await db
      .selectFrom('retrieved_instance')
      .selectAll()
      .where('match_id', '=', match.id)
      .where('state', '!=', 'held')
      .execute();
    studies.push({
      examItemId: match.exam_item_id,
      matchId: match.id,
      studyInstanceUid: match.study_instance_uid,
      study: match.study,
      nearMissReason: match.near_miss_reason,
      confirmedBy: match.confirmed_by,
      retrieval: match.retrieval_state,
      askedAgain: match.asked_again_at !== null,
      listed: await readListing(db, match.id),
      held: await readHeld(db, app, match.id),
      given,
      absent: retrieved.map((row) => ({
        sopInstanceUid: row.sop_instance_uid,
        state: row.state === 'quarantined' ? 'quarantined' : 'missing',
        reason: row.reason,
      })),
    });
  }
  return studies;
}

/** The first list that the source gave: what it forgets later was still made. */
async function readListing(db: Db, matchId: string): Promise<ListedInstance[]> {
  const first = await db
    .selectFrom('source_listing')
    .select('instances')
    .where('match_id', '=', matchId)
    .orderBy('listed_at')
    .limit(1)
    .executeTakeFirst();
  return first?.instances ?? [];
}

/** The study as it is given: without what was not asked for and without what was denied. */
export function asGiven(study: MaterialStudy): MaterialStudy {
  const goes = (one: { sopInstanceUid: string }) => isGiven(study.given, one.sopInstanceUid);
  return {
    ...study,
    listed: study.listed.filter(goes),
    held: study.held.filter(goes),
    absent: study.absent.filter(goes),
  };
}

const reportKinds: ReadonlySet<string> = new Set(['structured-report', 'pdf-report']);

/** One part of a study: its reports, or everything else. */
export function partOf(study: MaterialStudy, part: ExamPart): MaterialStudy {
  const isReport = new Set(study.held.filter(({ kind }) => reportKinds.has(kind)).map((one) => one.sopInstanceUid));
  const goes = ({ sopInstanceUid }: { sopInstanceUid: string }) =>
    part === 'report' ? isReport.has(sopInstanceUid) : !isReport.has(sopInstanceUid);
  return {
    ...study,
    listed: study.listed.filter(goes),
    held: study.held.filter(goes),
    absent: study.absent.filter(goes),
  };
}

/** The study as the proof of completeness wants it: what was asked for against what is held of that. */
export function matchedStudy(whole: MaterialStudy): MatchedStudy {
  const study = asGiven(whole);
  return {
    ofAll: whole.given.asked ? whole.listed.length : undefined,
    examItemId: study.examItemId,
    studyInstanceUid: study.studyInstanceUid,
    listed: study.listed,
    held: study.held.map(({ sopInstanceUid, seriesInstanceUid, sopClassUid, header }) => ({
      sopInstanceUid,
      seriesInstanceUid,
      sopClassUid,
      seriesNumber: header.seriesNumber,
      instanceNumber: header.instanceNumber,
      numberOfFrames: header.numberOfFrames,
    })),
    reasons: new Map(study.absent.map((each) => [each.sopInstanceUid, missingReason(each.state, each.reason)])),
  };
}

export function countsOfStudy(study: MaterialStudy): ReturnType<typeof completenessOf> {
  return completenessOf(matchedStudy(study));
}

export function studyDateOf(study: MaterialStudy): string | null {
  const told = study.held.map(({ header }) => isoDate(header.studyDate)).find((date) => date !== null);
  return told ?? study.study.studyDate;
}
