-- What a copy costs, as records with who, when and why; none is changed (45 CFR 164.524(c)(4), 164.530(j)).
create table fee_quote (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  ordinal int not null,
  quote jsonb not null,
  cause text not null check (cause in ('asked', 'worked-out-again', 'line-added', 'waived', 'circumstance', 'ways-changed')),
  reason text,
  quoted_by uuid references staff,
  quoted_at timestamptz not null,
  unique (access_request_id, ordinal)
);

-- The person was told: on the page that they signed, or by letter L-FEE.
create table fee_notice (
  id uuid primary key,
  fee_quote_id uuid not null unique references fee_quote,
  letter_id uuid references letter,
  sent_by uuid references staff,
  sent_at timestamptz not null
);

create table fee_answer (
  id uuid primary key,
  fee_notice_id uuid not null references fee_notice,
  answer text not null check (answer in ('yes', 'no')),
  total_cents int not null,
  said_by text not null check (said_by in ('patient', 'representative')),
  channel text not null check (channel in ('portal', 'phone', 'paper', 'in-person')),
  answered_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);

-- A supervisor looked at an all-electronic copy over 15 dollars.
create table fee_confirmation (
  fee_quote_id uuid primary key references fee_quote,
  confirmed_by uuid not null references staff,
  confirmed_at timestamptz not null
);

create table labour_entry (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  task text not null,
  minutes int not null check (minutes > 0),
  logged_by uuid not null references staff,
  logged_at timestamptz not null
);

-- What the person said that can make the copy free: a benefits claim, no money.
create table fee_circumstance (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  kind text not null check (kind in ('benefit-claim-said', 'benefit-claim-shown', 'cannot-pay')),
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);

create table fee_waiver (
  id uuid primary key,
  fee_quote_id uuid not null unique references fee_quote,
  kind text not null check (kind in ('hardship', 'courtesy', 'our-mistake', 'late-answer')),
  reason text not null,
  waived_by uuid not null references staff,
  waived_at timestamptz not null
);

-- Money that came in or went back, as the office's own books have it; nothing is collected here.
create table fee_payment (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  cents int not null check (cents > 0),
  how text not null check (how in ('card', 'check', 'cash')),
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);

create table fee_refund (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  cause text not null check (cause in ('fee-fell', 'above-rule', 'withdrawn', 'waived', 'joined')),
  refund_cents int not null,
  voided_cents int not null,
  how text check (how in ('card', 'check', 'cash')),
  letter_id uuid references letter,
  decided_by uuid references staff,
  decided_at timestamptz not null
);

-- Prices with the day from which they stood.
create table fee_schedule_edition (
  id uuid primary key,
  facility_id uuid not null references facility,
  schedule jsonb not null,
  set_by uuid references staff,
  set_at timestamptz not null
);

do $$
declare
  fact text;
begin
  foreach fact in array array[
    'fee_quote', 'fee_notice', 'fee_answer', 'fee_confirmation', 'labour_entry', 'fee_circumstance', 'fee_waiver',
    'fee_payment', 'fee_refund', 'fee_schedule_edition'
  ] loop
    execute format(
      'create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
      fact || '_append_only', fact
    );
  end loop;
end
$$;

-- The quote that stood on the request is its first one: told on the page that was signed, and agreed to with the signature.
insert into fee_quote (id, access_request_id, ordinal, quote, cause, quoted_at)
select gen_random_uuid(), id, 0,
  jsonb_build_object(
    'route', 'individual', 'compared', '[]'::jsonb, 'cite', coalesce(fee_quote #>> '{lines,0,cite}', ''), 'why', '[]'::jsonb,
    'offers', '[]'::jsonb, 'toConfirm', '[]'::jsonb, 'needsSupervisor', false, 'approximate', false
  ) || (fee_quote - 'quotedAt'),
  'asked', coalesce((fee_quote ->> 'quotedAt')::timestamptz, received_at)
from access_request;

insert into fee_notice (id, fee_quote_id, sent_at)
select gen_random_uuid(), fee_quote.id, quoted_at
from fee_quote join access_request on access_request.id = access_request_id
where signed_at is not null and (quote ->> 'totalCents')::int > 0;

insert into fee_answer (id, fee_notice_id, answer, total_cents, said_by, channel, answered_on, recorded_at)
select gen_random_uuid(), fee_notice.id, 'yes', (quote ->> 'totalCents')::int,
  case requester_is when 'self' then 'patient' else 'representative' end, 'portal', received_on, signed_at
from fee_notice
join fee_quote on fee_quote.id = fee_quote_id
join access_request on access_request.id = access_request_id;

alter table access_request drop column fee_quote;
