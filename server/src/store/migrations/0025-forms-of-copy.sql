-- A copy by unencrypted mail, and a form in the person's own words that is to be agreed on: 45 CFR 164.524(c)(2).
alter table asked_delivery drop constraint asked_delivery_kind_check;
alter table asked_delivery add constraint asked_delivery_kind_check
  check (kind in ('online', 'email-unencrypted', 'secure-link', 'cd', 'dvd', 'usb', 'prints', 'other-form'));
alter table wait drop constraint wait_kind_check;
alter table wait add constraint wait_kind_check
  check (kind in ('identity', 'clarification', 'payment', 'signature', 'format'));

-- L-FMT as it went out: what was asked for, why it can not be made, and what can, each with its price.
create table format_offer (
  wait_id uuid primary key references wait,
  asked_delivery_id uuid not null references asked_delivery,
  asked text not null,
  unable text not null
    check (unable in ('no equipment makes it', 'over the mail limit', 'own drive is an unacceptable security risk')),
  forms jsonb not null,
  letter_id uuid not null references letter,
  -- Null: the program, which found that the mail would be too large.
  offered_by uuid references staff,
  offered_at timestamptz not null
);
create index format_offer_by_delivery on format_offer (asked_delivery_id, offered_at);
create trigger format_offer_append_only before update or delete or truncate on format_offer
  for each statement execute function refuse_change();

-- What the person chose, and which electronic forms they turned down.
create table format_agreement (
  wait_id uuid primary key references format_offer,
  chosen text not null,
  declined jsonb not null,
  how text not null check (how in ('portal', 'phone', 'mail', 'in-person')),
  why jsonb not null,
  agreed_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((how = 'portal') = (recorded_by is null))
);
create trigger format_agreement_append_only before update or delete or truncate on format_agreement
  for each statement execute function refuse_change();

-- The yes to unencrypted mail after its warning, with the words that were shown: HHS FAQ 2061.
create table mail_warning (
  asked_delivery_id uuid primary key references asked_delivery,
  address text not null,
  channel text not null check (channel in ('portal', 'phone', 'in-person', 'letter')),
  text_version text not null,
  read_back text not null check (read_back in ('code', 'spoken')),
  accepted_on date not null,
  accepted_at timestamptz not null,
  letter_id uuid not null references letter,
  recorded_by uuid references staff,
  check ((channel = 'portal') = (recorded_by is null))
);
create trigger mail_warning_append_only before update or delete or truncate on mail_warning
  for each statement execute function refuse_change();

-- A mail that carries the copy itself.
alter table mail add column delivery_id uuid references delivery;
create table mail_attachment (
  mail_id uuid not null references mail,
  ordinal int not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  primary key (mail_id, ordinal)
);
