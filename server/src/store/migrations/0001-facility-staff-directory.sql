-- Who owes the copies, who works there, and the facility's own patient directory.
create table facility (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  policy_pack text not null,
  contact jsonb not null,
  fee_schedule jsonb not null,
  created_at timestamptz not null default now()
);

create table staff (
  id uuid primary key,
  facility_id uuid not null references facility,
  username text not null,
  display_name text not null,
  role text not null check (role in ('clerk', 'supervisor', 'admin')),
  password_hash text not null,
  failed_sign_ins int not null default 0,
  retry_after timestamptz,
  created_at timestamptz not null default now(),
  unique (facility_id, username)
);

-- The directory is how identity is proved: contacts here were held before anybody asked.
create table patient (
  id uuid primary key,
  facility_id uuid not null references facility,
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  sex text check (sex in ('F', 'M', 'O')),
  updated_at timestamptz not null default now()
);
create index patient_by_birth_date on patient (facility_id, birth_date);

create table patient_former_name (
  patient_id uuid not null references patient on delete cascade,
  family_name text not null,
  given_name text not null,
  primary key (patient_id, family_name, given_name)
);

create table patient_identifier (
  patient_id uuid not null references patient on delete cascade,
  facility_id uuid not null references facility,
  mrn text not null,
  issuer text not null,
  primary key (facility_id, issuer, mrn)
);
create index patient_identifier_by_patient on patient_identifier (patient_id);

create table patient_contact (
  id uuid primary key,
  patient_id uuid not null references patient on delete cascade,
  kind text not null check (kind in ('email', 'mobile')),
  value text not null,
  held_since timestamptz not null,
  unique (patient_id, kind, value)
);

create table patient_parent (
  patient_id uuid not null references patient on delete cascade,
  parent_patient_id uuid not null references patient on delete cascade,
  primary key (patient_id, parent_patient_id)
);
