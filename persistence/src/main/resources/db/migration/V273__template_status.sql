-- How far a template got with its provider; only approved ones may be sent.
alter table message_template add column status varchar(12) default 'APPROVED' not null;
alter table message_template add column version integer default 0 not null;
update message_template set status = 'OFF' where enabled = false;
alter table message_template drop column enabled;
