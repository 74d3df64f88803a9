-- A target may run in the hours of a business calendar; what a contact was promised is kept with it.
alter table work_item add column calendar_code varchar(40);
alter table work_item add column late_at timestamp(6) with time zone;
alter table line_record add column calendar_code varchar(40);
alter table line_record add column late_at timestamp(6) with time zone;
update line_record set late_at = waiting_since + target_seconds * interval '1' second where waits = true;

-- Who waits beyond his target is counted as missed before anybody serves him.
alter table line_record add column overdue boolean not null default false;
alter table line_increment add column overdue bigint not null default 0;
alter table line_level add column overdue bigint not null default 0;

-- Waits against what was promised.
alter table line_increment add column targets bigint not null default 0;
alter table line_count add column targets bigint not null default 0;

-- In which queue the waiting of an item is counted: what is counted wrong is found without looking at anything else.
alter table work_item add column counted_in bigint;
update work_item set counted_in = (select max(r.queue_id) from line_record r where r.work_item_id = work_item.id and r.waits = true)
  where exists (select 1 from line_record r where r.work_item_id = work_item.id and r.waits = true);

-- Targets are rules since V140.
drop table service_level;
