-- Every channel: accounts with settings of their own, provider ids of what was sent, and providers that are away.
alter table channel_account add column settings varchar(4000) not null default '{}';

-- What a provider calls (a part of) a message it took over, and how far it got. A report may come before the id is known to us.
create table sent_part (
  account_id bigint not null,
  provider_id varchar(255) not null,
  outbound_id bigint,
  standing varchar(12) not null,
  standing_at timestamp(6) with time zone not null,
  failure varchar(500),
  constraint sent_part_pk primary key (account_id, provider_id)
);
create index sent_part_outbound_idx on sent_part (outbound_id);

-- An account whose provider cannot be reached; a row exists while that lasts.
create table account_outage (
  account_id bigint not null constraint account_outage_pk primary key constraint account_outage_account_fk references channel_account,
  since timestamp(6) with time zone not null,
  noticed_at timestamp(6) with time zone not null,
  reason varchar(500) not null
);

-- The conversation with one correspondent on one account: how a text message finds it.
create index interaction_correspondent_idx on interaction (account_id, reply_address, last_message_at, id);

-- The segments by customer type.
update customer set segment = 'SMALL_BUSINESS' where segment = 'BUSINESS';
update service_level set segment = 'SMALL_BUSINESS' where segment = 'BUSINESS';
insert into service_level (segment, target_seconds) values ('LARGE_BUSINESS', 180);
