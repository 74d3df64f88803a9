-- That a call was answered is told once, however often the exchange tells it.
alter table phone_call add column answer_told boolean not null default false;
