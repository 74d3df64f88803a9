-- Which articles were put into the conversations of cases that were brought to their end.
create table case_article (
  case_id bigint not null constraint case_article_case_fk references service_case,
  article_id bigint not null constraint case_article_article_fk references article,
  closed_at timestamp(6) with time zone not null,
  constraint case_article_pk primary key (case_id, article_id)
);
create index case_article_article_idx on case_article (article_id, closed_at desc, case_id desc);
alter table article_count add column closed integer not null default 0;
