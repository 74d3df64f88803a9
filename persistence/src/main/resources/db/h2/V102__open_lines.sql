create index work_item_head_idx on work_item (line_id, state, due_at, id);
create index work_item_active_idx on work_item (state, agent_id);
