create index inbound_message_open_idx on inbound_message (state, id);
create index outbound_message_open_idx on outbound_message (state, next_attempt_at, id);
