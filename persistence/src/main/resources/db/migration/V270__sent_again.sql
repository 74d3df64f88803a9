-- How often a person had a message sent again; what a provider took over belongs to one of those sendings.
alter table outbound_message add column sending int default 0 not null;
alter table sent_part add column sending int default 0 not null;
