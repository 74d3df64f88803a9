-- Evidence files that were made of complaints: each entry's hash, so that a later change of what they say is found.
create sequence evidence_file_seq increment by 50;
create table evidence_file (
  id bigint not null constraint evidence_file_pk primary key,
  case_id bigint not null constraint evidence_file_case_fk references complaint,
  number integer not null,
  produced_by varchar(80) not null,
  produced_at timestamp(6) with time zone not null,
  entries integer not null,
  first_hash varchar(64) not null,
  end_hash varchar(64) not null,
  constraint evidence_file_number_key unique (case_id, number)
);
create table evidence_entry (
  file_id bigint not null constraint evidence_entry_file_fk references evidence_file,
  position integer not null,
  kind varchar(20) not null,
  source_id bigint not null,
  at timestamp(6) with time zone not null,
  content_hash varchar(64) not null,
  chain_hash varchar(64) not null,
  constraint evidence_entry_pk primary key (file_id, position)
);
