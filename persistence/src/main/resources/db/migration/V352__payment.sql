-- Payments by a provider's hosted page. No card number is ever here: the provider's ids and what it says of the outcome.
create sequence payment_account_seq increment by 50;
create table payment_account (
  id bigint not null constraint payment_account_pk primary key,
  code varchar(40) not null constraint payment_account_code_key unique,
  driver varchar(20) not null,
  base_url varchar(200),
  return_url varchar(200) not null,
  enabled boolean not null,
  version integer not null default 0
);
create sequence payment_seq increment by 50;
create table payment (
  id bigint not null constraint payment_pk primary key,
  token varchar(26) not null constraint payment_token_key unique,
  order_id bigint not null constraint payment_order_fk references sale_order,
  customer_id bigint not null constraint payment_customer_fk references customer,
  method varchar(10) not null,
  account varchar(40),
  instalment_id bigint constraint payment_instalment_fk references instalment,
  amount_minor bigint not null,
  refunded_minor bigint not null default 0,
  currency varchar(3) not null,
  language varchar(2) not null,
  state varchar(10) not null,
  provider_session varchar(200),
  provider_payment varchar(200),
  link varchar(2000),
  link_sent_at timestamp(6) with time zone,
  attention varchar(40),
  declined_at timestamp(6) with time zone,
  attempts integer not null default 0,
  next_attempt_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,
  failure varchar(500),
  expires_at timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  settled_at timestamp(6) with time zone,
  asked_by varchar(80) not null,
  version integer not null default 0
);
create index payment_order_idx on payment (order_id);
create index payment_customer_idx on payment (customer_id, created_at desc, id desc);
create index payment_due_idx on payment (state, next_attempt_at);
create sequence refund_seq increment by 50;
create table refund (
  id bigint not null constraint refund_pk primary key,
  token varchar(26) not null constraint refund_token_key unique,
  payment_id bigint not null constraint refund_payment_fk references payment,
  customer_id bigint not null constraint refund_customer_fk references customer,
  amount_minor bigint not null,
  currency varchar(3) not null,
  reason varchar(200),
  state varchar(10) not null,
  provider_refund varchar(200),
  attempts integer not null default 0,
  next_attempt_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,
  failure varchar(500),
  created_at timestamp(6) with time zone not null,
  settled_at timestamp(6) with time zone,
  asked_by varchar(80) not null,
  version integer not null default 0
);
create index refund_payment_idx on refund (payment_id);
create index refund_customer_idx on refund (customer_id, created_at desc, id desc);
create index refund_due_idx on refund (state, next_attempt_at);
-- What providers told, once each.
create table payment_notice (
  account varchar(40) not null,
  event_id varchar(200) not null,
  payment_id bigint constraint payment_notice_payment_fk references payment,
  kind varchar(20) not null,
  outcome varchar(20) not null,
  told_at timestamp(6) with time zone not null,
  constraint payment_notice_pk primary key (account, event_id)
);
