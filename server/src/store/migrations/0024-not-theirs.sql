-- A study that was found for an asked exam and became an exam of its own: nobody asked for it by itself, so whoever may not
-- have it never learns of it (45 CFR 164.502(g)(3)(ii)). Null where the person named the exam.
alter table exam_item add column found_for uuid references exam_item;

-- What family or others who helped with the care of a dead person were told: 45 CFR 164.510(b)(5). No access, no clock, no
-- denial; recorded only where nobody knows of a contrary wish.
create table family_disclosure (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  involvement text not null,
  told text not null,
  why jsonb not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index family_disclosure_by_request on family_disclosure (access_request_id, recorded_at);
create trigger family_disclosure_append_only before update or delete or truncate on family_disclosure
  for each statement execute function refuse_change();

-- Taken back in writing, 45 CFR 164.508(b)(5): what was seen, and by whom. Nothing wrote this table before.
alter table authorization_revocation add column what_was_seen text not null;
alter table authorization_revocation add column recorded_by uuid not null references staff;

-- State law keeps the report of one exam from opening electronically until this instant (OD-16).
alter table hold add column exam_item_id uuid references exam_item;
alter table hold add column opens_at timestamptz;
