import type { FacilityOverlay, Pack, ProviderKind } from '@echoback/right-of-access';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AuthorityTables, RequesterIs } from './authority-tables.ts';
import type { ClockTables } from './clock-tables.ts';
import type { DeterminationTables, LetterAddressee } from './determination-tables.ts';
import type { FeeTables } from './fee-tables.ts';
import type { FormTables, MailedCopy } from './form-tables.ts';
import type { ImagingTables } from './imaging-tables.ts';
import type { InspectionTables } from './inspection-tables.ts';
import type { Channel, IntakeTables, LetterNotice, RequesterAddress } from './intake-tables.ts';
import type { MediaTables } from './media-tables.ts';
import type { FacilityContact, FeeScheduleRow } from './records.ts';
import type { ReleaseTables } from './release-tables.ts';
import type { TouchlessTables } from './touchless-tables.ts';

type RecordTables = AuthorityTables &
  ClockTables &
  DeterminationTables &
  FeeTables &
  FormTables &
  ImagingTables &
  InspectionTables &
  IntakeTables &
  MediaTables &
  ReleaseTables &
  TouchlessTables;

/** The tables as Kysely sees them. Calendar dates are 'YYYY-MM-DD' strings, instants are Dates, sizes are numbers. */
export type Schema = RecordTables & {
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
  wait: {
    id: string;
    access_request_id: string;
    kind: WaitKind;
    since: Date;
    ended_at: Date | null;
    /** The engine's names of what is lacking; empty where the kind says it all. */
    lacks: ColumnType<string[], string | undefined, string>;
    /** Null where no law of the facility lets the wait move the deadline. */
    asked_promptly: boolean | null;
    very_large_record: boolean | null;
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
  audit_event: AuditEventTable;
};

export type ContactKind = 'email' | 'mobile';
type WaitKind = 'identity' | 'clarification' | 'payment' | 'signature' | 'format';
export type IdentityMethod = 'code-to-held-contact' | 'photo-id' | 'in-person';
export type StaffRole = 'clerk' | 'supervisor' | 'admin';

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
  /** When the office last wrote another one: proofs of identity from before count no more. */
  requester_email_since: Generated<Date | null>;
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
