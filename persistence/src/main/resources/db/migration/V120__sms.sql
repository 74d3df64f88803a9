-- Long short messages that are being put together, and for a while those that were: the sender's reference comes round, the same part may come twice.
create table sms_long (
  account_id bigint not null constraint sms_long_account_fk references channel_account,
  join_key varchar(36) not null,
  sender varchar(80) not null,
  recipient varchar(80) not null,
  total integer not null,
  generation integer not null,
  started_at timestamp(6) with time zone not null,
  joined_at timestamp(6) with time zone,
  constraint sms_long_pk primary key (account_id, join_key)
);
create index sms_long_started_idx on sms_long (started_at);

create table sms_part (
  account_id bigint not null,
  join_key varchar(36) not null,
  sequence integer not null,
  coding integer not null,
  content bytea not null,
  constraint sms_part_pk primary key (account_id, join_key, sequence),
  constraint sms_part_long_fk foreign key (account_id, join_key) references sms_long (account_id, join_key)
);
