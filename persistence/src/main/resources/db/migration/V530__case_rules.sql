-- Cases are asked of others, worked on by macros, and by rules that say why.
alter table service_case add column state_since timestamp(6) with time zone;
alter table service_case add column customer_wrote_at timestamp(6) with time zone;
update service_case set state_since = coalesce(closed_at, solved_at, opened_at), customer_wrote_at = received_at;
-- in the order in which a new time rule looks at what goes on
create index service_case_live_id_idx on service_case (live, id);

-- What a rule noted has no author but the rule.
alter table case_note alter column author_id drop not null;
alter table case_note add column rule_name_he varchar(80);
alter table case_note add column rule_name_en varchar(80);

-- Which team helps a team.
create table escalation_path (
  team_id bigint not null constraint escalation_path_pk primary key constraint escalation_path_team_fk references team,
  next_team_id bigint not null constraint escalation_path_next_fk references team,
  version integer not null default 0
);

create sequence case_escalation_seq increment by 50;
create table case_escalation (
  id bigint not null constraint case_escalation_pk primary key,
  case_id bigint not null constraint case_escalation_case_fk references service_case,
  kind varchar(10) not null,
  state varchar(10) not null,
  -- the case while it goes on, else null: a case is handed to one at a time, and has one swarm
  handed_case_id bigint constraint case_escalation_handed_key unique,
  swarm_case_id bigint constraint case_escalation_swarm_key unique,
  from_team_id bigint not null constraint case_escalation_from_team_fk references team,
  from_owner_id bigint constraint case_escalation_from_owner_fk references staff_user,
  to_team_id bigint constraint case_escalation_to_team_fk references team,
  to_user_id bigint constraint case_escalation_to_user_fk references staff_user,
  -- while nobody took it: whose list it is on
  waiting_team_id bigint,
  waiting_user_id bigint,
  reason varchar(1000) not null,
  wished_by timestamp(6) with time zone,
  asked_by varchar(80) not null,
  asked_at timestamp(6) with time zone not null,
  told_channel varchar(20),
  accepted_by bigint constraint case_escalation_accepted_fk references staff_user,
  accepted_at timestamp(6) with time zone,
  answer varchar(4000),
  ended_by varchar(80),
  ended_at timestamp(6) with time zone,
  version integer not null default 0
);
create index case_escalation_case_idx on case_escalation (case_id, id);
create index case_escalation_team_idx on case_escalation (waiting_team_id, id);
create index case_escalation_user_idx on case_escalation (waiting_user_id, id);
create table case_escalation_member (
  escalation_id bigint not null constraint case_escalation_member_fk references case_escalation,
  user_id bigint not null constraint case_escalation_member_user_fk references staff_user,
  constraint case_escalation_member_pk primary key (escalation_id, user_id)
);
create index case_escalation_member_user_idx on case_escalation_member (user_id, escalation_id);

create sequence case_macro_seq increment by 50;
create table case_macro (
  id bigint not null constraint case_macro_pk primary key,
  team_id bigint constraint case_macro_team_fk references team,
  name_he varchar(80) not null,
  name_en varchar(80) not null,
  actions text not null,
  version integer not null default 0
);
create index case_macro_team_idx on case_macro (team_id, id);

create sequence case_rule_seq increment by 50;
create table case_rule (
  id bigint not null constraint case_rule_pk primary key,
  position integer not null,
  active boolean not null,
  edition integer not null,
  trigger_kind varchar(20) not null,
  content text not null,
  -- of a time rule: the last of the live cases it looked at since it was put in force; null when it is through
  enrolled_to bigint,
  version integer not null default 0
);
create index case_rule_idx on case_rule (active, position, id);
create sequence case_rule_edition_seq increment by 50;
create table case_rule_edition (
  id bigint not null constraint case_rule_edition_pk primary key,
  rule_id bigint not null constraint case_rule_edition_rule_fk references case_rule,
  number integer not null,
  content text not null,
  written_by varchar(80) not null,
  written_at timestamp(6) with time zone not null,
  constraint case_rule_edition_key unique (rule_id, number)
);

-- What a rule still has to look at: written in the transaction in which it happened.
create sequence case_rule_due_seq increment by 50;
create table case_rule_due (
  id bigint not null constraint case_rule_due_pk primary key,
  case_id bigint not null constraint case_rule_due_case_fk references service_case,
  rule_id bigint not null constraint case_rule_due_rule_fk references case_rule,
  trigger_kind varchar(20) not null,
  -- from when a time rule counts; null for what just happened
  base timestamp(6) with time zone,
  at timestamp(6) with time zone not null,
  -- ids of the rules that led to it, the first one first
  chain varchar(100) not null,
  attempts integer not null
);
create index case_rule_due_idx on case_rule_due (at, id);
create index case_rule_due_case_idx on case_rule_due (case_id, at, id);
create index case_rule_due_rule_idx on case_rule_due (rule_id);

-- What rules did, and why. Rows are added, never changed.
create sequence case_rule_firing_seq increment by 50;
create table case_rule_firing (
  id bigint not null constraint case_rule_firing_pk primary key,
  rule_id bigint not null constraint case_rule_firing_rule_fk references case_rule,
  edition integer not null,
  case_id bigint not null constraint case_rule_firing_case_fk references service_case,
  trigger_kind varchar(20) not null,
  base timestamp(6) with time zone,
  at timestamp(6) with time zone not null,
  outcome varchar(10) not null,
  chain varchar(100) not null,
  checks text not null,
  deeds text not null
);
create index case_rule_firing_rule_idx on case_rule_firing (rule_id, id desc);
create index case_rule_firing_case_idx on case_rule_firing (case_id, id desc);
