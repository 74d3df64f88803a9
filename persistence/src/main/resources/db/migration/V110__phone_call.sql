-- The telephone: one row a call as the exchange told it, what the exchange is asked to do, and where an agent sits.
alter table agent add column extension varchar(40);
create index agent_extension_idx on agent (extension);

create sequence phone_call_seq increment by 50;
create table phone_call (
  id bigint not null constraint phone_call_pk primary key,
  account_id bigint not null constraint phone_call_account_fk references channel_account,
  provider_call_id varchar(200) not null,
  interaction_id bigint not null constraint phone_call_interaction_fk references interaction,
  direction varchar(8) not null,
  caller_raw varchar(80),
  caller_number varchar(40),
  dialled_number varchar(80),
  national_id varchar(9),
  menu_key varchar(20),
  subject varchar(40),
  menu_at timestamp(6) with time zone,
  language varchar(2),
  dialled_at timestamp(6) with time zone not null,
  queued_at timestamp(6) with time zone,
  answered_at timestamp(6) with time zone,
  extension varchar(40),
  extension_since timestamp(6) with time zone,
  hold_marks varchar(4000) not null default '',
  hold_seconds bigint not null default 0,
  ended_at timestamp(6) with time zone,
  ended_by varchar(10),
  outcome varchar(12),
  called_back_at timestamp(6) with time zone,
  recordings varchar(4000) not null default '',
  recording varchar(10) not null,
  recording_at timestamp(6) with time zone,
  in_line boolean not null default false,
  told varchar(12),
  version integer not null default 0,
  constraint phone_call_provider_key unique (account_id, provider_call_id)
);
create index phone_call_interaction_idx on phone_call (interaction_id, id);
create index phone_call_recording_idx on phone_call (recording, recording_at);

create sequence telephony_command_seq increment by 50;
create table telephony_command (
  id bigint not null constraint telephony_command_pk primary key,
  account_id bigint not null constraint telephony_command_account_fk references channel_account,
  interaction_id bigint not null constraint telephony_command_interaction_fk references interaction,
  call_id bigint constraint telephony_command_call_fk references phone_call,
  provider_call_id varchar(200),
  kind varchar(20) not null,
  target varchar(80),
  extension varchar(40),
  announcement varchar(500),
  language varchar(2),
  unique_key varchar(120) not null constraint telephony_command_key unique,
  requested_by varchar(80) not null,
  state varchar(8) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  lease_until timestamp(6) with time zone,
  settled_at timestamp(6) with time zone,
  failure varchar(500),
  version integer not null default 0
);
create index telephony_command_open_idx on telephony_command (account_id, state, id);
create index telephony_command_call_idx on telephony_command (call_id, id);
