-- What customers say of how they were served, and how many of them are asked.
create sequence survey_seq increment by 50;
create table survey (
  id bigint not null constraint survey_pk primary key,
  token_hash varchar(64) not null constraint survey_token_uq unique,
  occasion varchar(20) not null,
  occasion_id bigint not null,
  customer_id bigint not null constraint survey_customer_fk references customer,
  segment varchar(20) not null,
  channel varchar(20),
  language varchar(8) not null,
  asked_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  overall integer,
  expectations integer,
  ideal integer,
  remark varchar(2000),
  version integer not null,
  -- nobody is asked twice about one thing, whatever is closed twice
  constraint survey_occasion_uq unique (occasion, occasion_id)
);
create index survey_customer_idx on survey (customer_id, asked_at);
create index survey_timeline_idx on survey (customer_id, answered_at desc, id desc);
create index survey_asked_idx on survey (asked_at);
create index survey_answered_idx on survey (answered_at desc, id desc);

create sequence survey_plan_number_seq;
create table survey_plan (
  occasion varchar(20) not null constraint survey_plan_pk primary key,
  -- under which its changes are written down
  number bigint not null,
  percent integer not null,
  version integer not null
);
insert into survey_plan (occasion, number, percent, version) values ('CONVERSATION', nextval('survey_plan_number_seq'), 0, 0);
insert into survey_plan (occasion, number, percent, version) values ('CASE', nextval('survey_plan_number_seq'), 0, 0);
insert into survey_plan (occasion, number, percent, version) values ('VISIT', nextval('survey_plan_number_seq'), 0, 0);

insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'SURVEY', 'נשלח סקר שביעות רצון', 'Asked how it was', 911, false where not exists (select 1 from wrap_up_reason where code = 'SURVEY');
