-- What became of an exam, and why: each a record with who and when. Nothing here is a flag, and no due date is stored.

-- Proposed by anybody of the staff; it denies nothing until the right person has decided. 45 CFR 164.524(a)(2)-(3), (d).
create table denial (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  ground text not null,
  basis text not null,
  shown jsonb not null,
  withheld jsonb not null,
  withheld_objects jsonb not null,
  withholds_report boolean not null,
  access_returns_on date,
  access_returns_words text,
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null
);
create index denial_by_exam_item on denial (exam_item_id);

create table denial_decision (
  denial_id uuid primary key references denial,
  decision text not null check (decision in ('denied-in-whole', 'denied-in-part', 'not-denied')),
  given jsonb not null,
  why jsonb not null,
  decided_by uuid not null references staff,
  decided_at timestamptz not null,
  letter_id uuid references letter
);

-- 45 CFR 164.524(a)(4): asked for at any time, in any way.
create table denial_review (
  id uuid primary key,
  denial_id uuid not null references denial,
  channel text not null check (channel in ('portal', 'phone', 'in-person', 'letter', 'fax', 'email')),
  asked_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index denial_review_by_denial on denial_review (denial_id);

create table review_decision (
  review_id uuid primary key references denial_review,
  result text not null check (result in ('upheld', 'overturned')),
  reasons text not null,
  reviewer uuid not null references staff,
  decided_on date not null,
  decided_at timestamptz not null,
  letter_id uuid not null references letter
);

-- Only under a lawful code (45 CFR part 171); it moves no due date.
create table hold (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  code text not null,
  holds jsonb not null,
  brought jsonb not null,
  why jsonb not null,
  from_day date,
  until_day date,
  set_by uuid not null references staff,
  set_at timestamptz not null
);
create index hold_by_request on hold (access_request_id);

create table hold_end (
  hold_id uuid primary key references hold,
  reason text not null,
  ended_by uuid not null references staff,
  ended_at timestamptz not null
);

-- Taken back by the person, known and in words; never by staff, never for silence.
create table withdrawal (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  withdrawn_by text not null check (withdrawn_by in ('individual', 'personal-representative')),
  channel text not null check (channel in ('portal', 'phone', 'in-person', 'letter', 'fax', 'email')),
  identity_by text not null,
  said text,
  withdrawn_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index withdrawal_by_request on withdrawal (access_request_id);

-- A source that can not hold the exam, and why not.
create table ruled_out_source (
  exam_item_id uuid not null references exam_item,
  image_source_id uuid not null references image_source,
  reason text not null,
  ruled_out_by uuid not null references staff,
  ruled_out_at timestamptz not null,
  primary key (exam_item_id, image_source_id)
);

-- Shown, not assumed: the day, the schedule and the certificate.
create table destruction (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  study_on date,
  destroyed_on date not null,
  schedule text not null,
  certificate text not null,
  survives text,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);

-- Which pictures of a study were asked for; the newest choice of an exam holds. None: the whole study.
create table picture_choice (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  sop_instance_uids jsonb,
  chosen_by uuid not null references staff,
  chosen_at timestamptz not null
);
create index picture_choice_by_exam_item on picture_choice (exam_item_id, chosen_at);

-- Something left to the wrong person: 45 CFR 164.402, 164.404. Its dates are counted from the day of discovery.
create table incident (
  id uuid primary key,
  facility_id uuid not null references facility,
  release_id uuid not null unique references release,
  what text not null check (what in ('wrong-patient', 'wrong-recipient')),
  reason text not null,
  discovered_on date not null,
  affected_patient_id uuid references patient,
  why jsonb not null,
  recalled_by uuid not null references staff,
  recalled_at timestamptz not null,
  letter_id uuid references letter
);

create table reopening (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  reopened_for text not null check (reopened_for in ('missing-images', 'new-proof')),
  reason text not null,
  reopened_by uuid not null references staff,
  reopened_at timestamptz not null
);
create index reopening_by_exam_item on reopening (exam_item_id);

-- A notice to somebody else than the requester (45 CFR 164.404) lies in the file and never in the requester's portal.
alter table letter add column addressed_to_patient_id uuid references patient;
