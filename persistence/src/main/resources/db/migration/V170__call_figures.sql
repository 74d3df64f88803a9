-- Calls of a period, for their figures.
create index phone_call_dialled_idx on phone_call (dialled_at);
