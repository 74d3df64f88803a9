-- What a customer asks of the data the organisation has of him: a copy of it, or that it is erased.
create sequence data_request_seq increment by 50;
create table data_request (
  id bigint not null constraint data_request_pk primary key,
  customer_id bigint not null constraint data_request_customer_fk references customer,
  kind varchar(20) not null,
  state varchar(20) not null,
  language varchar(8) not null,
  requested_at timestamp(6) with time zone not null,
  -- of an erasure: by when the law wants it answered; of a copy: until when it can be fetched
  due_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  attempts integer not null,
  case_id bigint constraint data_request_case_fk references service_case,
  content payload,
  version integer not null
);
create index data_request_customer_idx on data_request (customer_id, id desc);
create index data_request_state_idx on data_request (state, id);
create index data_request_case_idx on data_request (case_id);
