-- What is to be sent is looked for account by account.
drop index outbound_message_open_idx;
create index outbound_message_open_idx on outbound_message (account_id, state, next_attempt_at, id);
