-- Exactly what was given, frozen; the ways it goes; what left; who did what.
create table release (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  approved_by uuid references staff,
  approved_at timestamptz not null,
  manifest jsonb not null,
  manifest_sha256 text not null,
  counts jsonb not null
);
create index release_by_request on release (access_request_id);

create table delivery (
  id uuid primary key,
  release_id uuid not null references release,
  asked_delivery_id uuid not null references asked_delivery,
  kind text not null,
  state text not null check (state in ('preparing', 'ready', 'delivered', 'failed')),
  failure_code text,
  package jsonb,
  ready_at timestamptz,
  delivered_at timestamptz,
  carrier text,
  tracking_number text,
  handed_over_by uuid references staff
);
create index delivery_by_release on delivery (release_id);

create table share_link (
  id uuid primary key,
  delivery_id uuid not null references delivery,
  path_id text not null unique,
  passcode_hash text not null,
  wrong_tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
alter table session add foreign key (share_link_id) references share_link;

-- What reached somebody: 45 CFR 164.528.
create table disclosure (
  id uuid primary key,
  facility_id uuid not null references facility,
  access_request_id uuid not null references access_request,
  delivery_id uuid not null unique references delivery,
  recipient text not null,
  purpose text not null,
  what jsonb not null,
  disclosed_at timestamptz not null
);

create table audit_event (
  facility_id uuid not null references facility,
  sequence bigint not null,
  at timestamptz not null,
  type text not null,
  outcome text not null check (outcome in ('success', 'refused', 'failure')),
  actor jsonb not null,
  access_request_id uuid,
  objects jsonb not null,
  reason text,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (facility_id, sequence)
);
create index audit_event_by_request on audit_event (access_request_id, sequence);

-- The trail and the manifests only grow.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
create trigger release_append_only before update or delete or truncate on release
  for each statement execute function refuse_change();
create trigger source_listing_append_only before update or delete or truncate on source_listing
  for each statement execute function refuse_change();
