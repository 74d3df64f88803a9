-- Who waits now, the longest first, for each line and channel; as small as the lines whatever the history.
create index line_record_waits_idx on line_record (queue_id, channel, waiting_since, id) where waits;
-- Rows come and go every few seconds.
alter table line_increment set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
