import type { ConsentBasis, HipaaAuthorization, RefusalToTreat, ServiceCategory, Why } from '@echoback/right-of-access';
import type { JSONColumnType } from 'kysely';

/** As what somebody asks. The law's own words for it are made from this and from what was judged. */
export type RequesterIs = 'self' | 'parent' | 'personal-representative' | 'executor' | 'family';

type AuthorityMediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What only somebody who reads an authorization sees, by the engine's names. */
export type SeenFault = keyof Pick<HipaaAuthorization, 'wronglyCombined' | 'wronglyConditioned' | 'knownFalse'>;

/** Who may ask for what, and where copies may go. Rows are written once; the latest of its kind counts. */
export type AuthorityTables = {
  authority_document: {
    id: string;
    access_request_id: string;
    media_type: AuthorityMediaType;
    sha256: string;
    size_bytes: number;
    sent_at: Date;
  };
  authority_judgement: {
    id: string;
    access_request_id: string;
    /** A judgement for one patient says nothing once another one was chosen. */
    patient_id: string;
    instrument: string;
    what_was_seen: string;
    health_care: boolean;
    finances: boolean;
    valid_from: string | null;
    valid_until: string | null;
    patient_died_on: string | null;
    revoked_on: string | null;
    authority_document_id: string | null;
    judged_by: string;
    judged_at: Date;
  };
  representative_refusal: {
    id: string;
    access_request_id: string;
    belief: NonNullable<RefusalToTreat['belief']>;
    not_in_best_interest: boolean;
    reason: string;
    decided_by: string;
    decided_at: Date;
  };
  exam_consent: {
    id: string;
    exam_item_id: string;
    basis: ConsentBasis;
    category: ServiceCategory;
    minor_wants_parent: boolean;
    recorded_by: string;
    recorded_at: Date;
  };
  parent_access_decision: {
    id: string;
    exam_item_id: string;
    give: boolean;
    reason: string;
    decided_by: string;
    decided_at: Date;
  };
  directive: {
    id: string;
    access_request_id: string;
    asked_delivery_id: string;
    written: boolean;
    received_at: Date;
  };
  directive_signature: {
    id: string;
    directive_id: string;
    signed_by: 'individual' | 'personal-representative';
    signed_name: string;
    signed_at: Date;
  };
  hipaa_authorization: {
    id: string;
    access_request_id: string;
    asked_delivery_id: string;
    content: JSONColumnType<HipaaAuthorization>;
    received_at: Date;
  };
  authorization_revocation: {
    id: string;
    hipaa_authorization_id: string;
    revoked_at: Date;
    what_was_seen: string;
    recorded_by: string;
  };
  authorization_fault: {
    id: string;
    hipaa_authorization_id: string;
    faults: JSONColumnType<SeenFault[]>;
    what_was_seen: string;
    recorded_by: string;
    recorded_at: Date;
  };
  patient_emancipation: {
    id: string;
    patient_id: string;
    emancipated_on: string | null;
    what_was_seen: string;
    recorded_by: string;
    recorded_at: Date;
  };
  family_disclosure: {
    id: string;
    access_request_id: string;
    involvement: string;
    told: string;
    why: JSONColumnType<Why>;
    recorded_by: string;
    recorded_at: Date;
  };
  request_draft: {
    id: string;
    facility_id: string;
    contact_hash: Buffer;
    content: Buffer;
    saved_at: Date;
    expires_at: Date;
  };
  draft_paper: {
    id: string;
    facility_id: string;
    contact_hash: Buffer;
    media_type: 'application/pdf' | 'image/jpeg' | 'image/png';
    size_bytes: number;
    content: Buffer;
    sent_at: Date;
    expires_at: Date;
  };
};
