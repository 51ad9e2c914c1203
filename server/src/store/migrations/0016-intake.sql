-- How a request on paper or by word of mouth came in. The page itself is kept; what was typed from it is the request.
create table scan (
  id uuid primary key,
  facility_id uuid not null references facility,
  sha256 text not null,
  size_bytes int not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  kept_by uuid not null references staff,
  kept_at timestamptz not null
);

-- Requests that came in one writing share `writing_id`: one for each patient, all received on one day.
create table intake (
  access_request_id uuid primary key references access_request,
  writing_id uuid not null,
  department text,
  scan_id uuid references scan,
  signature text not null check (signature in ('signed', 'unsigned', 'spoken')),
  earlier_reason text,
  entered_by uuid not null references staff,
  entered_at timestamptz not null
);
create index intake_by_writing on intake (writing_id);

-- The day of receipt is a fact: it is only ever found to have been earlier.
create table receipt_correction (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  received_before date not null,
  received_on date not null,
  reason text not null,
  corrected_by uuid not null references staff,
  corrected_at timestamptz not null,
  check (received_on < received_before)
);
create index receipt_correction_by_request on receipt_correction (access_request_id);

-- A letter by post was sent when the carrier took it.
create table letter_handover (
  letter_id uuid primary key references letter,
  carrier text not null,
  handed_over_by uuid not null references staff,
  handed_over_at timestamptz not null
);

-- Two requests of one patient: joined into the earlier one, or only known of each other.
create table request_link (
  earlier_id uuid not null references access_request,
  later_id uuid not null references access_request,
  kind text not null check (kind in ('joined', 'linked')),
  why jsonb not null,
  decided_by uuid not null references staff,
  decided_at timestamptz not null,
  primary key (earlier_id, later_id)
);
create index request_link_by_later on request_link (later_id);

-- Somebody asked where it is: told again, and nothing moves.
create table reminder (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  channel text not null check (channel in ('portal', 'paper', 'fax', 'mail', 'walk-in', 'phone')),
  reminded_on date not null,
  note text,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index reminder_by_request on reminder (access_request_id);

-- Where letters go for somebody without e-mail, and why a message was no letter sent.
alter table access_request add column requester_address jsonb;
alter table letter add column notice_failed_at timestamptz;
