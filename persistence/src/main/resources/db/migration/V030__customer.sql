-- Who the customer is and how he can be reached.
create sequence customer_seq increment by 50;
create table customer (
  id bigint not null constraint customer_pk primary key,
  kind varchar(10) not null,
  first_name varchar(120),
  last_name varchar(120),
  display_name varchar(254) not null,
  national_id varchar(9),
  company_number varchar(9),
  segment varchar(20) not null,
  language varchar(2) not null,
  joined_into_id bigint constraint customer_joined_fk references customer,
  created_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create index customer_national_id_idx on customer (national_id);

create sequence contact_point_seq increment by 50;
create table contact_point (
  id bigint not null constraint contact_point_pk primary key,
  customer_id bigint not null constraint contact_point_customer_fk references customer,
  kind varchar(10) not null,
  address varchar(254) not null,
  written_as varchar(254) not null,
  verified boolean not null default false,
  created_at timestamp(6) with time zone not null,
  constraint contact_point_key unique (customer_id, kind, address)
);
create index contact_point_address_idx on contact_point (kind, address);

create sequence customer_alert_seq increment by 50;
create table customer_alert (
  id bigint not null constraint customer_alert_pk primary key,
  customer_id bigint not null constraint customer_alert_customer_fk references customer,
  severity varchar(12) not null,
  text varchar(500) not null,
  created_at timestamp(6) with time zone not null
);
create index customer_alert_customer_idx on customer_alert (customer_id);

-- A guest turned out to be a known customer; kept so that it can be undone.
create sequence customer_join_seq increment by 50;
create table customer_join (
  id bigint not null constraint customer_join_pk primary key,
  guest_id bigint not null constraint customer_join_guest_fk references customer,
  customer_id bigint not null constraint customer_join_customer_fk references customer,
  joined_by varchar(80) not null,
  joined_at timestamp(6) with time zone not null
);
create index customer_join_customer_idx on customer_join (customer_id);
