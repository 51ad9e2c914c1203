-- Who may decide a denial (45 CFR 164.524(a)(3)) and who hears complaints (164.530(a)(1)); staff leave, their records stay.
alter table staff
  add column licensed_as text,
  add column is_privacy_officer boolean not null default false,
  add column ended_at timestamptz;
