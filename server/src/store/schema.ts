import type { InstanceIndex } from '@echoback/dicom-media';
import type { FacilityOverlay, Pack, ProviderKind } from '@echoback/right-of-access';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AuthorityTables, RequesterIs } from './authority-tables.ts';
import type { ClockTables } from './clock-tables.ts';
import type { DeterminationTables, LetterAddressee } from './determination-tables.ts';
import type { FeeTables } from './fee-tables.ts';
import type { FormTables, MailedCopy } from './form-tables.ts';
import type { Channel, IntakeTables, LetterNotice, RequesterAddress } from './intake-tables.ts';
import type { DeliveryArrival, MediaTables } from './media-tables.ts';
import type {
  AskedRecipient,
  CandidateStudy,
  Evidence,
  FacilityContact,
  FeeScheduleRow,
  JudgedCandidate,
  ListedInstance,
  Manifest,
  PackageRecord,
  ReleaseCounts,
  SourceSearchOutcome,
  SourceSettings,
} from './records.ts';
import type { TouchlessTables } from './touchless-tables.ts';

type RecordTables = DeterminationTables & FeeTables & FormTables & IntakeTables & MediaTables & TouchlessTables;

/** The tables as Kysely sees them. Calendar dates are 'YYYY-MM-DD' strings, instants are Dates, sizes are numbers. */
export type Schema = ClockTables &
  RecordTables & {
    facility: FacilityTable;
    staff: StaffTable;
    facility_policy: {
      id: string;
      facility_id: string;
      choice: string;
      provider: JSONColumnType<ProviderKind[]>;
      overlay: JSONColumnType<FacilityOverlay>;
      decided_by: string | null;
      decided_at: Date;
    };
    language_review: {
      id: string;
      facility_id: string;
      letter: string;
      language: string;
      version: string;
      reviewed_by: string;
      qualification: string;
      reviewed_on: string;
      recorded_by: string;
      recorded_at: Date;
    };
    kept_pack: { sha256: string; pack: JSONColumnType<Pack>; kept_at: Date };
    extension: {
      access_request_id: string;
      promised_on: string;
      reason: string;
      cause: string;
      sent_on: string;
      sent_at: Date;
      sent_by: string;
      agreed_by: string | null;
      letter_id: string | null;
    };
    patient: PatientTable;
    patient_former_name: { patient_id: string; family_name: string; given_name: string };
    patient_identifier: { patient_id: string; facility_id: string; mrn: string; issuer: string };
    patient_contact: { id: string; patient_id: string; kind: ContactKind; value: string; held_since: Date };
    patient_parent: { patient_id: string; parent_patient_id: string };
    access_request: AccessRequestTable & RequesterAddress;
    exam_item: ExamItemTable;
    asked_delivery: {
      id: string;
      access_request_id: string;
      ordinal: number;
      kind: DeliveryKind;
      recipient: JSONColumnType<AskedRecipient>;
    };
    wait: {
      id: string;
      access_request_id: string;
      kind: WaitKind;
      since: Date;
      ended_at: Date | null;
      /** The engine's names of what is lacking; empty where the kind says it all. */
      lacks: ColumnType<string[], string | undefined, string>;
    };
    one_time_code: OneTimeCodeTable;
    identity_proof: {
      id: string;
      access_request_id: string;
      patient_id: string;
      method: IdentityMethod;
      evidence: string;
      judged_by: string | null;
      proved_at: Date;
    };
    session: SessionTable;
    letter: {
      id: string;
      access_request_id: string;
      code: string;
      language: string;
      content: JSONColumnType<object>;
      pdf_sha256: string;
      made_at: Date;
      sent_at: Date | null;
    } & LetterAddressee &
      LetterNotice;
    mail: MailTable & MailedCopy;
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
    attached_report: {
      id: string;
      exam_item_id: string;
      sha256: string;
      crc32: number;
      size_bytes: number;
      attached_by: string;
      attached_at: Date;
      removed_at: Date | null;
    };
    release: {
      id: string;
      access_request_id: string;
      approved_by: string | null;
      approved_at: Date;
      manifest: JSONColumnType<Manifest>;
      manifest_sha256: string;
      counts: JSONColumnType<ReleaseCounts>;
    };
    delivery: DeliveryTable;
    share_link: ShareLinkTable;
    disclosure: {
      id: string;
      facility_id: string;
      access_request_id: string;
      delivery_id: string;
      recipient: string;
      purpose: string;
      what: JSONColumnType<object>;
      disclosed_at: Date;
    };
    audit_event: AuditEventTable;
  } & AuthorityTables;

export type ContactKind = 'email' | 'mobile';
export type DeliveryKind =
  | 'online'
  | 'email-unencrypted'
  | 'secure-link'
  | 'cd'
  | 'dvd'
  | 'usb'
  | 'prints'
  | 'other-form';
