-- What the organisation owes a customer by contract, what of it is left, and what he owns.
create table agreement_level (
  id bigint not null constraint agreement_level_pk primary key,
  code varchar(40) not null constraint agreement_level_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  -- whose hours count; null: those of where the customer turned to
  calendar_code varchar(40),
  answer_minutes integer,
  repair_minutes integer,
  active boolean not null default true,
  version integer not null default 0,
  constraint agreement_level_minutes_ck check (answer_minutes > 0 and repair_minutes > 0)
);
create sequence agreement_level_seq increment by 50;

create table agreement_template (
  id bigint not null constraint agreement_template_pk primary key,
  code varchar(40) not null constraint agreement_template_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  kind varchar(20) not null,
  level_id bigint constraint agreement_template_level_fk references agreement_level,
  -- null: until it is ended
  months integer constraint agreement_template_months_ck check (months between 1 and 600),
  price_list varchar(40),
  active boolean not null default true,
  version integer not null default 0
);
create sequence agreement_template_seq increment by 50;
create index agreement_template_level_idx on agreement_template (level_id);

create table agreement_template_entitlement (
  template_id bigint not null constraint agreement_template_entitlement_template_fk references agreement_template,
  kind varchar(20) not null,
  period varchar(10) not null,
  quantity integer not null constraint agreement_template_entitlement_quantity_ck check (quantity > 0),
  constraint agreement_template_entitlement_pk primary key (template_id, kind)
);

create table agreement (
  id bigint not null constraint agreement_pk primary key,
  number varchar(40) not null constraint agreement_number_key unique,
  customer_id bigint not null constraint agreement_customer_fk references customer,
  kind varchar(20) not null,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  template_id bigint constraint agreement_template_fk references agreement_template,
  level_id bigint constraint agreement_level_fk references agreement_level,
  valid_from date not null,
  -- the last day; null: until it is ended
  valid_until date,
  price_list varchar(40),
  created_at timestamp(6) with time zone not null,
  version integer not null default 0,
  constraint agreement_dates_ck check (valid_until >= valid_from)
);
create sequence agreement_seq increment by 50;
create index agreement_customer_idx on agreement (customer_id, created_at desc, id desc);
create index agreement_template_idx on agreement (template_id);
create index agreement_level_idx on agreement (level_id);

create table entitlement (
  id bigint not null constraint entitlement_pk primary key,
  agreement_id bigint not null constraint entitlement_agreement_fk references agreement,
  kind varchar(20) not null,
  period varchar(10) not null,
  quantity integer not null,
  used integer not null default 0,
  period_from date not null,
  -- the first day of the next period; null: there is none
  period_until date,
  constraint entitlement_key unique (agreement_id, kind),
  constraint entitlement_used_ck check (used between 0 and quantity)
);
create sequence entitlement_seq increment by 50;

-- Every use, and whether it was given back.
create table entitlement_use (
  id bigint not null constraint entitlement_use_pk primary key,
  entitlement_id bigint not null constraint entitlement_use_entitlement_fk references entitlement,
  amount integer not null constraint entitlement_use_amount_ck check (amount > 0),
  reference varchar(80),
  note varchar(200),
  used_by varchar(80) not null,
  used_at timestamp(6) with time zone not null,
  used_on date not null,
  given_back_by varchar(80),
  given_back_at timestamp(6) with time zone,
  constraint entitlement_use_key unique (entitlement_id, reference)
);
create sequence entitlement_use_seq increment by 50;

create table owned_product (
  id bigint not null constraint owned_product_pk primary key,
  customer_id bigint not null constraint owned_product_customer_fk references customer,
  agreement_id bigint constraint owned_product_agreement_fk references agreement,
  sku varchar(40) not null,
  name varchar(200) not null,
  serial varchar(80),
  bought_on date,
  -- the last day
  warranty_until date,
  manual varchar(500),
  created_at timestamp(6) with time zone not null,
  -- since when he has it no more
  gone_on date,
  version integer not null default 0,
  constraint owned_product_serial_key unique (sku, serial)
);
create sequence owned_product_seq increment by 50;
create index owned_product_customer_idx on owned_product (customer_id, created_at desc, id desc);
create index owned_product_agreement_idx on owned_product (agreement_id);
