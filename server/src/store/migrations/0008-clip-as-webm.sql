-- Clips are also kept as WebM, for browsers that play no H.264.
alter table derived_file drop constraint derived_file_kind_check;
alter table derived_file add constraint derived_file_kind_check
  check (kind in ('picture', 'thumbnail', 'poster', 'clip', 'webm', 'report-json', 'report-pdf'));
