-- Business calendars: every change is a version, one version of a calendar is in force.
create sequence business_calendar_seq increment by 50;
create table business_calendar (
  id bigint not null constraint business_calendar_pk primary key,
  code varchar(40) not null,
  version integer not null,
  -- the code while in force, else null
  current_code varchar(40) constraint business_calendar_current_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  content text not null,
  note varchar(500) not null,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  constraint business_calendar_key unique (code, version)
);
alter table channel_account add column calendar_code varchar(40);
alter table work_queue add column calendar_code varchar(40);


-- What is known of customers beside their cards, for the segment rules. A fact nobody knows has no row.
create table customer_fact (
  customer_id bigint not null constraint customer_fact_customer_fk references customer,
  fact varchar(20) not null,
  number bigint not null,
  constraint customer_fact_pk primary key (customer_id, fact)
);
-- What happened lately, for trying rules against it.
create index interaction_opened_idx on interaction (opened_at, id);
