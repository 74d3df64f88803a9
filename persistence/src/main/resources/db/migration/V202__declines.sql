-- Everybody who declined an item lately is left in peace, not only who did it last.
alter table work_item add column declined_by varchar(400) not null default '';
alter table work_item drop column last_declined_by;
alter table work_item drop column declined_at;
