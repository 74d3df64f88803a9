-- The waiting line. Items of a queue are served by due time.
create sequence work_item_seq increment by 50;
create table work_item (
  id bigint not null constraint work_item_pk primary key,
  interaction_id bigint not null constraint work_item_interaction_key unique constraint work_item_interaction_fk references interaction,
  queue_id bigint not null constraint work_item_queue_fk references work_queue,
  state varchar(10) not null,
  weight integer not null,
  waiting_since timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  agent_id bigint constraint work_item_agent_fk references agent,
  preferred_agent_id bigint,
  offered_at timestamp(6) with time zone,
  offer_expires_at timestamp(6) with time zone,
  last_declined_by bigint,
  declined_at timestamp(6) with time zone,
  declines integer not null default 0,
  version integer not null default 0
);
create index work_item_line_idx on work_item (queue_id, state, due_at, id);
create index work_item_agent_idx on work_item (agent_id, state);
create index work_item_expiry_idx on work_item (state, offer_expires_at);

create table service_level (
  segment varchar(20) not null constraint service_level_pk primary key,
  target_seconds integer not null
);
insert into service_level (segment, target_seconds) values ('VIP', 120), ('BUSINESS', 180), ('PRIVATE', 300);
