import type { Why } from '@echoback/right-of-access';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** What became of an exam, and why: records with who and when. `Schema` takes them in. */
export type DeterminationTables = {
  denial: DenialTable;
  denial_decision: {
    denial_id: string;
    decision: 'denied-in-whole' | 'denied-in-part' | 'not-denied';
    /** What else of the request is given, in the words of the letter. */
    given: JSONColumnType<string[]>;
    why: JSONColumnType<Why[]>;
    decided_by: string;
    decided_at: Date;
    letter_id: string | null;
  };
  denial_review: {
    id: string;
    denial_id: string;
    channel: SaidBy;
    asked_on: string;
    /** Null when the person asked in the portal. */
    recorded_by: string | null;
    recorded_at: Date;
  };
  review_decision: {
    review_id: string;
    result: 'upheld' | 'overturned';
    reasons: string;
    reviewer: string;
    decided_on: string;
    decided_at: Date;
    letter_id: string;
  };
  hold: HoldTable;
  hold_end: {
    hold_id: string;
    reason: string;
    ended_by: string;
    ended_at: Date;
    /** Of a state's hold on a report: who talked it over with the patient or let it open, and when. */
    clinician: string | null;
    clinician_at: Date | null;
  };
  withdrawal: {
    id: string;
    access_request_id: string;
    withdrawn_by: 'individual' | 'personal-representative';
    channel: SaidBy;
    identity_by: string;
    said: string | null;
    withdrawn_on: string;
    recorded_by: string | null;
    recorded_at: Date;
  };
  ruled_out_source: {
    exam_item_id: string;
    image_source_id: string;
    reason: string;
    ruled_out_by: string;
    ruled_out_at: Date;
  };
  destruction: {
    id: string;
    exam_item_id: string;
    study_on: string | null;
    destroyed_on: string;
    schedule: string;
    certificate: string;
    /** Parts that outlived the pictures and are given. */
    survives: string | null;
    recorded_by: string;
    recorded_at: Date;
  };
  picture_choice: {
    id: string;
    exam_item_id: string;
    /** Null: the whole study. */
    sop_instance_uids: JSONColumnType<string[] | null, string | null>;
    chosen_by: string;
    chosen_at: Date;
  };
  incident: {
    id: string;
    facility_id: string;
    release_id: string;
    what: 'wrong-patient' | 'wrong-recipient';
    reason: string;
    discovered_on: string;
    /** Whose pictures they are, where the directory knows. */
    affected_patient_id: string | null;
    why: JSONColumnType<Why>;
    recalled_by: string;
    recalled_at: Date;
    letter_id: string | null;
  };
  breach_assessment: {
    id: string;
    incident_id: string;
    what_data: string;
    who_got_it: string;
    acquired_or_viewed: string;
    mitigated: string;
    low_probability: boolean;
    assessed_by: string;
    assessed_at: Date;
  };
  reopening: {
    id: string;
    exam_item_id: string;
    reopened_for: 'missing-images' | 'new-proof';
    reason: string;
    reopened_by: string | null;
    reopened_at: Date;
  };
};

/** How somebody told us. */
export type SaidBy = 'portal' | 'phone' | 'in-person' | 'letter' | 'fax' | 'email';

type DenialTable = {
  id: string;
  exam_item_id: string;
  ground: string;
  basis: string;
  /** What the ground's conditions rest on, by the condition's name. */
  shown: JSONColumnType<Record<string, string>>;
  /** In plain words, for the letter. */
  withheld: JSONColumnType<string[]>;
  /** SOP Instance UIDs; empty when the whole exam is denied. */
  withheld_objects: JSONColumnType<string[]>;
  withholds_report: boolean;
  /** U3: when access comes back, as a day to be reminded on and in words. */
  access_returns_on: string | null;
  access_returns_words: string | null;
  proposed_by: string;
  proposed_at: Date;
};

type HoldTable = {
  id: string;
  access_request_id: string;
  code: string;
  holds: JSONColumnType<('images' | 'report')[]>;
  /** What somebody brought with the wish: policy, case decision, statute, ground. */
  brought: JSONColumnType<Record<string, string>>;
  why: JSONColumnType<Why>;
  from_day: string | null;
  /** The last day of the hold; it ends by itself after it. */
  until_day: string | null;
  /** Of a state's hold on a report: whose it is, and the instant at which it opens by itself. */
  exam_item_id: ColumnType<string | null, string | null | undefined, never>;
  opens_at: ColumnType<Date | null, Date | null | undefined, never>;
  set_by: string;
  set_at: Date;
};

export type LetterAddressee = { addressed_to_patient_id: Generated<string | null> };
