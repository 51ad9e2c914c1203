-- One question to the person about what they asked for, as its letter put it. How long it waits stands in `wait`.
create table clarification (
  wait_id uuid primary key references wait,
  question text not null,
  -- OD-22, as the letter told it.
  if_no_answer text not null check (if_no_answer in ('widest-match', 'copy-to-patient-only')),
  letter_id uuid not null references letter,
  asked_by uuid not null references staff,
  asked_at timestamptz not null
);
create trigger clarification_append_only before update or delete or truncate on clarification
  for each statement execute function refuse_change();

-- Answered by the person in the portal, told to staff, or taken back by the office.
create table clarification_end (
  wait_id uuid primary key references clarification,
  how text not null check (how in ('portal', 'phone', 'mail', 'in-person', 'taken-back')),
  answer text,
  recorded_by uuid references staff,
  ended_at timestamptz not null,
  check ((how = 'taken-back') = (answer is null)),
  check ((how = 'portal') = (recorded_by is null))
);
create trigger clarification_end_append_only before update or delete or truncate on clarification_end
  for each statement execute function refuse_change();

-- One question at a time.
create unique index wait_one_open_question on wait (access_request_id)
  where kind = 'clarification' and ended_at is null;
