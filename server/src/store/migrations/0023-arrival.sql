-- A disc that somebody came for needs no carrier, and one that was posted may be given only once it arrived (OD-8).
alter table delivery add column collected boolean not null default false;
alter table delivery add column arrived_on date;
alter table delivery add column arrival_recorded_by uuid references staff;
alter table delivery add column arrival_recorded_at timestamptz;
alter table delivery add check ((arrived_on is null) = (arrival_recorded_at is null));
alter table delivery add check (arrived_on is null or not collected);

-- What ended because nobody had shown who they are opens by itself once a code proves it (OD-21).
alter table reopening alter column reopened_by drop not null;
