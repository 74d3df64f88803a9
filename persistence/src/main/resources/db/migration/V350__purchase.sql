-- What was bought and given back, in this house and before it: one ledger for the card and for what is known of a customer's buying.
create sequence purchase_import_seq increment by 50;
create table purchase_import (
  id bigint not null constraint purchase_import_pk primary key,
  source varchar(40) not null,
  file_name varchar(200) not null,
  currency varchar(3) not null,
  zone varchar(60) not null,
  trial boolean not null,
  state varchar(12) not null,
  content payload,
  lines_read integer not null default 0,
  lines_known integer not null,
  invoices integer not null default 0,
  repeated integer not null default 0,
  returns integer not null default 0,
  without_customer integer not null default 0,
  total numeric(25,6),
  wrong integer not null default 0,
  asked_by varchar(80) not null,
  asked_at timestamp(6) with time zone not null,
  begun_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index purchase_import_open_idx on purchase_import (state, id);
create table purchase_import_error (
  import_id bigint not null constraint purchase_import_error_import_fk references purchase_import,
  number integer not null,
  line integer not null,
  code varchar(80) not null,
  arguments varchar(1000) not null,
  constraint purchase_import_error_pk primary key (import_id, number)
);

create sequence purchase_seq increment by 50;
create table purchase (
  id bigint not null constraint purchase_pk primary key,
  source varchar(40) not null,
  number varchar(40) not null,
  kind varchar(8) not null,
  customer_id bigint constraint purchase_customer_fk references customer,
  external_customer varchar(80),
  country varchar(80),
  bought_at timestamp(6) with time zone not null,
  exact_amount numeric(25,6) not null,
  amount_minor bigint not null,
  currency varchar(3) not null,
  import_id bigint constraint purchase_import_fk references purchase_import,
  constraint purchase_key unique (source, number)
);
create index purchase_customer_idx on purchase (customer_id, bought_at desc, id desc);
create index purchase_external_idx on purchase (source, external_customer);
create sequence purchase_line_seq increment by 50;
create table purchase_line (
  id bigint not null constraint purchase_line_pk primary key,
  purchase_id bigint not null constraint purchase_line_purchase_fk references purchase,
  place integer not null,
  sku varchar(40) not null,
  description varchar(300),
  quantity integer not null,
  unit_price numeric(19,6) not null,
  constraint purchase_line_key unique (purchase_id, place)
);

-- Under which names other systems know our customers.
create table external_customer (
  source varchar(40) not null,
  external_id varchar(80) not null,
  customer_id bigint not null constraint external_customer_customer_fk references customer,
  constraint external_customer_pk primary key (source, external_id)
);
create index external_customer_customer_idx on external_customer (customer_id);
