-- What is missing is given as missing only once its source was asked for it again.
alter table retrieval add column asked_again_at timestamptz;
