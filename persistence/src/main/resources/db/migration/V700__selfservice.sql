-- Sign-in of customers: codes that are good once, what they may cost, and who is signed in at the portal.

-- What is sent instead of the message that is kept; nobody reads it in the conversation, and it is forgotten when it was sent.
alter table outbound_message add column secret varchar(1000);

create sequence one_time_code_seq increment by 50;
create table one_time_code (
  id bigint not null constraint one_time_code_pk primary key,
  purpose varchar(30) not null,
  -- of what the asking browser holds
  handle_hash varchar(64) not null constraint one_time_code_handle_key unique,
  -- of handle and digits together: without the handle nobody can try the digits out
  code_hash varchar(64) not null,
  kind varchar(20) not null,
  address varchar(254) not null,
  language varchar(8) not null,
  visitor varchar(80) not null,
  customer_id bigint constraint one_time_code_customer_fk references customer,
  interaction_id bigint constraint one_time_code_interaction_fk references interaction,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  tries integer not null,
  questions integer not null,
  proved_at timestamp(6) with time zone,
  used_at timestamp(6) with time zone,
  version integer not null
);
create index one_time_code_address_idx on one_time_code (address, id desc);
create index one_time_code_customer_idx on one_time_code (customer_id);
create index one_time_code_created_idx on one_time_code (created_at);

-- How many codes were asked for within an hour or a day, of each limit.
create table code_count (
  limited varchar(300) not null,
  since timestamp(6) with time zone not null,
  counted integer not null,
  constraint code_count_pk primary key (limited, since)
);
create index code_count_since_idx on code_count (since);

create sequence portal_session_seq increment by 50;
create table portal_session (
  id bigint not null constraint portal_session_pk primary key,
  token_hash varchar(64) not null constraint portal_session_token_key unique,
  kind varchar(20) not null,
  customer_id bigint constraint portal_session_customer_fk references customer,
  -- of the area company, which comes later
  company_user_id bigint,
  way varchar(20) not null,
  device varchar(120) not null,
  visitor varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null
);
create index portal_session_customer_idx on portal_session (customer_id, id desc);
create index portal_session_company_idx on portal_session (company_user_id, id desc);
create index portal_session_expires_idx on portal_session (expires_at);

-- How a conversation ends that did no more than bring a code.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'CODE', 'נשלח קוד חד־פעמי', 'A one-time code was sent', 909, false where not exists (select 1 from wrap_up_reason where code = 'CODE');
