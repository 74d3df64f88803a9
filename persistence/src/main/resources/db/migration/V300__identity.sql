-- Who a customer is beside his name, and more about how he is reached. A guest leaves all of it empty.
alter table customer add column birth_date date;
alter table customer add column street varchar(120);
alter table customer add column house varchar(20);
alter table customer add column city varchar(80);
alter table customer add column postcode varchar(10);
-- When a person or another system last changed him or how he is reached.
alter table customer add column changed_at timestamp(6) with time zone;
-- The company it belongs to; no circles, which the activity that sets it sees to.
alter table customer add column parent_id bigint;
alter table customer add constraint customer_parent_fk foreign key (parent_id) references customer;

alter table contact_point add column label varchar(60);
alter table contact_point add column preferred boolean not null default false;
alter table contact_point add column usual_caller boolean not null default false;
alter table contact_point add column verified_at timestamp(6) with time zone;
alter table contact_point add column removed_at timestamp(6) with time zone;

-- What a customer may have several of. The identity number and the company number, of which he has one, are in his own row.
create sequence customer_identifier_seq increment by 50;
create table customer_identifier (
  id bigint not null constraint customer_identifier_pk primary key,
  customer_id bigint not null constraint customer_identifier_customer_fk references customer,
  kind varchar(20) not null,
  country varchar(2) not null,
  number varchar(40) not null,
  created_at timestamp(6) with time zone not null
);
create index customer_identifier_customer_idx on customer_identifier (customer_id);
create index customer_identifier_number_idx on customer_identifier (number);
