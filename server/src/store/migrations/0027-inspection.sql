-- Looking at the pictures in person, free of charge, at a time and place that suit both: 45 CFR 164.524(c)(1), (c)(3)(i).
alter table asked_delivery drop constraint asked_delivery_kind_check;
alter table asked_delivery add constraint asked_delivery_kind_check
  check (kind in ('online', 'email-unencrypted', 'secure-link', 'cd', 'dvd', 'usb', 'prints', 'other-form', 'inspection'));

-- Times that the facility offers, on its own wall clock, with the letter that told of them.
create table inspection_offer (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  place text not null,
  ask_for text not null,
  times jsonb not null,
  offered_by uuid not null references staff,
  offered_at timestamptz not null,
  letter_id uuid not null references letter
);
create index inspection_offer_by_request on inspection_offer (access_request_id, offered_at);
create trigger inspection_offer_append_only before update or delete or truncate on inspection_offer
  for each statement execute function refuse_change();

-- What the person said to them: one of the times, or that none suits.
create table inspection_answer (
  id uuid primary key,
  offer_id uuid not null references inspection_offer,
  chosen_on date,
  chosen_at text check (chosen_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  wish text,
  how text not null check (how in ('portal', 'phone', 'mail', 'in-person')),
  said_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  check ((chosen_on is null) = (chosen_at is null)),
  check ((chosen_on is null) <> (wish is null)),
  check ((how = 'portal') = (recorded_by is null))
);
create index inspection_answer_by_offer on inspection_answer (offer_id, recorded_at);
create trigger inspection_answer_append_only before update or delete or truncate on inspection_answer
  for each statement execute function refuse_change();

-- Who came and what they were shown, or that nobody came. `shown` holds exams of the request.
create table inspection_visit (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  outcome text not null check (outcome in ('held', 'missed')),
  visited_on date not null,
  visited_at text not null check (visited_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  came text,
  shown jsonb not null,
  shown_by text,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  check ((outcome = 'held') = (came is not null and shown_by is not null))
);
create index inspection_visit_by_request on inspection_visit (access_request_id, recorded_at);
create trigger inspection_visit_append_only before update or delete or truncate on inspection_visit
  for each statement execute function refuse_change();
