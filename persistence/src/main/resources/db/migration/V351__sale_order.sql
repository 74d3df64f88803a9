-- Orders: from a quote, reserved while they are paid, seen on the card at once.
create sequence sale_order_seq increment by 50;
create sequence sale_order_number_seq start with 100001 increment by 1;
create table sale_order (
  id bigint not null constraint sale_order_pk primary key,
  number varchar(20) constraint sale_order_number_key unique,
  customer_id bigint not null constraint sale_order_customer_fk references customer,
  state varchar(10) not null,
  settlement varchar(8) not null,
  quote_number varchar(40) constraint sale_order_quote_key unique,
  currency varchar(3) not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  paid_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  credited_minor bigint not null default 0,
  channel varchar(12),
  interaction_id bigint constraint sale_order_interaction_fk references interaction,
  agent_id bigint constraint sale_order_agent_fk references staff_user,
  placed_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  placed_at timestamp(6) with time zone,
  confirmed_at timestamp(6) with time zone,
  paid_at timestamp(6) with time zone,
  fulfilled_at timestamp(6) with time zone,
  cancelled_at timestamp(6) with time zone,
  cancel_reason varchar(200),
  pay_by timestamp(6) with time zone,
  attention varchar(40),
  version integer not null default 0
);
create index sale_order_customer_idx on sale_order (customer_id, created_at desc, id desc);
create index sale_order_pay_by_idx on sale_order (state, pay_by);
create index sale_order_draft_idx on sale_order (agent_id, state, customer_id);
create sequence sale_order_line_seq increment by 50;
create table sale_order_line (
  id bigint not null constraint sale_order_line_pk primary key,
  order_id bigint not null constraint sale_order_line_order_fk references sale_order,
  place integer not null,
  sku varchar(40) not null,
  name_he varchar(300) not null,
  name_en varchar(300) not null,
  quantity integer not null,
  returned integer not null default 0,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null
);
create index sale_order_line_order_idx on sale_order_line (order_id, place);

-- Business customers who may pay later.
create table credit_terms (
  customer_id bigint not null constraint credit_terms_pk primary key constraint credit_terms_customer_fk references customer,
  net_days integer not null,
  limit_minor bigint,
  currency varchar(3) not null,
  most_instalments integer not null,
  version integer not null default 0
);

create sequence instalment_seq increment by 50;
create table instalment (
  id bigint not null constraint instalment_pk primary key,
  order_id bigint not null constraint instalment_order_fk references sale_order,
  customer_id bigint not null constraint instalment_customer_fk references customer,
  place integer not null,
  due_on date not null,
  amount_minor bigint not null,
  paid_minor bigint not null default 0,
  constraint instalment_key unique (order_id, place)
);
create index instalment_customer_idx on instalment (customer_id, due_on desc, id desc);

-- Goods given back.
create sequence order_return_seq increment by 50;
create table order_return (
  id bigint not null constraint order_return_pk primary key,
  order_id bigint not null constraint order_return_order_fk references sale_order,
  customer_id bigint not null constraint order_return_customer_fk references customer,
  returned_at timestamp(6) with time zone not null,
  ground varchar(16) not null,
  reason varchar(500),
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  taken_by varchar(80) not null
);
create index order_return_order_idx on order_return (order_id);
create index order_return_customer_idx on order_return (customer_id, returned_at desc, id desc);
create table order_return_line (
  return_id bigint not null constraint order_return_line_return_fk references order_return,
  place integer not null,
  quantity integer not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  constraint order_return_line_pk primary key (return_id, place)
);
