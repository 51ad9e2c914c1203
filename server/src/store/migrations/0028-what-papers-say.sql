-- What somebody at the desk saw on papers. Rows are written once; the latest of its kind counts.

-- From this day a minor decides for themself, and a parent asks as the parent of an adult: 45 CFR 164.502(g)(2), (3). Without a
-- day the row takes an earlier one back.
create table patient_emancipation (
  id uuid primary key,
  patient_id uuid not null references patient,
  emancipated_on date,
  what_was_seen text not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index patient_emancipation_by_patient on patient_emancipation (patient_id, recorded_at);
create trigger patient_emancipation_append_only before update or delete or truncate on patient_emancipation
  for each statement execute function refuse_change();

-- What makes an authorization invalid beside what it lacks: 45 CFR 164.508(b)(2)(iv), (v). No faults take earlier ones back.
create table authorization_fault (
  id uuid primary key,
  hipaa_authorization_id uuid not null references hipaa_authorization,
  faults jsonb not null,
  what_was_seen text not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index authorization_fault_by_authorization on authorization_fault (hipaa_authorization_id, recorded_at);
create trigger authorization_fault_append_only before update or delete or truncate on authorization_fault
  for each statement execute function refuse_change();

-- A power of attorney or another paper that was taken back: 45 CFR 164.502(g)(2).
alter table authority_judgement add column revoked_on date;
