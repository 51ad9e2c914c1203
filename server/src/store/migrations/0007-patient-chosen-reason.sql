-- Why a directory patient was chosen who differs from what the request says; empty where nothing differs.
alter table access_request add column patient_chosen_reason text;
