-- Kinds of visits and towns are kept by administrators: each changes under a version, has a number under which its changes
-- are written down, and a kind that is no longer booked stays with the visits that have it.
create sequence visit_kind_number_seq;
alter table visit_kind add column number bigint default nextval('visit_kind_number_seq') not null;
alter table visit_kind add constraint visit_kind_number_key unique (number);
alter table visit_kind add column active boolean default true not null;
alter table visit_kind add column version integer default 0 not null;

create sequence locality_number_seq;
alter table locality add column number bigint default nextval('locality_number_seq') not null;
alter table locality add constraint locality_number_key unique (number);
alter table locality add column version integer default 0 not null;
