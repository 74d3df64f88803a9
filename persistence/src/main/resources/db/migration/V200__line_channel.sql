-- Items of a line came by one channel, so that a round sees the first of each channel. Lines are made anew of what is or may be in one.
delete from work_line;
alter table work_line drop constraint work_line_key;
alter table work_line add column channel varchar(20) not null;
alter table work_line add constraint work_line_key unique (queue_id, channel, weight, interruptible, asked);
insert into work_line (id, queue_id, channel, weight, interruptible, asked)
  select nextval('work_line_seq'), s.queue_id, s.channel, s.weight, s.interruptible, s.asked
  from (select distinct queue_id, channel, weight, interruptible, asked from work_item where state in ('WAITING', 'OFFERED', 'SCHEDULED')) s;
update work_item set line_id = (select l.id from work_line l where l.queue_id = work_item.queue_id and l.channel = work_item.channel and l.weight = work_item.weight
  and l.interruptible = work_item.interruptible and l.asked = work_item.asked)
  where state in ('WAITING', 'OFFERED', 'SCHEDULED');
