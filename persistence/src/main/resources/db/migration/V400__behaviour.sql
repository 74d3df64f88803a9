-- What customers bought within a year, summed from their purchases and kept apart from what other systems say of them.
create table customer_behaviour (
  customer_id bigint not null constraint customer_behaviour_customer_fk references customer,
  last_bought_at timestamp(6) with time zone not null,
  purchases integer not null,
  shekels bigint not null,
  summed_at timestamp(6) with time zone not null,
  constraint customer_behaviour_pk primary key (customer_id)
);

-- The way of changed segment rules, or of the night, through all customers: from one id to the next, resumed where it stopped.
create sequence segment_pass_seq increment by 50;
create table segment_pass (
  id bigint not null constraint segment_pass_pk primary key,
  cause varchar(8) not null,
  rules_version integer not null,
  state varchar(10) not null,
  begun_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  last_customer_id bigint not null,
  highest_customer_id bigint not null,
  seen bigint not null,
  changed bigint not null,
  version integer not null default 0
);
create index segment_pass_state_idx on segment_pass (state, id);
