-- Conversations: what customer and organisation said to each other on one channel.
create sequence wrap_up_reason_seq increment by 50;
create table wrap_up_reason (
  id bigint not null constraint wrap_up_reason_pk primary key,
  code varchar(40) not null constraint wrap_up_reason_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  position integer not null,
  active boolean not null default true
);

create sequence interaction_seq increment by 50;
create table interaction (
  id bigint not null constraint interaction_pk primary key,
  reference varchar(20) not null constraint interaction_reference_key unique,
  customer_id bigint not null constraint interaction_customer_fk references customer,
  identification varchar(20) not null,
  account_id bigint not null constraint interaction_account_fk references channel_account,
  channel varchar(20) not null,
  team_id bigint not null constraint interaction_team_fk references team,
  owner_id bigint constraint interaction_owner_fk references staff_user,
  subject varchar(500) not null,
  language varchar(2) not null,
  state varchar(10) not null,
  opened_at timestamp(6) with time zone not null,
  last_message_at timestamp(6) with time zone not null,
  waiting_since timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  wrap_up_reason_id bigint constraint interaction_wrap_up_fk references wrap_up_reason,
  wrap_up_note varchar(1000),
  reply_address varchar(254),
  last_line varchar(200) not null,
  messages integer not null default 0,
  unread integer not null default 0,
  related_id bigint,
  version integer not null default 0
);
create index interaction_customer_idx on interaction (customer_id, last_message_at, id);
create index interaction_owner_idx on interaction (owner_id, state, last_message_at, id);
create index interaction_team_idx on interaction (team_id, state, last_message_at, id);
create index interaction_state_idx on interaction (state, last_message_at, id);

create sequence message_seq increment by 50;
create table message (
  id bigint not null constraint message_pk primary key,
  interaction_id bigint not null constraint message_interaction_fk references interaction,
  position integer not null,
  direction varchar(8) not null,
  author varchar(254) not null,
  author_user_id bigint,
  at timestamp(6) with time zone not null,
  text text not null,
  quoted text,
  html text,
  external_id varchar(255),
  composition varchar(36) constraint message_composition_key unique,
  delivery varchar(12),
  notices varchar(200),
  inbound_id bigint,
  automatic boolean not null default false,
  constraint message_position_key unique (interaction_id, position)
);
create index message_external_idx on message (external_id);

create sequence internal_note_seq increment by 50;
create table internal_note (
  id bigint not null constraint internal_note_pk primary key,
  interaction_id bigint not null constraint internal_note_interaction_fk references interaction,
  after_position integer not null,
  author_user_id bigint not null constraint internal_note_author_fk references staff_user,
  at timestamp(6) with time zone not null,
  text text not null,
  composition varchar(36) constraint internal_note_composition_key unique
);
create index internal_note_interaction_idx on internal_note (interaction_id, id);

-- What happened to the conversation beside its messages: accepted, handed over, closed, reopened, bounced.
create sequence interaction_event_seq increment by 50;
create table interaction_event (
  id bigint not null constraint interaction_event_pk primary key,
  interaction_id bigint not null constraint interaction_event_interaction_fk references interaction,
  after_position integer not null,
  at timestamp(6) with time zone not null,
  kind varchar(20) not null,
  actor varchar(120) not null,
  detail varchar(1000)
);
create index interaction_event_interaction_idx on interaction_event (interaction_id, id);

-- One draft an agent and conversation, kept whatever happens to the conversation.
create sequence draft_seq increment by 50;
create table draft (
  id bigint not null constraint draft_pk primary key,
  interaction_id bigint not null constraint draft_interaction_fk references interaction,
  user_id bigint not null constraint draft_user_fk references staff_user,
  mode varchar(10) not null,
  text text not null,
  composition varchar(36) not null,
  updated_at timestamp(6) with time zone not null,
  constraint draft_key unique (interaction_id, user_id)
);

create sequence attachment_seq increment by 50;
create table attachment (
  id bigint not null constraint attachment_pk primary key,
  message_id bigint constraint attachment_message_fk references message,
  draft_id bigint constraint attachment_draft_fk references draft,
  file_name varchar(254) not null,
  content_type varchar(120) not null,
  size bigint not null,
  content_id varchar(254),
  shown_inline boolean not null default false,
  content payload not null
);
create index attachment_message_idx on attachment (message_id);
create index attachment_draft_idx on attachment (draft_id);

create table interaction_viewer (
  interaction_id bigint not null constraint interaction_viewer_interaction_fk references interaction,
  user_id bigint not null constraint interaction_viewer_user_fk references staff_user,
  seen_at timestamp(6) with time zone not null,
  typing boolean not null default false,
  constraint interaction_viewer_pk primary key (interaction_id, user_id)
);

create sequence quick_reply_seq increment by 50;
create table quick_reply (
  id bigint not null constraint quick_reply_pk primary key,
  shortcut varchar(40) not null,
  language varchar(2) not null,
  title varchar(120) not null,
  text varchar(4000) not null,
  constraint quick_reply_key unique (shortcut, language)
);

-- A visitor of the site's chat. Only the hash of his secret is kept.
create sequence chat_session_seq increment by 50;
create table chat_session (
  id bigint not null constraint chat_session_pk primary key,
  secret_hash varchar(64) not null constraint chat_session_secret_key unique,
  account_id bigint not null constraint chat_session_account_fk references channel_account,
  visitor_name varchar(120),
  visitor_email varchar(254),
  visitor_phone varchar(32),
  interaction_id bigint constraint chat_session_interaction_fk references interaction,
  language varchar(2) not null,
  started_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null
);
create index chat_session_interaction_idx on chat_session (interaction_id);
