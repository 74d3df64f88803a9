-- Files of customers: checked first, then brought in line by line, each line once however often the file is begun again.
create sequence customer_import_seq increment by 50;
create table customer_import (
  id bigint not null constraint customer_import_pk primary key,
  source varchar(40) not null,
  file_name varchar(200) not null,
  encoding varchar(20) not null,
  state varchar(12) not null,
  alike varchar(12),
  lines_known integer not null,
  last_line integer not null default 0,
  whole boolean not null default true,
  checked_lines integer not null default 0,
  checked_new integer not null default 0,
  checked_changed integer not null default 0,
  checked_same integer not null default 0,
  checked_alike integer not null default 0,
  checked_wrong integer not null default 0,
  done_lines integer not null default 0,
  done_new integer not null default 0,
  done_changed integer not null default 0,
  done_same integer not null default 0,
  done_alike integer not null default 0,
  done_wrong integer not null default 0,
  asked_by varchar(80) not null,
  asked_at timestamp(6) with time zone not null,
  begun_at timestamp(6) with time zone,
  decided_by varchar(80),
  decided_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  node varchar(80),
  held_until timestamp(6) with time zone,
  version integer not null default 0
);
create index customer_import_state_idx on customer_import (state, id);

-- The file itself in pieces, so that nobody holds all of it; gone when it is over.
create table customer_import_piece (
  import_id bigint not null constraint customer_import_piece_import_fk references customer_import,
  number integer not null,
  content payload not null,
  constraint customer_import_piece_pk primary key (import_id, number)
);

-- What is wrong, of each line at its place in it.
create table customer_import_fault (
  import_id bigint not null constraint customer_import_fault_import_fk references customer_import,
  line integer not null,
  place integer not null,
  sheet_column varchar(60),
  code varchar(80) not null,
  arguments varchar(1000) not null,
  constraint customer_import_fault_pk primary key (import_id, line, place)
);

-- Lines of new customers who may be known already, or be in an earlier line.
create table customer_import_alike (
  import_id bigint not null constraint customer_import_alike_import_fk references customer_import,
  line integer not null,
  place integer not null,
  name varchar(254) not null,
  customer_id bigint constraint customer_import_alike_customer_fk references customer,
  other_line integer,
  certain boolean not null,
  evidence varchar(2000) not null,
  constraint customer_import_alike_pk primary key (import_id, line, place)
);
create index customer_import_alike_customer_idx on customer_import_alike (customer_id);

-- Lines that name their customer by nothing: whoever was registered from one is known by all that stood in it.
create table customer_import_row (
  row_key varchar(64) not null constraint customer_import_row_pk primary key,
  customer_id bigint not null constraint customer_import_row_customer_fk references customer
);
create index customer_import_row_customer_idx on customer_import_row (customer_id);
