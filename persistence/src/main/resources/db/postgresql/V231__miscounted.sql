-- Each holds only what is wrong or not yet found: empty when all is well, whatever the history and however many wait.
create index work_item_uncounted_idx on work_item (id) where state in ('WAITING', 'OFFERED') and (counted_in is null or counted_in <> queue_id);
create index work_item_overcounted_idx on work_item (id) where state not in ('WAITING', 'OFFERED') and counted_in is not null;
create index line_record_late_idx on line_record (late_at) where waits and not overdue;
create view miscounted_item as
  select id from work_item where state in ('WAITING', 'OFFERED') and (counted_in is null or counted_in <> queue_id)
  union all select id from work_item where state not in ('WAITING', 'OFFERED') and counted_in is not null;
