-- From where a code was asked for: limits hold per address too, across processes and restarts.
alter table one_time_code add column asked_from text;
create index one_time_code_by_address on one_time_code (facility_id, asked_from, created_at) where asked_from is not null;
