-- What waiting customers were told, and what came of it.
create sequence wait_forecast_seq increment by 50;
create table wait_forecast (
  id bigint not null constraint wait_forecast_pk primary key,
  work_item_id bigint not null,
  queue_id bigint not null,
  channel varchar(20) not null,
  made_at timestamp(6) with time zone not null,
  before_count bigint not null,
  expected_millis bigint,
  ended_at timestamp(6) with time zone,
  served boolean,
  error_millis bigint
);
create index wait_forecast_item_idx on wait_forecast (work_item_id, id);
create index wait_forecast_made_idx on wait_forecast (made_at);
