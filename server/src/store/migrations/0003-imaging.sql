-- Where studies live, what was listed, what was fetched, byte for byte.
create table image_source (
  id uuid primary key,
  facility_id uuid not null references facility,
  kind text not null check (kind in ('archive', 'dicomweb')),
  name text not null,
  settings jsonb not null,
  enabled boolean not null default true,
  unique (facility_id, name)
);

-- One stored DICOM object. The same bytes are kept once; the same SOP Instance UID with other bytes is a second row.
create table instance (
  id uuid primary key,
  facility_id uuid not null references facility,
  sop_instance_uid text not null,
  series_instance_uid text not null,
  study_instance_uid text not null,
  sop_class_uid text not null,
  transfer_syntax_uid text not null,
  kind text not null check (kind in ('still', 'clip', 'structured-report', 'pdf-report', 'presentation-state', 'other')),
  sha256 text not null,
  crc32 bigint not null,
  size_bytes bigint not null,
  exported jsonb not null,
  header jsonb not null,
  flags text[] not null default '{}',
  stored_at timestamptz not null,
  unique (facility_id, sop_instance_uid, sha256)
);
create index instance_by_study on instance (facility_id, study_instance_uid);

-- Studies held by the built-in archive: which instances it answers with.
create table archive_instance (
  image_source_id uuid not null references image_source,
  instance_id uuid not null references instance,
  primary key (image_source_id, instance_id)
);

create table study_search (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  searched_by uuid references staff,
  query jsonb not null,
  sources jsonb not null,
  candidates jsonb not null,
  searched_at timestamptz not null
);

create table match (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  image_source_id uuid not null references image_source,
  study_instance_uid text not null,
  study jsonb not null,
  evidence jsonb not null,
  near_miss_reason text,
  confirmed_by uuid references staff,
  confirmed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references staff,
  withdrawn_reason text
);
create unique index match_once on match (exam_item_id, study_instance_uid) where withdrawn_at is null;

-- The list that the source gave before retrieval, kept as it was. Immutable.
create table source_listing (
  id uuid primary key,
  match_id uuid not null references match,
  listed_at timestamptz not null,
  instances jsonb not null
);

-- How far fetching is; the detail is in retrieved_instance.
create table retrieval (
  match_id uuid primary key references match,
  state text not null check (state in ('queued', 'listing', 'retrieving', 'deriving', 'done', 'failed')),
  listed int,
  bytes_received bigint not null default 0,
  failure_code text,
  failure_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz
);

create table retrieved_instance (
  match_id uuid not null references match,
  sop_instance_uid text not null,
  state text not null check (state in ('held', 'missing', 'quarantined')),
  instance_id uuid references instance,
  reason text,
  primary key (match_id, sop_instance_uid)
);

create table quarantine (
  id uuid primary key,
  facility_id uuid not null references facility,
  image_source_id uuid references image_source,
  match_id uuid references match,
  sop_instance_uid text,
  sha256 text not null,
  size_bytes bigint not null,
  reason text not null,
  detail text not null,
  quarantined_at timestamptz not null,
  unique (facility_id, match_id, sha256)
);

-- Pictures, clips and report pages made from an instance, by the content they were made from.
create table derived_file (
  facility_id uuid not null references facility,
  source_sha256 text not null,
  kind text not null check (kind in ('picture', 'thumbnail', 'poster', 'clip', 'report-json', 'report-pdf')),
  sha256 text not null,
  crc32 bigint not null,
  size_bytes bigint not null,
  media_type text not null,
  width int,
  height int,
  frames int,
  duration_ms double precision,
  made_at timestamptz not null,
  primary key (facility_id, source_sha256, kind)
);

create table derive_outcome (
  facility_id uuid not null references facility,
  source_sha256 text not null,
  failure_code text,
  failure_detail text,
  finished_at timestamptz not null,
  primary key (facility_id, source_sha256)
);

create table attached_report (
  id uuid primary key,
  exam_item_id uuid not null references exam_item,
  sha256 text not null,
  crc32 bigint not null,
  size_bytes bigint not null,
  attached_by uuid not null references staff,
  attached_at timestamptz not null,
  removed_at timestamptz
);
