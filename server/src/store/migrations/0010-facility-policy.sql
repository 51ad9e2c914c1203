-- Which law a facility answers by and what it promises beyond it: the newest row governs what is received from then on.
create table facility_policy (
  id uuid primary key,
  facility_id uuid not null references facility,
  choice text not null,
  provider jsonb not null,
  overlay jsonb not null,
  decided_by uuid references staff,
  decided_at timestamptz not null
);
create index facility_policy_by_day on facility_policy (facility_id, decided_at);

-- The rules in force on a day of receipt, whole: a request is decided by them whatever changes later.
create table kept_pack (
  sha256 text primary key,
  pack jsonb not null,
  kept_at timestamptz not null
);
alter table access_request add column pack_sha256 text references kept_pack;

-- The one letter that moves a due date, 45 CFR 164.524(b)(2)(ii): one for each request, never changed.
create table extension (
  access_request_id uuid primary key references access_request,
  promised_on date not null,
  reason text not null,
  cause text not null,
  sent_on date not null,
  sent_at timestamptz not null,
  sent_by uuid not null references staff,
  agreed_by uuid references staff,
  letter_id uuid references letter
);
create trigger extension_append_only before update or delete or truncate on extension
  for each statement execute function refuse_change();
create trigger kept_pack_append_only before update or delete or truncate on kept_pack
  for each statement execute function refuse_change();
