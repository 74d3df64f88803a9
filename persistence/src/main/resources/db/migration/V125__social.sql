-- A file that a provider keeps for us until we fetch it: the message is there at once, the file when the provider gives it.
create sequence awaited_file_seq increment by 50;
create table awaited_file (
  id bigint not null constraint awaited_file_pk primary key,
  message_id bigint not null constraint awaited_file_message_fk references message,
  interaction_id bigint not null,
  account_id bigint not null constraint awaited_file_account_fk references channel_account,
  reference varchar(2000) not null,
  file_name varchar(254) not null,
  content_type varchar(120) not null,
  state varchar(12) not null,
  attempts int not null default 0,
  next_attempt_at timestamp(6) with time zone not null,
  give_up_at timestamp(6) with time zone not null,
  failure varchar(500)
);
create index awaited_file_due_idx on awaited_file (state, next_attempt_at);
create index awaited_file_message_idx on awaited_file (message_id);

-- Texts a provider has approved for writing to a customer who has not written lately.
create sequence message_template_seq increment by 50;
create table message_template (
  id bigint not null constraint message_template_pk primary key,
  account_id bigint not null constraint message_template_account_fk references channel_account,
  name varchar(512) not null,
  language varchar(20) not null,
  text varchar(1024) not null,
  enabled boolean not null default true,
  constraint message_template_name_uk unique (account_id, name, language)
);

-- Which template a message of ours is, and what stands in its places.
create table template_use (
  message_id bigint not null constraint template_use_pk primary key constraint template_use_message_fk references message,
  template_id bigint not null constraint template_use_template_fk references message_template,
  parameters varchar(8000) not null
);
