-- Where each clerk sat last: what he is offered first when he comes to work. And whether it was told that he left his counter behind.

create table usual_counter (
  clerk_id bigint not null constraint usual_counter_pk primary key constraint usual_counter_clerk_fk references staff_user,
  counter_id bigint not null constraint usual_counter_counter_fk references branch_counter
);
create table left_counter (
  counter_id bigint not null constraint left_counter_pk primary key constraint left_counter_counter_fk references branch_counter,
  clerk_id bigint not null constraint left_counter_clerk_fk references staff_user,
  told_at timestamp(6) with time zone not null
);
create index left_counter_clerk_idx on left_counter (clerk_id);
