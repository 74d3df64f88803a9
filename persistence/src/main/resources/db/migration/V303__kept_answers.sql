-- What was answered to a request that came under a key, so that the same request again is answered and not done again.
-- A row without a status is a request that still runs, or that a stopped server never ended.
create table kept_answer (
  caller varchar(80) not null,
  request_key varchar(80) not null,
  fingerprint varchar(64) not null,
  begun_at timestamp(6) with time zone not null,
  status integer,
  content_type varchar(120),
  location varchar(500),
  entity_tag varchar(80),
  body text,
  constraint kept_answer_pk primary key (caller, request_key)
);
create index kept_answer_begun_idx on kept_answer (begun_at);
