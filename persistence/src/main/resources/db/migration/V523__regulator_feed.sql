-- Complaints as a regulator publishes them: files that were brought in, what was counted in them, and the complaints themselves.
create sequence regulator_feed_seq increment by 50;
create table regulator_feed (
  id bigint not null constraint regulator_feed_pk primary key,
  source varchar(40) not null,
  file_name varchar(200) not null,
  complaints integer not null,
  added integer not null,
  imported_by varchar(80) not null,
  imported_at timestamp(6) with time zone not null
);
create table regulator_count (
  feed_id bigint not null constraint regulator_count_feed_fk references regulator_feed,
  dimension varchar(12) not null,
  name varchar(200) not null,
  complaints integer not null,
  constraint regulator_count_pk primary key (feed_id, dimension, name)
);
create sequence regulator_complaint_seq increment by 50;
create table regulator_complaint (
  id bigint not null constraint regulator_complaint_pk primary key,
  feed_id bigint not null constraint regulator_complaint_feed_fk references regulator_feed,
  source varchar(40) not null,
  external_id varchar(40) not null,
  received_on date not null,
  product varchar(200) not null,
  sub_product varchar(200) not null,
  issue varchar(200) not null,
  sub_issue varchar(200) not null,
  narrative varchar(10000) not null,
  public_response varchar(500) not null,
  company varchar(200) not null,
  state varchar(40) not null,
  zip_code varchar(20) not null,
  tags varchar(200) not null,
  consent varchar(60) not null,
  channel varchar(60) not null,
  sent_on date,
  company_response varchar(200) not null,
  timely varchar(20) not null,
  disputed varchar(20) not null,
  constraint regulator_complaint_key unique (source, external_id)
);
create index regulator_complaint_feed_idx on regulator_complaint (feed_id, id);
