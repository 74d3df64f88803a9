-- Only the few open rows are ever searched for; the indexes must not grow with history.
create index inbound_message_open_idx on inbound_message (id) where state = 'RECEIVED';
create index inbound_message_dead_idx on inbound_message (id) where state = 'DEAD';
create index outbound_message_open_idx on outbound_message (next_attempt_at, id) where state in ('PENDING', 'SENDING');
create index outbound_message_unknown_idx on outbound_message (id) where state in ('UNKNOWN', 'FAILED');
drop index work_item_line_idx;
create index work_item_line_idx on work_item (queue_id, due_at, id) where state = 'WAITING';
drop index work_item_expiry_idx;
create index work_item_expiry_idx on work_item (offer_expires_at) where state = 'OFFERED';
