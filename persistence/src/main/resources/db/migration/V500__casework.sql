-- What customers want, whoever deals with it and on whatever channels, until it is solved and closed.
create sequence service_case_seq increment by 50;
create sequence service_case_number_seq start with 100001;
create table service_case (
  id bigint not null constraint service_case_pk primary key,
  number varchar(20) not null constraint service_case_number_key unique,
  kind varchar(20) not null,
  customer_id bigint not null constraint service_case_customer_fk references customer,
  sku varchar(40),
  owned_product_id bigint constraint service_case_product_fk references owned_product,
  severity varchar(10) not null,
  subject varchar(200) not null,
  description varchar(4000) not null,
  state varchar(20) not null,
  -- not solved yet
  live boolean not null,
  owner_id bigint constraint service_case_owner_fk references staff_user,
  team_id bigint not null constraint service_case_team_fk references team,
  -- by which times it is measured, and who says so
  agreement_id bigint constraint service_case_agreement_fk references agreement,
  level_source varchar(10) not null,
  first_minutes integer,
  next_minutes integer,
  solve_minutes integer,
  calendar_code varchar(40) not null,
  stale boolean not null default false,
  parent_id bigint constraint service_case_parent_fk references service_case,
  problem boolean not null,
  problem_id bigint constraint service_case_problem_fk references service_case,
  merged_into_id bigint constraint service_case_merged_fk references service_case,
  state_before_merge varchar(20),
  cause varchar(20),
  opened_by varchar(80) not null,
  opened_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  first_answered_at timestamp(6) with time zone,
  first_solved_at timestamp(6) with time zone,
  solved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  -- of the clock that is due next; the end of time when none runs
  due_at timestamp(6) with time zone not null,
  due_metric varchar(20),
  breached boolean not null,
  -- when the clock watch looks at it next
  watch_at timestamp(6) with time zone,
  version integer not null default 0
);
create index service_case_customer_idx on service_case (customer_id, opened_at desc, id desc);
create index service_case_customer_live_idx on service_case (customer_id, live, due_at, id);
create index service_case_owner_live_idx on service_case (owner_id, live, due_at, id);
create index service_case_owner_idx on service_case (owner_id, live, opened_at desc, id desc);
create index service_case_team_live_idx on service_case (team_id, live, due_at, id);
create index service_case_team_idx on service_case (team_id, live, opened_at desc, id desc);
create index service_case_live_idx on service_case (live, due_at, id);
create index service_case_idx on service_case (live, opened_at desc, id desc);
create index service_case_watch_idx on service_case (watch_at, id);
create index service_case_parent_idx on service_case (parent_id);
create index service_case_problem_idx on service_case (problem_id);

create table case_watcher (
  case_id bigint not null constraint case_watcher_case_fk references service_case,
  user_id bigint not null constraint case_watcher_user_fk references staff_user,
  constraint case_watcher_pk primary key (case_id, user_id)
);
create index case_watcher_user_idx on case_watcher (user_id);

-- One run of a clock. Its columns repeat what its log says.
create sequence sla_clock_seq increment by 50;
create table sla_clock (
  id bigint not null constraint sla_clock_pk primary key,
  case_id bigint not null constraint sla_clock_case_fk references service_case,
  metric varchar(20) not null,
  run integer not null,
  status varchar(10) not null,
  started_at timestamp(6) with time zone not null,
  target_seconds bigint not null,
  calendar_code varchar(40) not null,
  counted_seconds bigint not null,
  running_since timestamp(6) with time zone,
  due_at timestamp(6) with time zone,
  watch_at timestamp(6) with time zone,
  warned integer not null,
  breached_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  constraint sla_clock_run_key unique (case_id, metric, run)
);

-- What happened to each clock. Rows are added, never changed.
create sequence sla_event_seq increment by 50;
create table sla_event (
  id bigint not null constraint sla_event_pk primary key,
  clock_id bigint not null constraint sla_event_clock_fk references sla_clock,
  position integer not null,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  target_seconds bigint,
  calendar_code varchar(40),
  warned_percent integer,
  carried_seconds bigint,
  merge_id bigint,
  constraint sla_event_position_key unique (clock_id, position)
);

-- How fast cases are answered and solved where no contract says so.
create sequence service_level_seq increment by 50;
create table service_level (
  id bigint not null constraint service_level_pk primary key,
  team_id bigint constraint service_level_team_fk references team,
  severity varchar(10),
  first_minutes integer,
  next_minutes integer,
  solve_minutes integer,
  version integer not null default 0
);
insert into service_level (id, first_minutes, next_minutes, solve_minutes) values (nextval('service_level_seq'), 240, 240, 2700);
insert into service_level (id, severity, first_minutes, next_minutes, solve_minutes) values (nextval('service_level_seq'), 'HIGH', 60, 120, 1080);
insert into service_level (id, severity, first_minutes, next_minutes, solve_minutes) values (nextval('service_level_seq'), 'CRITICAL', 30, 60, 480);

-- What happened to each case. Rows are added, never changed.
create sequence case_event_seq increment by 50;
create table case_event (
  id bigint not null constraint case_event_pk primary key,
  case_id bigint not null constraint case_event_case_fk references service_case,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  detail varchar(500)
);
create index case_event_case_idx on case_event (case_id, at desc, id desc);

create sequence case_merge_seq increment by 50;
create table case_merge (
  id bigint not null constraint case_merge_pk primary key,
  kept_id bigint not null constraint case_merge_kept_fk references service_case,
  gone_id bigint not null constraint case_merge_gone_fk references service_case,
  merged_by varchar(80) not null,
  merged_at timestamp(6) with time zone not null,
  undone_by varchar(80),
  undone_at timestamp(6) with time zone
);
create index case_merge_kept_idx on case_merge (kept_id, id);

create sequence case_note_seq increment by 50;
create table case_note (
  id bigint not null constraint case_note_pk primary key,
  case_id bigint not null constraint case_note_case_fk references service_case,
  merge_id bigint,
  author_id bigint not null constraint case_note_author_fk references staff_user,
  at timestamp(6) with time zone not null,
  text varchar(4000) not null
);
create index case_note_case_idx on case_note (case_id, at desc, id desc);

-- To which case a message belongs; and the conversations in which a case is spoken of.
create table case_message (
  message_id bigint not null constraint case_message_pk primary key constraint case_message_message_fk references message,
  case_id bigint not null constraint case_message_case_fk references service_case,
  merge_id bigint
);
create index case_message_case_idx on case_message (case_id, message_id);
create sequence case_conversation_seq increment by 50;
create table case_conversation (
  id bigint not null constraint case_conversation_pk primary key,
  case_id bigint not null constraint case_conversation_case_fk references service_case,
  interaction_id bigint not null constraint case_conversation_interaction_fk references interaction,
  main boolean not null,
  merge_id bigint,
  constraint case_conversation_key unique (interaction_id, case_id)
);
create index case_conversation_case_idx on case_conversation (case_id, id);

-- Lists that somebody wants to see again.
create sequence case_filter_seq increment by 50;
create table case_filter (
  id bigint not null constraint case_filter_pk primary key,
  user_id bigint not null constraint case_filter_user_fk references staff_user,
  name varchar(60) not null,
  whose varchar(10) not null,
  phase varchar(20) not null,
  kind varchar(20),
  severity varchar(10),
  late_only boolean not null,
  constraint case_filter_name_key unique (user_id, name)
);
