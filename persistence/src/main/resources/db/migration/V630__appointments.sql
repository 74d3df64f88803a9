-- Appointments: which way each was booked, where whoever booked is told, and what happened to it. Nothing is told twice.

alter table appointment alter column booked_on drop not null;
alter table appointment add column way varchar(20) default 'AGENT' not null;
-- of whoever booked; null: as he is reached
alter table appointment add column telephone varchar(40);
alter table appointment add column email varchar(254);
-- how often it was moved; what is told belongs to one of its hours
alter table appointment add column moves integer default 0 not null;
alter table appointment add column moved_at timestamp(6) with time zone;
-- the conversation in which he is told
alter table appointment add column interaction_id bigint constraint appointment_interaction_fk references interaction;
-- of the form or the request it was booked by; the same key is the same appointment
alter table appointment add column client_key varchar(64);
alter table appointment add constraint appointment_client_key unique (client_key);
-- the timeline follows it
create index appointment_timeline_idx on appointment (customer_id, booked_at desc, id desc);

create table appointment_told (
  appointment_id bigint not null constraint appointment_told_appointment_fk references appointment,
  moves integer not null,
  what varchar(20) not null,
  at timestamp(6) with time zone not null,
  constraint appointment_told_pk primary key (appointment_id, moves, what)
);

-- What happened to each. Rows are added, never changed.
create sequence appointment_event_seq increment by 50;
create table appointment_event (
  id bigint not null constraint appointment_event_pk primary key,
  appointment_id bigint not null constraint appointment_event_appointment_fk references appointment,
  kind varchar(20) not null,
  at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  detail varchar(200)
);
create index appointment_event_appointment_idx on appointment_event (appointment_id, id);

-- How a conversation ends that did no more than tell of an appointment.
insert into wrap_up_reason (id, code, name_he, name_en, position, active)
select nextval('wrap_up_reason_seq'), 'APPOINTMENT', 'הודעה על תור שנקבע', 'Told of an appointment', 908, false where not exists (select 1 from wrap_up_reason where code = 'APPOINTMENT');
