drop index inbound_message_open_idx;
create index inbound_message_open_idx on inbound_message (channel, lane, id) where state = 'RECEIVED';
