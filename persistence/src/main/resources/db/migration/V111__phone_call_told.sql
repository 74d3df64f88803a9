-- That a call was answered is told once. (What was told of its end is in V110.)
alter table phone_call add column answer_told boolean not null default false;
