-- What waits asks for skills; items of a queue that ask for the same form one line.
create sequence work_line_seq increment by 50;
create table work_line (
  id bigint not null constraint work_line_pk primary key,
  queue_id bigint not null constraint work_line_queue_fk references work_queue,
  weight integer not null,
  interruptible boolean not null,
  asked varchar(400) not null,
  constraint work_line_key unique (queue_id, weight, interruptible, asked)
);

alter table work_item add column line_id bigint;
alter table work_item add column kind varchar(10) not null default 'CONTACT';
alter table work_item add column channel varchar(20) not null default 'EMAIL';
alter table work_item add column segment varchar(20) not null default 'PRIVATE';
alter table work_item add column customer_id bigint;
alter table work_item add column subject varchar(40);
alter table work_item add column interruptible boolean not null default true;
alter table work_item add column asked varchar(400) not null default '';
alter table work_item add column target_seconds integer not null default 300;
alter table work_item add column not_before timestamp(6) with time zone;
alter table work_item add column served_at timestamp(6) with time zone;
alter table work_item alter column state set data type varchar(12);
update work_item set channel = (select i.channel from interaction i where i.id = work_item.interaction_id),
  customer_id = (select i.customer_id from interaction i where i.id = work_item.interaction_id);
update work_item set interruptible = false where channel = 'CHAT';
insert into work_line (id, queue_id, weight, interruptible, asked)
  select nextval('work_line_seq'), s.queue_id, s.weight, s.interruptible, '' from (select distinct queue_id, weight, interruptible from work_item where state = 'WAITING') s;
update work_item set line_id = (select l.id from work_line l where l.queue_id = work_item.queue_id and l.weight = work_item.weight and l.interruptible = work_item.interruptible and l.asked = '')
  where state = 'WAITING';
create index work_item_scheduled_idx on work_item (state, not_before);
create index work_item_customer_idx on work_item (customer_id, state);

-- Units taken by work that may be set aside are counted apart.
alter table agent add column used_interruptible integer not null default 0;

-- What agents can do, 1 (learning) to 5 (others ask).
create sequence skill_seq increment by 50;
create table skill (
  id bigint not null constraint skill_pk primary key,
  code varchar(40) not null constraint skill_code_key unique,
  kind varchar(15) not null,
  name_he varchar(120) not null,
  name_en varchar(120) not null,
  active boolean not null default true,
  version integer not null default 0
);
create table agent_skill (
  agent_id bigint not null constraint agent_skill_agent_fk references agent,
  skill_id bigint not null constraint agent_skill_skill_fk references skill,
  level integer not null constraint agent_skill_level_ck check (level between 1 and 5),
  constraint agent_skill_pk primary key (agent_id, skill_id)
);

-- Why somebody was offered something.
create sequence routing_decision_seq increment by 50;
create table routing_decision (
  id bigint not null constraint routing_decision_pk primary key,
  work_item_id bigint not null,
  decided_at timestamp(6) with time zone not null,
  agent_id bigint,
  content text not null
);
create index routing_decision_item_idx on routing_decision (work_item_id, id);
create index routing_decision_age_idx on routing_decision (decided_at);
