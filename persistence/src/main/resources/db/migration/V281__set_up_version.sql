-- What an administrator or a supervisor changed in how the organisation is set up: every change of a thing has its number, and
-- what the thing was from then on where it can be put back. Apart from the audit, which grows with everything that people do.
create sequence set_up_version_seq increment by 50;
create table set_up_version (
  id bigint not null constraint set_up_version_pk primary key,
  subject varchar(40) not null,
  subject_id bigint not null,
  number integer not null,
  action varchar(60) not null,
  detail varchar(500),
  -- JSON of the thing, or nothing where the detail says it all
  content text,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  constraint set_up_version_key unique (subject, subject_id, number)
);
insert into set_up_version (id, subject, subject_id, number, action, detail, made_by, made_at)
  select id, subject, subject_id, row_number() over (partition by subject, subject_id order by id), action, detail, actor, at from audit_entry
  where subject in ('rule-version', 'channel-account', 'work-queue', 'team', 'skill', 'business-calendar', 'queue')
    or subject = 'agent' and action in ('agent.moved', 'agent.capacity', 'agent.skill-level');
-- above every id that was taken over
alter sequence set_up_version_seq restart with 1000000000;
