-- That the fault behind complaints is mended: what was told, and whom. Each complainant once.
create sequence fix_news_seq increment by 50;
create table fix_news (
  id bigint not null constraint fix_news_pk primary key,
  problem_id bigint not null constraint fix_news_problem_fk references service_case,
  text_he varchar(2000) not null,
  text_en varchar(2000) not null,
  told_by varchar(80) not null,
  told_at timestamp(6) with time zone not null
);
create sequence fix_told_seq increment by 50;
create table fix_told (
  id bigint not null constraint fix_told_pk primary key,
  news_id bigint not null constraint fix_told_news_fk references fix_news,
  problem_id bigint not null constraint fix_told_problem_fk references service_case,
  case_id bigint not null constraint fix_told_case_fk references complaint,
  state varchar(10) not null,
  sent_at timestamp(6) with time zone,
  constraint fix_told_key unique (problem_id, case_id)
);
create index fix_told_state_idx on fix_told (state, id);
