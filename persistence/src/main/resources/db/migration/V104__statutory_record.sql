-- Evidence of the clocks of the law. Numbers that applied are kept with each; nothing begins one anew.
create sequence statutory_record_seq increment by 50;
create table statutory_record (
  id bigint not null constraint statutory_record_pk primary key,
  kind varchar(10) not null,
  interaction_id bigint not null,
  queue_id bigint not null,
  policy_version integer not null,
  subject varchar(40),
  started_at timestamp(6) with time zone not null,
  limit_seconds bigint,
  deadline timestamp(6) with time zone,
  announcement_due timestamp(6) with time zone,
  announced_at timestamp(6) with time zone,
  told_at timestamp(6) with time zone,
  told_place integer,
  told_minutes bigint,
  answered_at timestamp(6) with time zone,
  agent_id bigint,
  ended_at timestamp(6) with time zone,
  ended_how varchar(12),
  running boolean not null,
  breach_told boolean not null default false,
  version integer not null default 0
);
create index statutory_record_interaction_idx on statutory_record (interaction_id, id);
create index statutory_record_running_idx on statutory_record (running, deadline);
create index statutory_record_told_idx on statutory_record (running, kind, told_at);
create index statutory_record_started_idx on statutory_record (started_at, id);
create index statutory_record_deadline_idx on statutory_record (deadline, id);