type WaitKind = 'identity' | 'clarification' | 'payment' | 'signature' | 'format';
export type IdentityMethod = 'code-to-held-contact' | 'photo-id' | 'in-person';
export type StaffRole = 'clerk' | 'supervisor' | 'admin';
export type InstanceKind = 'still' | 'clip' | 'structured-report' | 'pdf-report' | 'presentation-state' | 'other';
export type DerivedKind = 'picture' | 'thumbnail' | 'poster' | 'clip' | 'webm' | 'report-json' | 'report-pdf';
export type RetrievalState = 'queued' | 'listing' | 'retrieving' | 'deriving' | 'done' | 'failed';

type FacilityTable = {
  id: string;
  name: string;
  time_zone: string;
  policy_pack: string;
  contact: JSONColumnType<FacilityContact>;
  fee_schedule: JSONColumnType<FeeScheduleRow>;
  created_at: Generated<Date>;
};

type StaffTable = {
  id: string;
  facility_id: string;
  username: string;
  display_name: string;
  role: StaffRole;
  password_hash: string;
  failed_sign_ins: Generated<number>;
  retry_after: Date | null;
  /** The profession and licence that let somebody decide R1–R3; null for everybody else. */
  licensed_as: Generated<string | null>;
  is_privacy_officer: Generated<boolean>;
  ended_at: Generated<Date | null>;
  created_at: Generated<Date>;
};

type PatientTable = {
  id: string;
  facility_id: string;
  family_name: string;
  given_name: string;
  birth_date: string;
  sex: 'F' | 'M' | 'O' | null;
  updated_at: Generated<Date>;
};

type AccessRequestTable = {
  id: string;
  facility_id: string;
  reference: string;
  channel: Channel;
  received_on: string;
  received_at: Date;
  language: string;
  patient_family_name: string;
  patient_given_name: string;
  patient_former_names: string | null;
  patient_birth_date: string;
  patient_mrn: string | null;
  requester_is: RequesterIs;
  requester_basis: Generated<string | null>;
  requester_name: string;
  requester_email: string | null;
  requester_phone: string | null;
  policy_pack: JSONColumnType<{ id: string; version: string }>;
  /** Null only in rows from before packs were kept whole. */
  pack_sha256: Generated<string | null>;
  statement: string | null;
  signed_name: string | null;
  signed_at: Date | null;
  patient_id: string | null;
  patient_chosen_reason: Generated<string | null>;
  version: Generated<number>;
};

type ExamItemTable = {
  id: string;
  access_request_id: string;
  ordinal: number;
  exam_type: string;
  body_part: string | null;
  on_or_after: string | null;
  on_or_before: string | null;
  date_words: string | null;
  place: string | null;
  scope: 'entire-study' | 'certain-images';
  certain_images: string | null;
  with_report: boolean;
  state: string;
  outcome: string | null;
  outcome_reason: string | null;
  /** The asked exam that it was found for; null where the person named it. */
  found_for: ColumnType<string | null, string | null | undefined, never>;
};

type OneTimeCodeTable = {
  id: string;
  facility_id: string;
  purpose: 'confirm-contact' | 'sign-in' | 'prove-identity';
  contact_kind: ContactKind;
  contact: string;
  access_request_id: string | null;
  patient_contact_id: string | null;
  browser_hash: Buffer | null;
  /** The asker's address group; null where staff sent the code. */
  asked_from: string | null;
  code_hash: Buffer;
  wrong_tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  replaced_at: Date | null;
};

type SessionTable = {
  id_hash: Buffer;
  facility_id: string;
  principal: 'staff' | 'requester' | 'recipient';
  staff_id: string | null;
  access_request_id: string | null;
  share_link_id: string | null;
  started_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
};

type MailTable = {
  id: string;
  facility_id: string;
  access_request_id: string | null;
  channel: ContactKind;
  recipient: string;
  subject: string;
  body: string;
  made_at: Date;
  sent_at: Date | null;
  failed_tries: Generated<number>;
  last_failure: string | null;
};

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

type DeliveryTable = {
  id: string;
  release_id: string;
  asked_delivery_id: string;
  kind: DeliveryKind;
  state: 'preparing' | 'ready' | 'delivered' | 'failed';
  failure_code: string | null;
  package: ColumnType<PackageRecord | null, string | null, string | null>;
  ready_at: Date | null;
  delivered_at: Date | null;
  carrier: string | null;
  tracking_number: string | null;
  handed_over_by: string | null;
} & DeliveryArrival;

type ShareLinkTable = {
  id: string;
  delivery_id: string;
  path_id: string;
  passcode_hash: string;
  wrong_tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
};

type AuditEventTable = {
  facility_id: string;
  sequence: number;
  at: Date;
  type: string;
  outcome: 'success' | 'refused' | 'failure';
  actor: JSONColumnType<object>;
  access_request_id: string | null;
  objects: JSONColumnType<object>;
  reason: string | null;
  previous_hash: Buffer;
  hash: Buffer;
};
