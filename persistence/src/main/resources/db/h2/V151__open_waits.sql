create index line_record_waits_idx on line_record (waits, queue_id, channel, waiting_since, id);
