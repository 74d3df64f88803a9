-- What a caller is asked by a menu, and how he answers with keys.
alter table telephony_command add column most_digits integer;
alter table telephony_command add column terminator varchar(1);
alter table telephony_command add column wait_seconds integer;
alter table telephony_command add column barge_in boolean;
alter table telephony_command add column secret boolean;
alter table telephony_command alter column announcement set data type varchar(1000);

-- The editions of the telephone menus: a draft, the one in force, those before it.
create sequence menu_edition_seq increment by 50;
create table menu_edition (
  id bigint not null constraint menu_edition_pk primary key,
  flow varchar(40) not null,
  version integer not null,
  state varchar(8) not null,
  active_flow varchar(40) constraint menu_edition_active unique,
  content text not null,
  note varchar(500) not null,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  based_on integer not null,
  activated_by varchar(80),
  activated_at timestamp(6) with time zone,
  revision integer not null default 0,
  constraint menu_edition_version unique (flow, version)
);

-- Where each caller is in his menu.
create sequence menu_walk_seq increment by 50;
create table menu_walk (
  id bigint not null constraint menu_walk_pk primary key,
  call_id bigint not null constraint menu_walk_call unique constraint menu_walk_call_fk references phone_call,
  interaction_id bigint not null constraint menu_walk_interaction_fk references interaction,
  flow varchar(40) not null,
  edition_id bigint not null constraint menu_walk_edition_fk references menu_edition,
  node varchar(40) not null,
  awaits varchar(10) not null,
  prompt_id bigint,
  language varchar(2) not null,
  claimed_id bigint constraint menu_walk_claimed_fk references customer,
  code_handle varchar(80),
  customer_id bigint constraint menu_walk_customer_fk references customer,
  tries integer not null,
  misses integer not null,
  answers integer not null,
  outcome varchar(10),
  begun_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index menu_walk_begun_idx on menu_walk (flow, begun_at);
create index menu_walk_interaction_idx on menu_walk (interaction_id);

-- Links to pay that callers asked for, until they are sent.
create table menu_pay_link (
  payment_id bigint not null constraint menu_pay_link_pk primary key constraint menu_pay_link_payment_fk references payment,
  order_id bigint not null constraint menu_pay_link_order_fk references sale_order,
  walk_id bigint not null constraint menu_pay_link_walk_fk references menu_walk,
  sent_at timestamp(6) with time zone
);
create index menu_pay_link_order_idx on menu_pay_link (order_id);
