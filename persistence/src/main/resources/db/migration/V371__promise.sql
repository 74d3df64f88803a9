-- What customers were promised, by whom, until when, and whether it was kept.
create sequence promise_seq increment by 50;
create table promise (
  id bigint not null constraint promise_pk primary key,
  customer_id bigint not null constraint promise_customer_fk references customer,
  interaction_id bigint constraint promise_interaction_fk references interaction,
  kind varchar(12) not null,
  text varchar(500) not null,
  state varchar(10) not null,
  -- still to be kept: open, or broken and not kept late
  pending boolean not null,
  owner_id bigint constraint promise_owner_fk references staff_user,
  team_id bigint not null constraint promise_team_fk references team,
  given_by varchar(80) not null,
  given_on varchar(20) not null,
  given_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  due_day date not null,
  -- what was asked for when the calendar moved it, and why it did
  wished_at timestamp(6) with time zone,
  moved varchar(12),
  calendar_code varchar(40) not null,
  remind_at timestamp(6) with time zone,
  escalate_at timestamp(6) with time zone not null,
  -- when the clock looks at it next
  watch_at timestamp(6) with time zone,
  broken_at timestamp(6) with time zone,
  -- the team whose count has it as broken
  broken_team_id bigint,
  ended_at timestamp(6) with time zone,
  ended_by varchar(80),
  proof varchar(10),
  ending varchar(200),
  version integer not null default 0
);
create index promise_customer_idx on promise (customer_id, given_at desc, id desc);
create index promise_pending_customer_idx on promise (customer_id, pending, due_at, id);
create index promise_pending_owner_idx on promise (owner_id, pending, due_at, id);
create index promise_pending_team_idx on promise (team_id, pending, due_at, id);
create index promise_pending_idx on promise (pending, due_at, id);
create index promise_day_idx on promise (team_id, due_day, id);
create index promise_broken_idx on promise (broken_team_id, due_day, id);
create index promise_watch_idx on promise (watch_at);
create index promise_interaction_idx on promise (interaction_id);

-- What happened to each. Rows are added, never changed.
create sequence promise_event_seq increment by 50;
create table promise_event (
  id bigint not null constraint promise_event_pk primary key,
  promise_id bigint not null constraint promise_event_promise_fk references promise,
  kind varchar(12) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  detail varchar(500)
);
create index promise_event_promise_idx on promise_event (promise_id, id);

-- Counted when it happens, by the day it was due on: nothing counts history.
create table promise_count (
  due_day date not null,
  team_id bigint not null constraint promise_count_team_fk references team,
  given bigint not null,
  kept bigint not null,
  broken bigint not null,
  kept_late bigint not null,
  cancelled bigint not null,
  constraint promise_count_pk primary key (due_day, team_id)
);
