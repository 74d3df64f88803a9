-- A customer may agree to another time. What was promised first stays known, and how many were put to another time is counted by the day they are due on now.
alter table promise add column first_due_at timestamp(6) with time zone;
alter table promise add column reschedules integer not null default 0;
alter table promise add column rescheduled_why varchar(200);
alter table promise_count add column rescheduled bigint not null default 0;
