-- What is sold, for how much and whether it is there.

-- Counts every change of products, prices, promotions and tax: the same number is the same answer to the same question.
create table catalog_edition (
  id integer not null constraint catalog_edition_pk primary key,
  number bigint not null
);
insert into catalog_edition (id, number) values (1, 1);

create sequence product_category_seq increment by 50;
create table product_category (
  id bigint not null constraint product_category_pk primary key,
  code varchar(40) not null constraint product_category_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null
);

create sequence product_seq increment by 50;
create table product (
  id bigint not null constraint product_pk primary key,
  sku varchar(40) not null constraint product_sku_key unique,
  kind varchar(10) not null,
  unit varchar(10) not null,
  tax_class varchar(10) not null,
  category_id bigint not null constraint product_category_fk references product_category,
  name_he varchar(200) not null,
  name_en varchar(200) not null,
  text_he varchar(2000) not null,
  text_en varchar(2000) not null,
  manual_link varchar(500),
  warranty_months integer not null,
  active_from date not null,
  active_until date,
  version integer not null default 0
);
create index product_category_idx on product (category_id);

-- The words a product is found by, as they are compared; a fragment finds what it begins.
create table product_word (
  word varchar(60) not null,
  product_id bigint not null constraint product_word_product_fk references product,
  constraint product_word_pk primary key (word, product_id)
);
create index product_word_product_idx on product_word (product_id);

create sequence price_list_seq increment by 50;
create table price_list (
  id bigint not null constraint price_list_pk primary key,
  code varchar(40) not null constraint price_list_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  kind varchar(10) not null,
  segment varchar(20),
  customer_id bigint constraint price_list_customer_fk references customer,
  currency varchar(3) not null,
  includes_vat boolean not null,
  edition integer not null,
  version integer not null default 0
);
create index price_list_customer_idx on price_list (customer_id);

create sequence price_seq increment by 50;
create table price (
  id bigint not null constraint price_pk primary key,
  price_list_id bigint not null constraint price_list_fk references price_list,
  product_id bigint not null constraint price_product_fk references product,
  amount_minor bigint not null,
  valid_from date not null,
  valid_until date,
  version integer not null default 0,
  constraint price_key unique (product_id, price_list_id, valid_from),
  constraint price_days check (valid_until is null or valid_until > valid_from)
);
create index price_list_idx on price (price_list_id, product_id);

create sequence vat_rate_seq increment by 50;
create table vat_rate (
  id bigint not null constraint vat_rate_pk primary key,
  valid_from date not null constraint vat_rate_from_key unique,
  basis_points integer not null
);
-- Value Added Tax (Rate of Tax) Orders: 18 % from 2 June 2013, 17 % from 1 October 2015, 18 % from 1 January 2025.
insert into vat_rate (id, valid_from, basis_points) values (1, date '2013-06-02', 1800), (2, date '2015-10-01', 1700), (3, date '2025-01-01', 1800);
alter sequence vat_rate_seq restart with 51;

create sequence promotion_seq increment by 50;
create table promotion (
  id bigint not null constraint promotion_pk primary key,
  code varchar(40) not null constraint promotion_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  effect varchar(12) not null,
  basis_points integer,
  amount_minor bigint,
  currency varchar(3),
  buy_quantity integer,
  pay_quantity integer,
  valid_from date not null,
  valid_until date,
  -- names separated by commas, empty for all
  segments varchar(80) not null,
  product_id bigint constraint promotion_product_fk references product,
  category_id bigint constraint promotion_category_fk references product_category,
  coupon varchar(20),
  combinable boolean not null,
  active boolean not null,
  edition integer not null,
  version integer not null default 0
);
create index promotion_product_idx on promotion (product_id);
create index promotion_category_idx on promotion (category_id);

create sequence stock_location_seq increment by 50;
create table stock_location (
  id bigint not null constraint stock_location_pk primary key,
  code varchar(40) not null constraint stock_location_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  kind varchar(10) not null,
  place integer not null,
  active boolean not null,
  version integer not null default 0
);

