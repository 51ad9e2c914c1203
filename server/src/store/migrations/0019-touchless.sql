-- Whether the program may give a copy that needs no person's look. The newest row counts; without one it may not.
create table touchless_setting (
  id uuid primary key,
  facility_id uuid not null references facility,
  allowed boolean not null,
  reason text not null,
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);
create index touchless_setting_by_day on touchless_setting (facility_id, decided_at);
create trigger touchless_setting_append_only before update or delete or truncate on touchless_setting
  for each statement execute function refuse_change();

-- What the program did by itself, or why it left it to a person: whose request, which study, and whether it is given.
create table touchless_verdict (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  about text not null check (about in ('person', 'study', 'release')),
  exam_item_id uuid references exam_item,
  by_itself boolean not null,
  reasons jsonb not null,
  decided_at timestamptz not null
);
create index touchless_verdict_by_request on touchless_verdict (access_request_id, decided_at);
create trigger touchless_verdict_append_only before update or delete or truncate on touchless_verdict
  for each statement execute function refuse_change();
