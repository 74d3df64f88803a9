-- After a call its agent sums up: until when, of which conversation, and whether he took the extra time. Null or false otherwise.
alter table agent add column wrap_up_until timestamp(6) with time zone;
alter table agent add column wrap_up_of bigint;
alter table agent add column wrap_up_extended boolean not null default false;
create index agent_wrap_up_idx on agent (presence, wrap_up_until);
