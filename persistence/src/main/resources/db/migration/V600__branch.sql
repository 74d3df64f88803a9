-- Branches: who comes to a counter waits in the one line, as a contact on the channel BRANCH. Here is what such a contact has
-- beside it: the place, the counter, the reason, the number he was given, and what was booked before.

create sequence branch_seq increment by 50;
create table branch (
  id bigint not null constraint branch_pk primary key,
  code varchar(40) not null constraint branch_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  address varchar(200) not null,
  locality varchar(40) not null constraint branch_locality_fk references locality,
  latitude double precision not null,
  longitude double precision not null,
  phone varchar(40),
  -- null: the organisation's
  calendar_code varchar(40),
  team_id bigint not null constraint branch_team_key unique constraint branch_team_fk references team,
  queue_id bigint not null constraint branch_queue_key unique constraint branch_queue_fk references work_queue,
  account_id bigint not null constraint branch_account_key unique constraint branch_account_fk references channel_account,
  -- in slack time its clerks are offered written contacts too
  serves_texts boolean not null,
  active boolean not null,
  version integer not null default 0
);
-- Whom it is for. Nobody is refused; who belongs elsewhere is told where.
create table branch_segment (
  branch_id bigint not null constraint branch_segment_branch_fk references branch,
  segment varchar(20) not null,
  constraint branch_segment_pk primary key (branch_id, segment)
);

create sequence branch_counter_seq increment by 50;
create table branch_counter (
  id bigint not null constraint branch_counter_pk primary key,
  branch_id bigint not null constraint branch_counter_branch_fk references branch,
  number integer not null,
  counter_group varchar(40) not null,
  clerk_id bigint constraint branch_counter_clerk_key unique constraint branch_counter_clerk_fk references staff_user,
  since timestamp(6) with time zone,
  active boolean not null,
  version integer not null default 0,
  constraint branch_counter_number_key unique (branch_id, number)
);

-- Why somebody comes; without a branch: at every branch.
create sequence visit_reason_seq increment by 50;
create table visit_reason (
  id bigint not null constraint visit_reason_pk primary key,
  code varchar(40) not null constraint visit_reason_code_key unique,
  branch_id bigint constraint visit_reason_branch_fk references branch,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  -- a subject that its clerk should know, or null
  skill varchar(40),
  letter varchar(1) not null,
  minutes integer not null,
  place integer not null,
  active boolean not null,
  version integer not null default 0
);

-- Whoever gives a number locks its row first: numbers of a day and letter follow each other, and none is given twice.
create table ticket_row (
  branch_id bigint not null constraint ticket_row_branch_fk references branch,
  given_on date not null,
  letter varchar(1) not null,
  last_number integer not null,
  constraint ticket_row_pk primary key (branch_id, given_on, letter)
);

create sequence appointment_seq increment by 50;
create table appointment (
  id bigint not null constraint appointment_pk primary key,
  branch_id bigint not null constraint appointment_branch_fk references branch,
  reason_id bigint not null constraint appointment_reason_fk references visit_reason,
  customer_id bigint not null constraint appointment_customer_fk references customer,
  starts_at timestamp(6) with time zone not null,
  minutes integer not null,
  code varchar(12) not null constraint appointment_code_key unique,
  state varchar(20) not null,
  booked_on varchar(20) not null,
  booked_by varchar(80) not null,
  booked_at timestamp(6) with time zone not null,
  reminded_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index appointment_branch_idx on appointment (branch_id, starts_at, id);
create index appointment_customer_idx on appointment (customer_id, starts_at, id);
create index appointment_state_idx on appointment (state, starts_at, id);

-- How many can be booked for a reason within an hour of a day of the week (1 is Monday).
create sequence appointment_capacity_seq increment by 50;
create table appointment_capacity (
  id bigint not null constraint appointment_capacity_pk primary key,
  branch_id bigint not null constraint appointment_capacity_branch_fk references branch,
  reason_id bigint not null constraint appointment_capacity_reason_fk references visit_reason,
  weekday integer not null,
  from_hour integer not null,
  places integer not null,
  version integer not null default 0,
  constraint appointment_capacity_key unique (branch_id, reason_id, weekday, from_hour)
);

create sequence arrival_seq increment by 50;
create table arrival (
  id bigint not null constraint arrival_pk primary key,
  branch_id bigint not null constraint arrival_branch_fk references branch,
  arrived_on date not null,
  -- null: he was shown another branch before he took a number
  number varchar(10),
  customer_id bigint constraint arrival_customer_fk references customer,
  telephone varchar(40),
  reason_id bigint not null constraint arrival_reason_fk references visit_reason,
  appointment_id bigint constraint arrival_appointment_fk references appointment,
  -- null until he is at the door
  interaction_id bigint constraint arrival_interaction_key unique constraint arrival_interaction_fk references interaction,
  how varchar(20) not null,
  state varchar(20) not null,
  -- he took his number: at the door, or at home
  taken_at timestamp(6) with time zone not null,
  expected_at timestamp(6) with time zone,
  -- at the door
  arrived_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone,
  counter_id bigint constraint arrival_counter_fk references branch_counter,
  called_at timestamp(6) with time zone,
  calls integer not null,
  served_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  -- served although another branch is for customers of his type
  exceptional boolean not null,
  redirected_to bigint constraint arrival_redirected_fk references branch,
  -- of the device that checked him in; the same key is the same visit
  client_key varchar(64),
  version integer not null default 0,
  constraint arrival_number_key unique (branch_id, arrived_on, number),
  constraint arrival_client_key unique (branch_id, client_key)
);
create index arrival_state_idx on arrival (state, branch_id, expected_at);
create index arrival_day_idx on arrival (branch_id, arrived_on, id);
create index arrival_customer_idx on arrival (customer_id, id);
create index arrival_counter_idx on arrival (counter_id, state);

-- What happened to each visit. Rows are added, never changed.
create sequence arrival_event_seq increment by 50;
create table arrival_event (
  id bigint not null constraint arrival_event_pk primary key,
  arrival_id bigint not null constraint arrival_event_arrival_fk references arrival,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  detail varchar(200)
);
create index arrival_event_arrival_idx on arrival_event (arrival_id, id);

-- How a visit ends that nobody served.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'LEFT_BRANCH', 'עזב את הסניף לפני שקיבל שירות', 'Left the branch before being served', 905, false where not exists (select 1 from wrap_up_reason where code = 'LEFT_BRANCH');
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'NO_SHOW', 'לא הגיע לדלפק כשנקרא', 'Did not come to the counter when called', 906, false where not exists (select 1 from wrap_up_reason where code = 'NO_SHOW');
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'REDIRECTED', 'הלך לסניף אחר', 'Went to another branch', 907, false where not exists (select 1 from wrap_up_reason where code = 'REDIRECTED');
