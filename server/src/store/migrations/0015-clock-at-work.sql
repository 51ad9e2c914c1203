-- What somebody wants to write when a request can not be met in time. It moves nothing until its letter is sent.
create table extension_wish (
  id uuid primary key,
  access_request_id uuid not null references access_request,
  promised_on date not null,
  reason text not null,
  cause text not null check (cause in ('off-site-storage', 'outside-vendor', 'backlog', 'other')),
  ready_now text,
  wished_by uuid not null references staff,
  wished_at timestamptz not null
);
create index extension_wish_by_request on extension_wish (access_request_id, wished_at);

-- A supervisor stands for a reason that says only that there is much to do.
create table extension_agreement (
  wish_id uuid primary key references extension_wish,
  agreed_by uuid not null references staff,
  agreed_at timestamptz not null
);

-- Each level that a clock reached, once for each due date. `mailed_at` is set with the mail that tells the office.
create table clock_notice (
  access_request_id uuid not null references access_request,
  due_on date not null,
  level text not null,
  reached_on date not null,
  noticed_at timestamptz not null,
  mailed_at timestamptz,
  letter_id uuid references letter,
  primary key (access_request_id, due_on, level)
);
create index clock_notice_to_mail on clock_notice (noticed_at) where mailed_at is null;
