create index interaction_closed_idx on interaction (closed_at);
