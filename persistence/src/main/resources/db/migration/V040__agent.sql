-- Who is at work and how much more he can take.
create table agent (
  user_id bigint not null constraint agent_pk primary key constraint agent_user_fk references staff_user,
  team_id bigint not null constraint agent_team_fk references team,
  presence varchar(12) not null,
  away_reason varchar(20),
  since timestamp(6) with time zone not null,
  capacity integer not null default 100,
  used_capacity integer not null default 0,
  last_offered_at timestamp(6) with time zone not null,
  version integer not null default 0,
  constraint agent_capacity_ck check (used_capacity >= 0)
);
create index agent_free_idx on agent (team_id, presence, last_offered_at);
