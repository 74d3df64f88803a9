-- Providers are away in one direction or the other, for a reason that can be said in every language; the words are theirs.
delete from account_outage;
alter table account_outage add column way varchar(8) default 'SEND' not null;
alter table account_outage add column cause varchar(16) default 'UNREACHABLE' not null;
alter table account_outage drop constraint account_outage_pk;
alter table account_outage add constraint account_outage_pk primary key (account_id, way);

-- What is to be sent is looked for account by account.
create index outbound_message_due_idx on outbound_message (account_id, state, next_attempt_at);
create index outbound_message_lease_idx on outbound_message (state, lease_until);
