-- What a round reads: the first of a line that has waited long enough, and agents who have room.
drop index work_item_head_idx;
create index work_item_head_idx on work_item (line_id, due_at, id) include (waiting_since) where state = 'WAITING';
drop index agent_free_idx;
create index agent_room_idx on agent (team_id, (capacity - used_capacity)) where presence = 'AVAILABLE';
create index agent_team_idx on agent (team_id);
