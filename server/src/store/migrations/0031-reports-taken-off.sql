-- A report that turned out to be another exam's or another patient's, taken off before it was given: by whom and why. The file
-- stays, as what somebody attached.
alter table attached_report add column removed_by uuid references staff;
alter table attached_report add column removed_reason text;
alter table attached_report add constraint attached_report_removal_whole
  check ((removed_by is null) = (removed_reason is null) and (removed_by is null or removed_at is not null));
