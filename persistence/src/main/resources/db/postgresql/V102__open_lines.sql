-- Only what waits is in it: as small as the line, whatever the history.
create index work_item_head_idx on work_item (line_id, due_at, id) where state = 'WAITING';
