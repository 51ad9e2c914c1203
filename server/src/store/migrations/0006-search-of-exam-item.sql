-- A search is for one exam: its candidates and its silence count there only. Older searches belong to none.
alter table study_search add column exam_item_id uuid references exam_item;
create index study_search_by_exam_item on study_search (exam_item_id, searched_at) where exam_item_id is not null;
