-- Articles and manuals, and their versions. What was approved once is never changed.
create sequence article_seq increment by 50;
create table article (
  id bigint not null constraint article_pk primary key,
  -- the version that is written or reviewed now, and the one that was published last
  open_id bigint,
  current_id bigint,
  versions integer not null,
  created_by varchar(80) not null,
  created_at timestamp(6) with time zone not null,
  changed_by varchar(80) not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null default 0
);

create sequence article_version_seq increment by 50;
create table article_version (
  id bigint not null constraint article_version_pk primary key,
  article_id bigint not null constraint article_version_article_fk references article,
  number integer not null,
  state varchar(10) not null,
  kind varchar(8) not null,
  audience varchar(14) not null,
  sku varchar(40),
  -- each on a line
  topics varchar(500) not null,
  title_he varchar(160),
  body_he text,
  questions_he text,
  title_en varchar(160),
  body_en text,
  questions_en text,
  written_by varchar(80) not null,
  written_at timestamp(6) with time zone not null,
  submitted_by varchar(80),
  submitted_at timestamp(6) with time zone,
  decided_by varchar(80),
  decided_at timestamp(6) with time zone,
  ended_by varchar(80),
  ended_at timestamp(6) with time zone,
  remark varchar(500),
  constraint article_version_key unique (article_id, number)
);
create index article_version_state_idx on article_version (state, id desc);

-- What is searched: the published version in pieces. Gone when it is no longer published.
create sequence article_passage_seq increment by 50;
create table article_passage (
  id bigint not null constraint article_passage_pk primary key,
  article_id bigint not null constraint article_passage_article_fk references article,
  version_id bigint not null constraint article_passage_version_fk references article_version,
  language varchar(2) not null,
  part varchar(8) not null,
  audience varchar(14) not null,
  title varchar(160) not null,
  heading varchar(200),
  text text not null
);
create index article_passage_article_idx on article_passage (article_id);
create index article_passage_version_idx on article_passage (version_id);

create table article_vote (
  article_id bigint not null constraint article_vote_article_fk references article,
  user_id bigint not null constraint article_vote_user_fk references staff_user,
  version_id bigint not null constraint article_vote_version_fk references article_version,
  helpful boolean not null,
  voted_at timestamp(6) with time zone not null,
  constraint article_vote_pk primary key (article_id, user_id)
);

-- In which conversation an article was put, as text or as a link.
create sequence article_use_seq increment by 50;
create table article_use (
  id bigint not null constraint article_use_pk primary key,
  article_id bigint not null constraint article_use_article_fk references article,
  version_id bigint not null constraint article_use_version_fk references article_version,
  interaction_id bigint not null constraint article_use_interaction_fk references interaction,
  manner varchar(4) not null,
  used_by varchar(80) not null,
  used_at timestamp(6) with time zone not null
);
create index article_use_article_idx on article_use (article_id, used_at desc, id desc);
create index article_use_interaction_idx on article_use (interaction_id);

-- Counted as it happens, without a lock on the article.
create table article_count (
  article_id bigint not null constraint article_count_pk primary key constraint article_count_article_fk references article,
  helpful integer not null,
  unhelpful integer not null,
  uses integer not null
);
