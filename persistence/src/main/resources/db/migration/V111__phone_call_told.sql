-- What was told of a call: an outcome may change when the exchange tells something late, and is then told again.
alter table phone_call drop column end_told;
alter table phone_call add column answer_told boolean not null default false;
alter table phone_call add column told varchar(12);
