alter table work_item add column miscounted boolean generated always as (
  case when state in ('WAITING', 'OFFERED') and (counted_in is null or counted_in <> queue_id) or state not in ('WAITING', 'OFFERED') and counted_in is not null then true end);
create index work_item_miscounted_idx on work_item (miscounted, id);
create index line_record_late_idx on line_record (waits, overdue, late_at);
create view miscounted_item as select id from work_item where miscounted = true;
