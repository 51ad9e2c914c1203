import type { InstanceIndex } from '@echoback/dicom-media';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type {
  CandidateStudy,
  DerivedKind,
  Evidence,
  InstanceKind,
  JudgedCandidate,
  ListedInstance,
  SourceSearchOutcome,
  SourceSettings,
} from './records.ts';

/** Where studies live, what was found, fetched and made of it. `Schema` takes them in. */
export type ImagingTables = {
  image_source: {
    id: string;
    facility_id: string;
    kind: 'archive' | 'dicomweb';
    name: string;
    settings: JSONColumnType<SourceSettings>;
    enabled: Generated<boolean>;
  };
  instance: InstanceTable;
  archive_instance: { image_source_id: string; instance_id: string };
  study_search: {
    id: string;
    access_request_id: string;
    /** Null only in rows from before a search belonged to one exam. */
    exam_item_id: string | null;
    searched_by: string | null;
    query: JSONColumnType<object>;
    sources: JSONColumnType<SourceSearchOutcome[]>;
    candidates: JSONColumnType<JudgedCandidate[]>;
    searched_at: Date;
  };
  match: MatchTable;
  source_listing: { id: string; match_id: string; listed_at: Date; instances: JSONColumnType<ListedInstance[]> };
  retrieval: RetrievalTable;
  retrieved_instance: {
    match_id: string;
    sop_instance_uid: string;
    state: 'held' | 'missing' | 'quarantined';
    instance_id: string | null;
    reason: string | null;
  };
  quarantine: QuarantineTable;
  derived_file: DerivedFileTable;
  derive_outcome: {
    facility_id: string;
    source_sha256: string;
    failure_code: string | null;
    failure_detail: string | null;
    finished_at: Date;
  };
};

export type RetrievalState = 'queued' | 'listing' | 'retrieving' | 'deriving' | 'done' | 'failed';

type InstanceTable = {
  id: string;
  facility_id: string;
  sop_instance_uid: string;
  series_instance_uid: string;
  study_instance_uid: string;
  sop_class_uid: string;
  transfer_syntax_uid: string;
  kind: InstanceKind;
  sha256: string;
  crc32: number;
  size_bytes: number;
  /** The form that leaves the house: differs only by a zeroed preamble and a dropped tail (PS3.10 7.1). */
  exported: JSONColumnType<{ sha256: string; crc32: number; sizeBytes: number; zeroPreamble: boolean }>;
  header: JSONColumnType<InstanceIndex>;
  flags: ColumnType<string[], string[] | undefined, string[]>;
  stored_at: Date;
};

type MatchTable = {
  id: string;
  exam_item_id: string;
  image_source_id: string;
  study_instance_uid: string;
  study: JSONColumnType<CandidateStudy>;
  evidence: JSONColumnType<Evidence[]>;
  near_miss_reason: string | null;
  confirmed_by: string | null;
  confirmed_at: Date;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
};

type RetrievalTable = {
  match_id: string;
  state: RetrievalState;
  listed: number | null;
  bytes_received: Generated<number>;
  failure_code: string | null;
  failure_at: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
  /** When somebody had the source asked once more for what it did not give. */
  asked_again_at: Generated<Date | null>;
};

type QuarantineTable = {
  id: string;
  facility_id: string;
  image_source_id: string | null;
  match_id: string | null;
  sop_instance_uid: string | null;
  sha256: string;
  size_bytes: number;
  reason: string;
  detail: string;
  quarantined_at: Date;
};

type DerivedFileTable = {
  facility_id: string;
  source_sha256: string;
  kind: DerivedKind;
  sha256: string;
  crc32: number;
  size_bytes: number;
  media_type: string;
  width: number | null;
  height: number | null;
  frames: number | null;
  duration_ms: number | null;
  made_at: Date;
};
