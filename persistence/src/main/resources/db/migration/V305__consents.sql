-- What a customer allowed or forbade, with the proof. Rows are only added: the latest decides, the others stay as evidence.
create sequence consent_seq increment by 50;
create table consent (
  id bigint not null constraint consent_pk primary key,
  customer_id bigint not null constraint consent_customer_fk references customer,
  channel varchar(10) not null,
  purpose varchar(10) not null,
  given boolean not null,
  manner varchar(12) not null,
  wording varchar(1000) not null,
  said_at timestamp(6) with time zone not null,
  recorded_by varchar(80) not null,
  recorded_at timestamp(6) with time zone not null
);
create index consent_customer_idx on consent (customer_id, said_at desc, id desc);
