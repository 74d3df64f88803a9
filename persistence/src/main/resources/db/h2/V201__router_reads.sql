drop index work_item_head_idx;
create index work_item_head_idx on work_item (line_id, state, due_at, id, waiting_since);
