-- Only what waits is in it: as small as the line, whatever the history.
create index work_item_head_idx on work_item (line_id, due_at, id) where state = 'WAITING';
create index work_item_active_idx on work_item (agent_id) where state in ('OFFERED', 'ACCEPTED');
drop index work_item_scheduled_idx;
create index work_item_scheduled_idx on work_item (not_before) where state = 'SCHEDULED';
