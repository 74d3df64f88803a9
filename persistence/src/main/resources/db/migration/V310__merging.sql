-- Two customers who were one: who was merged into whom, and everything that is needed to take it back.
create sequence customer_merge_seq increment by 50;
create table customer_merge (
  id bigint not null constraint customer_merge_pk primary key,
  kept_id bigint not null constraint customer_merge_kept_fk references customer,
  gone_id bigint not null constraint customer_merge_gone_fk references customer,
  origin varchar(10) not null,
  merged_by varchar(80) not null,
  merged_at timestamp(6) with time zone not null,
  -- how many rows of other tables went along; null of what was joined before this was noted, which cannot be taken back
  moved integer,
  undone_by varchar(80),
  undone_at timestamp(6) with time zone,
  version integer not null default 0
);
create index customer_merge_kept_idx on customer_merge (kept_id, id desc);
create index customer_merge_gone_idx on customer_merge (gone_id, id desc);

create table customer_merge_field (
  merge_id bigint not null constraint customer_merge_field_merge_fk references customer_merge,
  field varchar(20) not null,
  value_before varchar(600),
  value_after varchar(600),
  constraint customer_merge_field_pk primary key (merge_id, field)
);

-- Row by row. The key is that of the row in its table without the column that was changed.
create table customer_merge_row (
  merge_id bigint not null constraint customer_merge_row_merge_fk references customer_merge,
  table_name varchar(63) not null,
  column_name varchar(63) not null,
  row_key varchar(300) not null,
  outcome varchar(8) not null,
  value_before varchar(600),
  value_after varchar(600),
  constraint customer_merge_row_pk primary key (merge_id, table_name, column_name, row_key)
);

insert into customer_merge (id, kept_id, gone_id, origin, merged_by, merged_at)
  select nextval('customer_merge_seq'), customer_id, guest_id, 'GUEST', joined_by, joined_at from customer_join;
drop table customer_join;
drop sequence customer_join_seq;

-- What refers to a customer says so in the catalogue of the database: merging reads it there.
alter table work_item add constraint work_item_customer_fk foreign key (customer_id) references customer;
