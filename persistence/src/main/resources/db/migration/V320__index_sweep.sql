-- How far each search index was compared with the database. An index that every node keeps for itself has a row a node.
create table index_sweep (
  name varchar(160) not null constraint index_sweep_pk primary key,
  node varchar(80) not null,
  held_until timestamp(6) with time zone not null,
  reached bigint not null default 0,
  compared bigint not null default 0,
  mended bigint not null default 0,
  last_round_mended bigint,
  last_round_at timestamp(6) with time zone
);
