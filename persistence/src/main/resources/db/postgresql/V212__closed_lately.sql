-- What was closed lately, and what agents have open: what the sweep compares with the lines, whatever the history.
create index interaction_closed_idx on interaction (closed_at) where closed_at is not null;
create index interaction_owned_idx on interaction (owner_id, id) where state = 'OPEN' and owner_id is not null;
