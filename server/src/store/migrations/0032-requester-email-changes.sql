-- An e-mail address that somebody gave later, or that was written wrongly: how the office knew who gave it. It proves nothing by
-- itself, so a proof of identity from before the last change opens nothing to whoever reads that mailbox.
create table requester_email_change (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  email_before text,
  email text not null,
  how_known text not null,
  changed_by uuid not null references staff,
  changed_at timestamptz not null
);
create index requester_email_change_by_request on requester_email_change (access_request_id, changed_at);
create trigger requester_email_change_append_only before update or delete or truncate on requester_email_change
  for each statement execute function refuse_change();

alter table access_request add column requester_email_since timestamptz;
