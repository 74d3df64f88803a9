-- What happened to each wait: one row a contact and line. For explanations and reports; the wall does not read history from it.
create sequence line_record_seq increment by 50;
create table line_record (
  id bigint not null constraint line_record_pk primary key,
  work_item_id bigint not null,
  interaction_id bigint,
  queue_id bigint not null,
  channel varchar(20) not null,
  segment varchar(20) not null,
  target_seconds integer not null,
  waiting_since timestamp(6) with time zone not null,
  entered_at timestamp(6) with time zone not null,
  served_at timestamp(6) with time zone,
  abandoned_at timestamp(6) with time zone,
  moved_at timestamp(6) with time zone,
  agent_id bigint,
  finished_at timestamp(6) with time zone,
  in_time boolean,
  waits boolean not null,
  version integer not null default 0
);
create index line_record_item_idx on line_record (work_item_id, id);

-- Counted by quarter of an hour: events lie in the quarter in which they happened, so a quarter that is over never changes.
create table line_count (
  quarter timestamp(6) with time zone not null,
  queue_id bigint not null,
  channel varchar(20) not null,
  segment varchar(20) not null,
  offered bigint not null,
  moved bigint not null,
  answered bigint not null,
  answered_in_time bigint not null,
  abandoned bigint not null,
  abandoned_in_time bigint not null,
  short_abandons bigint not null,
  wait_of_answered bigint not null,
  wait_of_abandoned bigint not null,
  finished bigint not null,
  handling bigint not null,
  constraint line_count_pk primary key (quarter, queue_id, channel, segment)
);

-- What each transaction adds to the counts: written and never updated, so no two of them wait for one row. Folded every few seconds.
create sequence line_increment_seq increment by 50;
create table line_increment (
  id bigint not null constraint line_increment_pk primary key,
  quarter timestamp(6) with time zone not null,
  queue_id bigint not null,
  channel varchar(20) not null,
  segment varchar(20) not null,
  offered bigint not null,
  moved bigint not null,
  answered bigint not null,
  answered_in_time bigint not null,
  abandoned bigint not null,
  abandoned_in_time bigint not null,
  short_abandons bigint not null,
  wait_of_answered bigint not null,
  wait_of_abandoned bigint not null,
  finished bigint not null,
  handling bigint not null
);

-- How many wait, without counting the line.
create table line_level (
  queue_id bigint not null,
  channel varchar(20) not null,
  waiting bigint not null,
  constraint line_level_pk primary key (queue_id, channel)
);

-- Who holds this row folds.
create table line_fold (
  id integer not null constraint line_fold_pk primary key
);
insert into line_fold (id) values (1);

-- How many of a hundred contacts a supervisor wants in time. A queue without a row has the default. Formula, targets and limits are rules.
create table queue_goal (
  queue_id bigint not null constraint queue_goal_pk primary key,
  goal_percent integer not null constraint queue_goal_ck check (goal_percent between 1 and 100)
);

-- A supervisor wants to hear a call: the wish, and when it ended. The exchange is told by an event.
create sequence listen_in_seq increment by 50;
create table listen_in (
  id bigint not null constraint listen_in_pk primary key,
  work_item_id bigint not null,
  supervisor_id bigint not null,
  asked_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index listen_in_item_idx on listen_in (work_item_id, id);
