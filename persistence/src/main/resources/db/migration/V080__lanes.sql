-- Inbox rows are worked on in a few lanes by channel; those of one sender share a lane.
alter table inbound_message add column lane smallint not null default 0;
