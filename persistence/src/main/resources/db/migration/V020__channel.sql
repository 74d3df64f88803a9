-- The doors: accounts, the inbox of everything that arrived, the outbox of everything to be sent.
create sequence work_queue_seq increment by 50;
create table work_queue (
  id bigint not null constraint work_queue_pk primary key,
  code varchar(40) not null constraint work_queue_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  team_id bigint not null constraint work_queue_team_fk references team,
  version integer not null default 0
);

create sequence channel_account_seq increment by 50;
create table channel_account (
  id bigint not null constraint channel_account_pk primary key,
  code varchar(40) not null constraint channel_account_code_key unique,
  channel varchar(20) not null,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  address varchar(254),
  language varchar(2) not null,
  queue_id bigint not null constraint channel_account_queue_fk references work_queue,
  acknowledges boolean not null default false,
  enabled boolean not null default true,
  imap_host varchar(120),
  imap_port integer,
  imap_user varchar(254),
  imap_tls boolean,
  version integer not null default 0
);

create sequence inbound_message_seq increment by 50;
create table inbound_message (
  id bigint not null constraint inbound_message_pk primary key,
  account_id bigint not null constraint inbound_message_account_fk references channel_account,
  external_id varchar(255) not null,
  channel varchar(20) not null,
  sender varchar(254) not null,
  received_at timestamp(6) with time zone not null,
  state varchar(12) not null,
  sent_to_broker_at timestamp(6) with time zone,
  processed_at timestamp(6) with time zone,
  interaction_id bigint,
  failure varchar(2000),
  decided_by varchar(80),
  decision_reason varchar(500),
  raw payload not null,
  constraint inbound_message_external_key unique (account_id, external_id)
);

create sequence outbound_message_seq increment by 50;
create table outbound_message (
  id bigint not null constraint outbound_message_pk primary key,
  message_id bigint not null constraint outbound_message_message_key unique,
  interaction_id bigint not null,
  account_id bigint not null constraint outbound_message_account_fk references channel_account,
  channel varchar(20) not null,
  recipient varchar(254) not null,
  state varchar(12) not null,
  attempts integer not null default 0,
  next_attempt_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,
  failure varchar(2000),
  created_at timestamp(6) with time zone not null,
  settled_at timestamp(6) with time zone,
  automatic boolean not null default false,
  version integer not null default 0
);

-- How many automatic mails an address was sent on a day (loop guard).
create table automatic_mail (
  address varchar(254) not null,
  sent_on date not null,
  sent integer not null,
  constraint automatic_mail_pk primary key (address, sent_on)
);
