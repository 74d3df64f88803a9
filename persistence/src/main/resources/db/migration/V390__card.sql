-- What the card of a customer reads, newest first: each of its sources along an index of its own, however long the history.
-- The embedded database takes rows in the order of an index only when both say the same, customer first and descending.
drop index interaction_customer_idx;
create index interaction_customer_idx on interaction (customer_id, last_message_at desc, id desc, channel);

-- Whose message and whose call it is, for one thread over all his conversations.
alter table message add column customer_id bigint constraint message_customer_fk references customer;
update message set customer_id = (select i.customer_id from interaction i where i.id = message.interaction_id);
alter table message alter column customer_id set not null;
create index message_customer_idx on message (customer_id, at desc, id desc);
alter table phone_call add column customer_id bigint constraint phone_call_customer_fk references customer;
update phone_call set customer_id = (select i.customer_id from interaction i where i.id = phone_call.interaction_id);
create index phone_call_customer_idx on phone_call (customer_id, dialled_at desc, id desc);

-- An alert is given by somebody, may end by itself, and is never deleted.
alter table customer_alert add column given_by bigint constraint customer_alert_giver_fk references staff_user;
alter table customer_alert add column valid_until timestamp(6) with time zone;
alter table customer_alert add column removed_at timestamp(6) with time zone;
alter table customer_alert add column removed_by bigint constraint customer_alert_remover_fk references staff_user;
alter table customer_alert add column version integer not null default 0;
create index customer_alert_given_idx on customer_alert (customer_id, created_at desc, id desc);

create index customer_merge_shown_idx on customer_merge (kept_id, merged_at desc, id desc);

-- Of which segment he was before, and what decided it.
create sequence segment_change_seq increment by 50;
create table segment_change (
  id bigint not null constraint segment_change_pk primary key,
  customer_id bigint not null constraint segment_change_customer_fk references customer,
  at timestamp(6) with time zone not null,
  segment_before varchar(20) not null,
  segment_after varchar(20) not null,
  rule varchar(120),
  rules_version integer not null
);
create index segment_change_customer_idx on segment_change (customer_id, at desc, id desc);
