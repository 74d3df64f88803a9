-- What a clock of the law tells beside its end: when it becomes pressing, and the calls back nobody answered.
alter table statutory_record add column pressing_at timestamp(6) with time zone;
alter table statutory_record add column warned boolean not null default false;
alter table statutory_record add column attempts integer not null default 0;
alter table statutory_record add column attempted_at timestamp(6) with time zone;
alter table statutory_record add column noticed_at timestamp(6) with time zone;
update statutory_record set pressing_at = deadline where running;
create index statutory_record_pressing_idx on statutory_record (running, pressing_at);

-- A reason that no agent chooses.
insert into wrap_up_reason (id, code, name_he, name_en, position, active) values (nextval('wrap_up_reason_seq'), 'WITHDRAWN', 'אין עוד צורך בשיחה חוזרת', 'No call back needed any more', 904, false);
