-- A qualified person has read this very wording of a letter: 45 CFR 92.201(c)(3).
create table language_review (
  id uuid primary key,
  facility_id uuid not null references facility,
  letter text not null,
  language text not null,
  version text not null,
  reviewed_by text not null,
  qualification text not null,
  reviewed_on date not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index language_review_by_facility on language_review (facility_id);
create trigger language_review_append_only before update or delete or truncate on language_review
  for each statement execute function refuse_change();
