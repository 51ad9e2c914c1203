-- The clinician who talked a result over with the patient or let its report open, and when: what ends some states' holds.
alter table hold_end add column clinician text;
alter table hold_end add column clinician_at timestamptz;
alter table hold_end add constraint hold_end_clinician_whole check ((clinician is null) = (clinician_at is null));