-- What is held for buyers is never more than what is there: the database does not let two have the last one.
create table stock_level (
  product_id bigint not null constraint stock_level_product_fk references product,
  location_id bigint not null constraint stock_level_location_fk references stock_location,
  on_hand integer not null,
  reserved integer not null,
  changed_at timestamp(6) with time zone not null,
  constraint stock_level_pk primary key (product_id, location_id),
  constraint stock_level_enough check (reserved >= 0 and on_hand >= reserved)
);
create index stock_level_location_idx on stock_level (location_id);

create sequence stock_reservation_seq increment by 50;
create table stock_reservation (
  id bigint not null constraint stock_reservation_pk primary key,
  reference varchar(60) not null constraint stock_reservation_reference_key unique,
  customer_id bigint constraint stock_reservation_customer_fk references customer,
  channel varchar(12),
  state varchar(10) not null,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  -- null once it has ended
  held_until timestamp(6) with time zone,
  ended_at timestamp(6) with time zone
);
create index stock_reservation_customer_idx on stock_reservation (customer_id);
create index stock_reservation_held_idx on stock_reservation (held_until);

create sequence stock_reservation_line_seq increment by 50;
create table stock_reservation_line (
  id bigint not null constraint stock_reservation_line_pk primary key,
  reservation_id bigint not null constraint stock_reservation_line_fk references stock_reservation,
  product_id bigint not null constraint stock_reservation_line_product_fk references product,
  location_id bigint not null constraint stock_reservation_line_location_fk references stock_location,
  quantity integer not null
);
create index stock_reservation_line_idx on stock_reservation_line (reservation_id);

create sequence stock_movement_seq increment by 50;
create table stock_movement (
  id bigint not null constraint stock_movement_pk primary key,
  product_id bigint not null constraint stock_movement_product_fk references product,
  location_id bigint not null constraint stock_movement_location_fk references stock_location,
  kind varchar(10) not null,
  on_hand integer not null,
  reserved integer not null,
  reference varchar(60),
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null
);
create index stock_movement_product_idx on stock_movement (product_id, id desc);

-- The last message of each feed of stock that was taken: what comes again, or late, changes nothing.
create table stock_feed (
  code varchar(60) not null constraint stock_feed_pk primary key,
  last_sequence bigint not null,
  taken_at timestamp(6) with time zone not null
);

create sequence quote_seq increment by 50;
create table quote (
  id bigint not null constraint quote_pk primary key,
  number varchar(9) not null constraint quote_number_key unique,
  customer_id bigint constraint quote_customer_fk references customer,
  segment varchar(20) not null,
  channel varchar(12),
  interaction_id bigint constraint quote_interaction_fk references interaction,
  currency varchar(3) not null,
  coupon varchar(20),
  state varchar(10) not null,
  catalog_edition bigint not null,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  valid_until timestamp(6) with time zone not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  ended_by varchar(80),
  ended_at timestamp(6) with time zone,
  ended_channel varchar(12),
  version integer not null default 0
);
create index quote_customer_idx on quote (customer_id, made_at desc, id desc);
create index quote_interaction_idx on quote (interaction_id);

create sequence quote_line_seq increment by 50;
create table quote_line (
  id bigint not null constraint quote_line_pk primary key,
  quote_id bigint not null constraint quote_line_quote_fk references quote,
  position integer not null,
  product_id bigint not null constraint quote_line_product_fk references product,
  sku varchar(40) not null,
  name_he varchar(200) not null,
  name_en varchar(200) not null,
  quantity bigint not null,
  currency varchar(3) not null,
  unit_minor bigint not null,
  includes_vat boolean not null,
  off_minor bigint not null,
  vat_basis_points integer not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  -- JSON: which list, which promotions and which not
  why text not null,
  constraint quote_line_key unique (quote_id, position)
);
