-- Why somebody may ask, and for what: 45 CFR 164.502(g). Each row is a fact with who and when; the latest of its kind counts.
alter table access_request drop constraint access_request_requester_is_check;
alter table access_request add constraint access_request_requester_is_check
  check (requester_is in ('self', 'parent', 'personal-representative', 'executor', 'family'));
-- What the person says that they act by: an instrument, or how they were involved in a dead person's care.
alter table access_request add column requester_basis text;

-- A paper that the person sent, kept as it came.
create table authority_document (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  sha256 text not null,
  size_bytes bigint not null,
  sent_at timestamptz not null
);
create index authority_document_by_request on authority_document (access_request_id, sent_at);

-- What somebody saw and read in it: 45 CFR 164.514(h).
create table authority_judgement (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  patient_id uuid not null references patient,
  instrument text not null,
  what_was_seen text not null,
  health_care boolean not null,
  finances boolean not null,
  valid_from date,
  valid_until date,
  patient_died_on date,
  authority_document_id uuid references authority_document,
  judged_by uuid not null references staff,
  judged_at timestamptz not null
);
create index authority_judgement_by_request on authority_judgement (access_request_id, judged_at);
-- Staff who judged a representative's papers wrote it into the identity proof; that stands.
insert into authority_judgement (id, access_request_id, patient_id, instrument, what_was_seen, health_care, finances, judged_by, judged_at)
  select gen_random_uuid(), proof.access_request_id, proof.patient_id, 'other', proof.evidence, true, false, proof.judged_by, proof.proved_at
  from identity_proof proof join access_request request on request.id = proof.access_request_id
  where request.requester_is <> 'self' and proof.method <> 'code-to-held-contact' and proof.judged_by is not null;

-- The choice not to treat somebody as a representative: 45 CFR 164.502(g)(5).
create table representative_refusal (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  belief text not null check (belief in ('violence-abuse-or-neglect', 'endangerment')),
  not_in_best_interest boolean not null,
  reason text not null,
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);

-- Who consented to an exam of a minor, 45 CFR 164.502(g)(3)(i). Without a row it is the parent.
create table exam_consent (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  basis text not null check (basis in ('parent', 'minor_statutory', 'minor_court', 'confidentiality_agreement', 'emancipated')),
  category text not null check (category in ('prenatal', 'sti', 'mental-health', 'other')),
  minor_wants_parent boolean not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index exam_consent_by_item on exam_consent (exam_item_id, recorded_at);

-- A licensed professional's judgement where the law leaves it to one: 45 CFR 164.502(g)(3)(ii).
create table parent_access_decision (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  give boolean not null,
  reason text not null,
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);
create index parent_access_decision_by_item on parent_access_decision (exam_item_id, decided_at);

-- "Send it to …": 45 CFR 164.524(c)(3)(ii). The signature is a record of its own, because it may come later.
create table directive (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  asked_delivery_id uuid not null unique references asked_delivery,
  written boolean not null,
  received_at timestamptz not null
);
create table directive_signature (
  id uuid primary key,
  directive_id uuid not null unique references directive,
  signed_by text not null check (signed_by in ('individual', 'personal-representative')),
  signed_name text not null,
  signed_at timestamptz not null
);

-- A HIPAA authorization, 45 CFR 164.508(c): permits, and obliges to nothing.
create table hipaa_authorization (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  asked_delivery_id uuid not null unique references asked_delivery,
  content jsonb not null,
  received_at timestamptz not null
);
create table authorization_revocation (
  id uuid primary key,
  hipaa_authorization_id uuid not null unique references hipaa_authorization,
  revoked_at timestamptz not null
);

-- What exactly a wait waits for, by the engine's names.
alter table wait add column lacks jsonb not null default '[]';

-- Answers that are not sent yet. The address is kept as a keyed hash and the answers are encrypted: the table alone tells nothing.
create table request_draft (
  id uuid primary key,
  facility_id uuid not null references facility,
  contact_hash bytea not null,
  content bytea not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  unique (facility_id, contact_hash)
);
create index request_draft_by_expiry on request_draft (expires_at);

-- Whoever asked for a copy to somebody else has signed for it with the request, and named who and where.
insert into directive (id, access_request_id, asked_delivery_id, written, received_at)
  select gen_random_uuid(), request.id, asked.id, true, request.received_at
  from asked_delivery asked join access_request request on request.id = asked.access_request_id
  where asked.recipient ->> 'who' = 'third-party';
insert into directive_signature (id, directive_id, signed_by, signed_name, signed_at)
  select gen_random_uuid(), directive.id,
    case request.requester_is when 'self' then 'individual' else 'personal-representative' end,
    request.signed_name, request.signed_at
  from directive join access_request request on request.id = directive.access_request_id
  where request.signed_name is not null and request.signed_at is not null;
