-- One exercise of the right of access, its exam items, its deliveries asked for. No due date is stored.
create table access_request (
  id uuid primary key,
  facility_id uuid not null references facility,
  reference text not null unique,
  channel text not null check (channel in ('portal', 'paper', 'fax', 'mail', 'walk-in', 'phone')),
  received_on date not null,
  received_at timestamptz not null,
  language text not null,
  patient_family_name text not null,
  patient_given_name text not null,
  patient_former_names text,
  patient_birth_date date not null,
  patient_mrn text,
  requester_is text not null check (requester_is in ('self', 'parent', 'personal-representative')),
  requester_name text not null,
  requester_email text,
  requester_phone text,
  policy_pack jsonb not null,
  fee_quote jsonb not null,
  statement text,
  signed_name text,
  signed_at timestamptz,
  patient_id uuid references patient,
  version int not null default 1
);
create index access_request_by_received on access_request (facility_id, received_on);

create table exam_item (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  ordinal int not null,
  exam_type text not null,
  body_part text,
  on_or_after date,
  on_or_before date,
  date_words text,
  place text,
  scope text not null check (scope in ('entire-study', 'certain-images')),
  certain_images text,
  with_report boolean not null,
  state text not null,
  outcome text,
  outcome_reason text,
  unique (access_request_id, ordinal)
);

create table asked_delivery (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  ordinal int not null,
  kind text not null check (kind in ('online', 'secure-link', 'cd', 'dvd', 'usb', 'prints')),
  recipient jsonb not null,
  unique (access_request_id, ordinal)
);

-- Something we need from the person; the clock runs on. Ended, never deleted.
create table wait (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  kind text not null check (kind in ('identity', 'clarification', 'payment', 'signature')),
  since timestamptz not null,
  ended_at timestamptz
);

create table one_time_code (
  id uuid primary key,
  facility_id uuid not null references facility,
  purpose text not null check (purpose in ('confirm-contact', 'sign-in', 'prove-identity')),
  contact_kind text not null check (contact_kind in ('email', 'mobile')),
  contact text not null,
  access_request_id uuid references access_request,
  patient_contact_id uuid references patient_contact,
  browser_hash bytea,
  code_hash bytea not null,
  wrong_tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index one_time_code_by_contact on one_time_code (facility_id, contact, created_at);

-- Who they are: 45 CFR 164.514(h). Control of a typed address is not in this table.
create table identity_proof (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  patient_id uuid not null references patient,
  method text not null check (method in ('code-to-held-contact', 'photo-id', 'in-person')),
  evidence text not null,
  judged_by uuid references staff,
  proved_at timestamptz not null
);

create table session (
  id_hash bytea primary key,
  facility_id uuid not null references facility,
  principal text not null check (principal in ('staff', 'requester', 'recipient')),
  staff_id uuid references staff,
  access_request_id uuid references access_request,
  share_link_id uuid,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

create table letter (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  code text not null,
  language text not null,
  content jsonb not null,
  pdf_sha256 text not null,
  made_at timestamptz not null,
  sent_at timestamptz
);
create index letter_by_request on letter (access_request_id, made_at);

create table mail (
  id uuid primary key,
  facility_id uuid not null references facility,
  access_request_id uuid references access_request,
  channel text not null check (channel in ('email', 'mobile')),
  recipient text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  failed_tries int not null default 0,
  last_failure text
);
create index mail_by_made on mail (facility_id, made_at);
