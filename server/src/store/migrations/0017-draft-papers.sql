-- Papers handed in with answers that are not sent yet: sealed like the answers, and gone with them. When the request is
-- sent they become its authority documents.
create table draft_paper (
  id uuid primary key,
  facility_id uuid not null references facility,
  contact_hash bytea not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  size_bytes int not null,
  content bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_paper_by_contact on draft_paper (facility_id, contact_hash);
create index draft_paper_by_expiry on draft_paper (expires_at);
