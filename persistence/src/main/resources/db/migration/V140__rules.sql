-- Rules an administrator changes: every change is a version; one version of a kind is in force.
create sequence rule_version_seq increment by 50;
create table rule_version (
  id bigint not null constraint rule_version_pk primary key,
  kind varchar(20) not null,
  version integer not null,
  state varchar(10) not null,
  -- the kind while in force, else null: at most one of a kind, whoever decides
  active_kind varchar(20) constraint rule_version_active_key unique,
  content text not null,
  note varchar(500) not null,
  made_by varchar(80) not null,
  made_at timestamp(6) with time zone not null,
  activated_by varchar(80),
  activated_at timestamp(6) with time zone,
  revision integer not null default 0,
  constraint rule_version_key unique (kind, version)
);
