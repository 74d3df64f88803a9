-- Accounts, queues and teams are never deleted, only closed. A foreign key to them would lock the same few rows at every
-- contact, for all that arrive at once (key share locks, multixacts).
alter table inbound_message drop constraint inbound_message_account_fk;
alter table outbound_message drop constraint outbound_message_account_fk;
alter table interaction drop constraint interaction_account_fk;
alter table interaction drop constraint interaction_team_fk;
alter table work_item drop constraint work_item_queue_fk;
-- Most messages have neither; what is not there need not be in an index.
alter table message drop constraint message_composition_key;
create unique index message_composition_key on message (composition) where composition is not null;
drop index message_external_idx;
create index message_external_idx on message (external_id) where external_id is not null;
