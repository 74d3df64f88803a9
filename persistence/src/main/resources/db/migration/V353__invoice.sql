-- Documents of a sale; the numbers of a series have no gap.
create table invoice_series (
  kind varchar(12) not null constraint invoice_series_pk primary key,
  prefix varchar(8) not null,
  last_number bigint not null
);
insert into invoice_series (kind, prefix, last_number) values ('INVOICE', 'IN', 0);
insert into invoice_series (kind, prefix, last_number) values ('PAID', 'IR', 0);
insert into invoice_series (kind, prefix, last_number) values ('RECEIPT', 'RC', 0);
insert into invoice_series (kind, prefix, last_number) values ('CREDIT', 'CR', 0);
create sequence invoice_seq increment by 50;
create table invoice (
  id bigint not null constraint invoice_pk primary key,
  kind varchar(12) not null constraint invoice_series_fk references invoice_series,
  serial bigint not null,
  number varchar(20) not null constraint invoice_number_key unique,
  order_id bigint not null constraint invoice_order_fk references sale_order,
  customer_id bigint not null constraint invoice_customer_fk references customer,
  customer_name varchar(254) not null,
  customer_number varchar(9),
  refers_to varchar(20),
  issued_at timestamp(6) with time zone not null,
  due_on date,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  currency varchar(3) not null,
  constraint invoice_serial_key unique (kind, serial)
);
create index invoice_order_idx on invoice (order_id);
create index invoice_customer_idx on invoice (customer_id, issued_at desc, id desc);
create table invoice_line (
  invoice_id bigint not null constraint invoice_line_invoice_fk references invoice,
  place integer not null,
  sku varchar(40) not null,
  name_he varchar(300) not null,
  name_en varchar(300) not null,
  quantity integer not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null,
  constraint invoice_line_pk primary key (invoice_id, place)
);
