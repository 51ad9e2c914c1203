-- The four factors of 45 CFR 164.402(2) about an incident, in words; the newest counts, and without one it is a breach.
create table breach_assessment (
  id uuid primary key,
  incident_id uuid not null references incident,
  what_data text not null,
  who_got_it text not null,
  acquired_or_viewed text not null,
  mitigated text not null,
  low_probability boolean not null,
  assessed_by uuid not null references staff,
  assessed_at timestamptz not null
);
create index breach_assessment_by_incident on breach_assessment (incident_id, assessed_at);
create trigger breach_assessment_append_only before update or delete or truncate on breach_assessment
  for each statement execute function refuse_change();
