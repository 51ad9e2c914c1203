-- What this facility's blanks hold, and whether a disc says whose it is. The newest row counts; without one, the defaults.
create table media_settings (
  id uuid primary key,
  facility_id uuid not null references facility,
  name_on_disc boolean not null,
  cd_megabytes int not null check (cd_megabytes > 0),
  dvd_megabytes int not null check (dvd_megabytes > 0),
  decided_by uuid not null references staff,
  decided_at timestamptz not null
);
create index media_settings_by_facility on media_settings (facility_id, decided_at);
create trigger media_settings_append_only before update or delete or truncate on media_settings
  for each statement execute function refuse_change();

-- A copy that needs several discs or sticks: which file lies on which, decided once, so that a disc that breaks is made again.
create table media_set (
  id uuid primary key,
  delivery_id uuid not null references delivery,
  medium text not null check (medium in ('cd', 'dvd', 'usb')),
  capacity_bytes bigint not null,
  pieces jsonb not null,
  made_by uuid not null references staff,
  made_at timestamptz not null
);
create index media_set_by_delivery on media_set (delivery_id, made_at);
create trigger media_set_append_only before update or delete or truncate on media_set
  for each statement execute function refuse_change();
