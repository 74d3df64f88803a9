-- When an agent's desk was last open in a browser. Beside the agent's row, so that nobody who decides about him waits for it.
create table agent_seen (
  user_id bigint not null constraint agent_seen_pk primary key,
  seen_at timestamp(6) with time zone not null
);
-- Since when its agent has it.
alter table work_item add column held_at timestamp(6) with time zone;
-- What ended lately, for the sweep that looks whether everything followed from it.
create index phone_call_ended_idx on phone_call (ended_at);
