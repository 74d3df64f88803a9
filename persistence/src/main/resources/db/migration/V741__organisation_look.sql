-- How the organisation looks outside: one row, or none.
create table organisation_look (
  id bigint not null constraint organisation_look_pk primary key constraint organisation_look_one check (id = 1),
  name_he varchar(80),
  name_en varchar(80),
  -- #rrggbb; null: that of the design system
  accent varchar(7),
  logo bytea,
  logo_type varchar(20),
  changed_at timestamp(6) with time zone not null,
  version integer not null default 0
);
