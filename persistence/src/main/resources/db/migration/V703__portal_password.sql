-- A password a customer chose for signing in at the portal beside codes; only its slow hash is kept.
create table portal_password (
  customer_id bigint not null constraint portal_password_pk primary key constraint portal_password_customer_fk references customer,
  hash varchar(100) not null,
  failures integer not null,
  locked_until timestamp(6) with time zone,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);
