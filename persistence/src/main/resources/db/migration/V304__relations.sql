-- People who live together. The household lasts while somebody belongs to it.
create sequence household_seq increment by 50;
create table household (
  id bigint not null constraint household_pk primary key,
  name varchar(120) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create sequence household_member_seq increment by 50;
create table household_member (
  id bigint not null constraint household_member_pk primary key,
  household_id bigint not null constraint household_member_household_fk references household,
  customer_id bigint not null constraint household_member_customer_fk references customer,
  part varchar(10) not null,
  joined_at timestamp(6) with time zone not null,
  left_at timestamp(6) with time zone
);
create index household_member_household_idx on household_member (household_id, id);
create index household_member_customer_idx on household_member (customer_id, joined_at desc, id desc);

-- Who may act for a company, as what, and from when until when. One person may act for many.
create sequence authorised_person_seq increment by 50;
create table authorised_person (
  id bigint not null constraint authorised_person_pk primary key,
  customer_id bigint not null constraint authorised_person_customer_fk references customer,
  person_id bigint not null constraint authorised_person_person_fk references customer,
  role varchar(12) not null,
  valid_from date not null,
  valid_until date,
  recorded_by varchar(80) not null,
  recorded_at timestamp(6) with time zone not null,
  version integer not null default 0
);
create index authorised_person_customer_idx on authorised_person (customer_id, recorded_at desc, id desc);
create index authorised_person_person_idx on authorised_person (person_id, id);
