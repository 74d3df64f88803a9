-- Staff, teams, what they may do, and what they did.
create sequence team_seq increment by 50;
create table team (
  id bigint not null constraint team_pk primary key,
  code varchar(40) not null constraint team_code_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  version integer not null default 0
);

create sequence staff_user_seq increment by 50;
create table staff_user (
  id bigint not null constraint staff_user_pk primary key,
  user_name varchar(80) not null constraint staff_user_name_key unique,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  password_hash varchar(120) not null,
  team_id bigint constraint staff_user_team_fk references team,
  active boolean not null default true,
  language varchar(2) not null default 'he',
  failed_sign_ins integer not null default 0,
  locked_until timestamp(6) with time zone,
  version integer not null default 0
);
create index staff_user_team_idx on staff_user (team_id);

create table staff_role (
  user_id bigint not null constraint staff_role_user_fk references staff_user,
  role varchar(30) not null,
  constraint staff_role_pk primary key (user_id, role)
);

-- Failed sign-ins per network address, one row an address and window.
create table sign_in_throttle (
  address varchar(64) not null,
  window_start timestamp(6) with time zone not null,
  failures integer not null,
  constraint sign_in_throttle_pk primary key (address, window_start)
);

create sequence audit_entry_seq increment by 50;
create table audit_entry (
  id bigint not null constraint audit_entry_pk primary key,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  action varchar(60) not null,
  subject varchar(40) not null,
  subject_id bigint,
  customer_id bigint,
  detail varchar(500)
);
create index audit_entry_subject_idx on audit_entry (subject, subject_id, id);
create index audit_entry_actor_idx on audit_entry (actor, id);

-- Keys this installation made for itself at first start, the same on every node.
create table installation_secret (
  name varchar(40) not null constraint installation_secret_pk primary key,
  secret varchar(200) not null
);
