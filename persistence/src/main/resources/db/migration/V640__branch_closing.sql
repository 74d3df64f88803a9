-- What differs at a branch from the hours of its calendar, how each of its days ends, and who is whose relationship banker.

create sequence branch_special_day_seq increment by 50;
create table branch_special_day (
  id bigint not null constraint branch_special_day_pk primary key,
  branch_id bigint not null constraint branch_special_day_branch_fk references branch,
  falls_on date not null,
  -- as calendars write them; empty: closed
  hours varchar(80) not null,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  version integer not null default 0,
  constraint branch_special_day_key unique (branch_id, falls_on)
);

-- One row for each day of a branch whose end came near. Whoever decides something about it locks the row.
create sequence branch_closing_seq increment by 50;
create table branch_closing (
  id bigint not null constraint branch_closing_pk primary key,
  branch_id bigint not null constraint branch_closing_branch_fk references branch,
  falls_on date not null,
  -- null: it has no hour at which it closes
  closes_at timestamp(6) with time zone,
  warned_at timestamp(6) with time zone,
  stopped_at timestamp(6) with time zone,
  stopped_by varchar(80),
  -- a person let people in again; the clock does not decide against him
  resumed_at timestamp(6) with time zone,
  -- from then on who still waits is sent home
  sends_home_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  ended_by varchar(80),
  version integer not null default 0,
  constraint branch_closing_key unique (branch_id, falls_on)
);
create index branch_closing_ended_idx on branch_closing (ended_at, falls_on);

create sequence relationship_banker_seq increment by 50;
create table relationship_banker (
  id bigint not null constraint relationship_banker_pk primary key,
  customer_id bigint not null constraint relationship_banker_customer_key unique constraint relationship_banker_customer_fk references customer,
  banker_id bigint not null constraint relationship_banker_user_fk references staff_user,
  named_by varchar(80) not null,
  named_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create index relationship_banker_user_idx on relationship_banker (banker_id);

-- visits of the last days at all branches
create index arrival_on_idx on arrival (arrived_on, id);
